import type { Problem } from '../../../contract.ts';
import { fold } from '../../../lib/fold.ts';
import type { ExhibitionItem } from '../../../programme/item.ts';
import { fault, problemOf } from '../../faults/fault.ts';
import { plateCaption } from '../../names/file-name.ts';
import { hasPublicContacts, lookedAt, publicBody } from '../../privacy/public-body.ts';
import { nothing, type Reader } from '../../reading/reading.ts';
import { baseOf } from '../base.ts';
import { openWritten, plainBody } from '../text/read-text.ts';

const exhibitionEmpty = () =>
  fault(
    'exhibition-empty',
    'Cette exposition n’a pas encore d’images.',
    'Déposez les images dans le dossier de l’exposition.',
  );

/** The text under a heading « Crédits » or « Générique » is for the last slide of the exhibition. */
function splitCredits(body: string): {
  readonly description: string;
  readonly heading: readonly string[];
  readonly credits: string;
} {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => /^#{1,6}\s+(?:credits?|generique)\s*:?\s*$/u.test(fold(line)));
  const end = at < 0 ? lines.length : at;
  return {
    description: lines.slice(0, end).join('\n'),
    heading: lines.slice(end, end + 1),
    credits: lines.slice(end + 1).join('\n'),
  };
}

/** A text with as much of its description, and of its credits, as is looked at. */
function shortened(body: string): string {
  const { description, heading, credits } = splitCredits(body);
  return [lookedAt(description), ...heading.flatMap((line) => [line, lookedAt(credits)])].join('\n');
}

/** A folder with `exposition.md`: its pictures, in natural order, are the plates. */
export const readExhibition: Reader = async (unit, tools) => {
  const opened = await openWritten(unit, tools);
  if (!opened.ok) return opened.reading;
  const { front, body } = opened.file;
  const base = baseOf(unit, tools, 'Exposition', front);
  const problems: Problem[] = [...opened.file.problems, ...base.problems];
  if (base.refused) return { ...nothing, problems };
  const [, ...pictures] = unit.files;
  const prepared = await Promise.all(pictures.map(async (file) => ({ file, result: await tools.prepare(file) })));
  const plates: ExhibitionItem['plates'][number][] = [];
  let retry = false;
  for (const { file, result } of prepared) {
    if (!result.ok) {
      // The exhibition goes on without a bad picture.
      problems.push(problemOf(file.path, 'refused', result.fault));
      retry ||= result.fault.retry;
      continue;
    }
    problems.push(...result.warnings.map((fault) => problemOf(file.path, 'warning', fault)));
    const caption = plateCaption(file.path);
    plates.push(...result.media.map((media) => ({ media, ...(caption === '' ? {} : { caption }) })));
  }
  if (plates.length === 0) problems.push(problemOf(unit.files[0].path, 'warning', exhibitionEmpty()));
  const shown = publicBody(shortened(body), await hasPublicContacts(unit, tools, front));
  const { description, credits } = splitCredits(shown.body);
  const text = front.description ?? plainBody(description);
  const thanks = plainBody(credits);
  const item: ExhibitionItem = {
    ...base.fields,
    kind: 'exhibition',
    plates,
    ...(front.slow ? { slow: true } : {}),
    ...(front.town === undefined ? {} : { town: front.town }),
    ...(front.department === undefined ? {} : { department: front.department }),
    ...(front.venue === undefined ? {} : { venue: front.venue }),
    ...(text === undefined ? {} : { description: text }),
    ...(front.partners === undefined ? {} : { partners: front.partners }),
    ...(thanks === undefined ? {} : { credits: thanks }),
  };
  const keeps = front.keepsContacts === true ? ({ keepsContacts: true } as const) : {};
  return { items: [item], problems, retry, uses: [], taken: shown.taken, ...keeps };
};
