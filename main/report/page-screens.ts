import type { Temporal } from 'temporal-polyfill';
import { FLEET_FOLDER } from '../fleet/fleet-folder.ts';
import type { ScreenLight } from '../regie-contract.ts';
import { escaped, linked, paragraph } from './html.ts';
import type { KnownScreen } from './known-screens.ts';
import { screenLight } from './screen-light.ts';
import { clockWords, dayWords } from './words.ts';

/** One screen as the page tells of it: without what another minute would say otherwise. */
interface ScreenRow {
  readonly name: string;
  readonly machine: string;
  readonly light: ScreenLight;
  readonly sentence: string;
  readonly remarks: readonly string[];
  /** Of the picture beside the page; null where there is none. */
  readonly picture: string | null;
  /** File to remove where the machine does not exist any more; null where it is heard. */
  readonly leftFile: string | null;
}

export interface ScreenRows {
  readonly rows: readonly ScreenRow[];
  /** The full hour in which they were looked at. */
  readonly hour: Temporal.ZonedDateTime;
}

const RANK: Readonly<Record<ScreenLight, number>> = { red: 0, amber: 1, green: 2 };
const LIGHTS: Readonly<Record<ScreenLight, string>> = { green: 'Va bien', amber: 'À voir', red: 'En panne' };

/** Rows of screens, those that need somebody first. A pure function. */
export function screenRows(screens: readonly KnownScreen[], now: Temporal.ZonedDateTime): ScreenRows {
  const rows = screens.map((screen): ScreenRow => {
    const { name, machine, remarks, files, hasPicture, hearing } = screen;
    const { light, lasting } = screenLight(screen, now);
    const isSilent = typeof hearing === 'object' && hearing.kind === 'silent';
    return {
      ...{ name, machine, light, remarks, sentence: lasting },
      picture: files !== null && hasPicture ? `${FLEET_FOLDER}/${files}.webp` : null,
      leftFile: files !== null && isSilent && light === 'red' ? `${FLEET_FOLDER}/${files}.json` : null,
    };
  });
  const hour = now.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return { rows: rows.toSorted((a, b) => RANK[a.light] - RANK[b.light]), hour };
}

function screenItem({ name, machine, light, sentence, remarks, picture, leftFile }: ScreenRow): string {
  const title = escaped(name === '' ? 'Écran sans nom' : name);
  const about = machine === '' ? '' : paragraph(`Machine ${machine}`, 'in');
  const left =
    leftFile === null ? '' : `\u00a0; si elle ne sert plus, supprimez <span class="which">${escaped(leftFile)}</span>`;
  const wake = leftFile === null ? 'Allumez-le, ou relancez Préau sur sa machine' : 'Rallumez sa machine';
  const advice = light === 'red' ? `<p class="do">${wake}${left}.</p>` : '';
  return [
    `<li class="wall ${light}"><div class="name"><h3>${title}</h3><span class="light ${light}">${LIGHTS[light]}</span></div>`,
    about,
    paragraph(sentence),
    ...remarks.map((remark) => paragraph(remark, 'soft')),
    advice,
    picture === null ? '' : `<p>${linked(picture, 'Sa dernière image')}</p>`,
    '</li>',
  ].join('');
}

/** The screens of the folder, those that need somebody first; nothing where none is known. */
export function* screensSection({ rows, hour }: ScreenRows): Generator<string> {
  if (rows.length === 0) return;
  const day = dayWords(hour.toPlainDate(), hour.toPlainDate());
  yield '<section aria-labelledby="ecrans"><h2 id="ecrans">Écrans</h2>\n';
  yield paragraph(
    `Relevé ${day}, après ${clockWords(hour)}, et refait chaque heure et à chaque changement. Plus d’une heure a passé\u00a0? Plus aucune machine n’écrit dans ce dossier.`,
    'lead',
  );
  yield `\n<ul class="walls">${rows.map(screenItem).join('\n')}</ul></section>\n`;
}
