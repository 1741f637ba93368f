import { monthName } from '../when/french/words.ts';
import type { ReportRow, RowState } from './report-row.ts';

/** Text that is safe between tags and in quoted attributes; control and unpaired characters become visible. */
export function escaped(text: string): string {
  return (
    text
      .replace(/[\p{Surrogate}\p{Cc}]/gu, '\ufffd')
      // An override of direction in a name would turn the rest of the line round.
      .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
      .replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}

/** A relative address of a file beside the page; the `./` keeps a name such as `javascript:…` a name. */
export function addressOf(path: string): string {
  const whole = path.replace(/\p{Surrogate}/gu, '\ufffd');
  return escaped(`./${whole.split('/').map(encodeURIComponent).join('/')}`);
}

/** Icons, 24 x 24, drawn with lines; each is one `symbol` of the page. */
const ICONS = {
  image:
    '<rect x="3" y="4.5" width="18" height="15" rx="1.5"/><circle cx="8.5" cy="9.5" r="1.6"/><path d="m3.5 17.5 5-4.5 3.5 3 4-4.5 4.5 5"/>',
  page: '<path d="M6 2.5h8l4 4v15H6z"/><path d="M14 2.5v4h4M9 11.5h6M9 15h6M9 18.5h4"/>',
  film: '<rect x="3" y="5" width="18" height="14" rx="1.5"/><path d="m10 9 5 3-5 3z"/>',
  days: '<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 10h17M8 2.5v4M16 2.5v4M8 14h.01M12 14h.01M16 14h.01M8 17h.01M12 17h.01"/>',
  leaf: '<path d="M5 19c0-8 5-13.5 15-14-.5 10-6 15-14 14M5 21c1-5 4-9 9-11"/>',
  bell: '<path d="M12 3 2.5 20.5h19zM12 10v5M12 17.8v.01"/>',
  gear: '<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
} as const;
type Icon = keyof typeof ICONS;

/** All icons, once, out of sight. */
export const iconSheet = `<svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false">${Object.entries(
  ICONS,
)
  .map(([name, lines]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${lines}</symbol>`)
  .join('')}</svg>`;

const ICON_OF: readonly (readonly [RegExp, Icon])[] = [
  [/^(?:Image|Exposition|\d.*image)/u, 'image'],
  [/^Vidéo/u, 'film'],
  [/^(?:Agenda|Événement|\d.*événement)/u, 'days'],
  [/^Arbre/u, 'leaf'],
  [/^Alerte/u, 'bell'],
  [/^Réglages/u, 'gear'],
  [/^Horloge/u, 'clock'],
];

const iconFor = (kind: string): Icon => ICON_OF.find(([start]) => start.test(kind))?.[1] ?? 'page';

/** A tile beside a name: the picture, else the day, else a drawing of the kind. Says nothing that the text does not. */
export function tile(
  { kind, picture, numeral, state }: Pick<ReportRow, 'kind' | 'picture' | 'numeral'> & { readonly state: RowState },
  thumbnails: ReadonlyMap<string, string>,
): string {
  const address = picture === null ? undefined : thumbnails.get(picture);
  if (address !== undefined) return `<span class="tile picture"><img src="${address}" alt=""></span>`;
  if (numeral !== null && /^(?:Événement|\d)/u.test(kind)) {
    return `<span class="tile day ${state}" aria-hidden="true"><b>${numeral.day}</b><small>${monthName(numeral.month)}</small></span>`;
  }
  return `<span class="tile" aria-hidden="true"><svg><use href="#i-${iconFor(kind)}"/></svg></span>`;
}
