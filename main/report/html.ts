import { monthName } from '../when/french/words.ts';
import type { ReportRow } from './row.ts';

/** Text made safe between tags and in quoted attributes; control characters and lone surrogates become `\ufffd`. */
export function escaped(text: string): string {
  return (
    text
      .replace(/[\p{Surrogate}\p{Cc}]/gu, '\ufffd')
      // A control of writing direction in a name would reverse the rest of the line.
      .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
      .replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}

/** The relative address of a file beside the page; because of the `./`, a name such as `javascript:…` stays a name. */
function addressOf(path: string): string {
  const whole = path.replace(/\p{Surrogate}/gu, '\ufffd');
  return escaped(`./${whole.split('/').map(encodeURIComponent).join('/')}`);
}

export const paragraph = (text: string, kind = ''): string =>
  `<p${kind === '' ? '' : ` class="${kind}"`}>${escaped(text)}</p>`;

/** A link to a file beside the page. */
export const linked = (path: string, text: string): string => `<a href="${addressOf(path)}">${escaped(text)}</a>`;

/** A state in one or two words; `look` is a class of the style sheet. */
export const badge = (look: string, words: string): string => `<span class="badge ${look}">${escaped(words)}</span>`;

/** `data:` addresses of small pictures, by the hash of what they show. */
export type Thumbnails = ReadonlyMap<string, string>;

/** A tile beside a name: the picture, else the day, else an icon of the kind. It repeats what the text says. */
export function tile(
  { icon, picture, numeral, state }: Pick<ReportRow, 'icon' | 'picture' | 'numeral' | 'state'>,
  thumbnails: Thumbnails,
): string {
  const address = picture === null ? undefined : thumbnails.get(picture);
  if (address !== undefined) return `<span class="tile picture"><img src="${address}" alt=""></span>`;
  if (numeral !== null && icon === 'days') {
    return `<span class="tile day ${state}" aria-hidden="true"><b>${numeral.day}</b><small>${monthName(numeral.month)}</small></span>`;
  }
  return `<span class="tile" aria-hidden="true"><svg><use href="#i-${icon}"/></svg></span>`;
}
