import type { Problem } from '../../contract.ts';
import { fold } from '../../lib/fold.ts';
import { parseHours, withHours } from '../../when/french/hours.ts';
import { parseWhen } from '../../when/french/parse-when.ts';
import type { When, WhenRule } from '../../when/when.ts';
import { datesOfPath } from '../file-name.ts';
import type { ReadTools } from '../reading.ts';
import type { Unit } from '../unit.ts';
import type { FrontMatter } from './text/front-matter.ts';

/** What every reader can say against a file: the media and the document stages bring the same shape. */
export interface Sentence {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

export function problemOf(file: string, severity: Problem['severity'], { code, message, advice }: Sentence): Problem {
  return { file, severity, code, message, advice };
}

/** The fields every item has, from the front matter first, then from the names of file and folders. */
export interface Base {
  readonly fields: {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    readonly when: When | null;
    readonly screens: readonly string[] | null;
    readonly order: number | null;
    readonly modifiedMs: number;
    readonly durationMs?: number;
  };
  /** Whether a title was written, in the front matter or the name. */
  readonly titled: boolean;
  readonly problems: readonly Problem[];
  /** The dates as written cannot be used: showing the file at any time would be a guess. */
  readonly refused: boolean;
}

const noFrontMatter: FrontMatter = {};

function datesFrom(front: FrontMatter, file: string, tools: ReadTools, unit: Unit) {
  const problems: Problem[] = [];
  const context = { zone: tools.zone, reference: tools.writtenOn(unit.files[0]) };
  const named = datesOfPath(unit.path, unit.kind !== 'file', tools.zone, context.reference);
  let when: WhenRule | null = named.when;
  if (front.dates !== undefined) {
    const written = parseWhen(front.dates, context);
    if (!written.ok) return { named, when: null, problems: [problemOf(file, 'refused', written.fault)], refused: true };
    when = written.when;
    problems.push(...written.warnings.map((fault) => problemOf(file, 'warning', fault)));
  } else if (named.fault)
    return { named, when: null, problems: [problemOf(file, 'refused', named.fault)], refused: true };
  else problems.push(...named.problems);
  if (front.hours !== undefined) {
    const hours = parseHours(front.hours);
    if (!hours.ok) problems.push(problemOf(file, 'warning', hours.fault));
    else if (when === null) {
      problems.push(
        problemOf(file, 'warning', {
          code: 'hours-without-day',
          message: 'Des heures sont écrites, mais aucun jour.',
          advice: 'Ajoutez une ligne « dates : » dans l’en-tête du fichier.',
        }),
      );
    } else {
      when = withHours(when, hours.hours);
      problems.push(...hours.warnings.map((fault) => problemOf(file, 'warning', fault)));
    }
  }
  return { named, when, problems, refused: false };
}

/** `fallback` is the title where neither front matter nor name gives one. */
export function baseOf(unit: Unit, tools: ReadTools, fallback: string, front: FrontMatter = noFrontMatter): Base {
  const file = unit.files[0].path;
  const { named, when, problems, refused } = datesFrom(front, file, tools, unit);
  const title = front.title ?? named.title;
  const screens = front.screens?.map(fold) ?? null;
  return {
    titled: title !== '',
    problems,
    refused,
    fields: {
      id: unit.path,
      title: title === '' ? fallback : title,
      source: file,
      when,
      // A file in the folder of one screen stays there, whatever its front matter says.
      screens: unit.screens ?? screens,
      order: front.order ?? null,
      modifiedMs: Math.round(Math.max(...unit.files.map(({ mtimeMs }) => mtimeMs))),
      ...(front.durationMs === undefined ? {} : { durationMs: front.durationMs }),
    },
  };
}
