import type { Problem } from '../../contract.ts';
import { compact } from '../../lib/compact.ts';
import { fold } from '../../lib/fold.ts';
import { memoByObject } from '../../lib/memo-by-object.ts';
import type { ItemStatus } from '../../programme/item.ts';
import { parseHours, withHours } from '../../when/french/hours.ts';
import { parseWhen } from '../../when/french/parse-when.ts';
import type { DateContext } from '../../when/french/types.ts';
import type { When, WhenRule } from '../../when/when.ts';
import { fault, guessed, problemOf, quoted, type Sentences } from '../faults/fault.ts';
import { datesOfPath, type NamedDates } from '../names/file-name.ts';
import type { ReadTools } from '../reading/reading.ts';
import type { Unit } from '../scan/unit.ts';
import { newDayUnread, splitStatus } from '../status.ts';
import type { FrontMatter } from './text/front-matter.ts';

/** The fields of every item, from the front matter first, then from the names of file and folders. */
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
    readonly status?: ItemStatus;
    readonly announced?: true;
  };
  /** Whether a title was written, in the front matter or the name. */
  readonly titled: boolean;
  /** The words of the folder that it lies in; empty where there are none. */
  readonly album: string;
  readonly problems: readonly Problem[];
  /** The dates as written cannot be followed, so it would be a guess to show the file at any time. */
  readonly refused: boolean;
}

const noFrontMatter: FrontMatter = {};

const hoursWithoutDay = () =>
  fault(
    'hours-without-day',
    'Des heures sont écrites, mais aucun jour.',
    'Ajoutez une ligne « dates : » dans l’en-tête du fichier.',
  );

/** When a file is shown, and what is wrong with what is written about it. */
interface WrittenDates {
  readonly when: WhenRule | null;
  readonly problems: readonly Problem[];
  readonly refused: boolean;
}

/** The days of the front matter, or else those of the names of file and folders. */
function daysFrom(front: FrontMatter, named: NamedDates, file: string, context: DateContext): WrittenDates {
  const refused = (words: Sentences): WrittenDates => ({
    when: null,
    problems: [problemOf(file, 'refused', words)],
    refused: true,
  });
  if (front.dates === undefined) {
    return named.fault ? refused(named.fault) : { when: named.when, problems: named.problems, refused: false };
  }
  const written = parseWhen(front.dates, context);
  if (!written.ok) return refused(written.fault);
  return {
    when: written.when,
    problems: written.warnings.map((each) => problemOf(file, 'warning', each)),
    refused: false,
  };
}

/** Days with the hours of the front matter added to them. */
function withWrittenHours(days: WrittenDates, hours: string | undefined, file: string): WrittenDates {
  if (hours === undefined || days.refused) return days;
  const read = parseHours(hours);
  const warned = (words: readonly Sentences[]): readonly Problem[] => [
    ...days.problems,
    ...words.map((each) => problemOf(file, 'warning', each)),
  ];
  if (!read.ok) return { ...days, problems: warned([read.fault]) };
  if (days.when === null) return { ...days, problems: warned([hoursWithoutDay()]) };
  return { ...days, when: withHours(days.when, read.hours), problems: warned(read.warnings) };
}

/** Whether a file takes place as announced, by its front matter, its title or its name, and the title without these words. */
interface WrittenStatus {
  readonly status: ItemStatus | null;
  readonly title: string;
  readonly problems: readonly Problem[];
}

function statusFrom(front: FrontMatter, named: NamedDates, file: string, context: DateContext): WrittenStatus {
  const title = front.title ?? named.title;
  const [inKey, inTitle] = [front.status, front.title].map((text) =>
    text === undefined ? null : splitStatus(text, context),
  );
  const told = inKey ?? inTitle;
  const problems: Sentences[] = told?.unread ? [newDayUnread(told.unread)] : [];
  if (front.status !== undefined && !inKey) problems.push(unknownStatus(front.status));
  return {
    status: told?.status ?? named.status,
    title: inTitle ? inTitle.rest : title,
    problems: problems.map((each) => problemOf(file, 'warning', each)),
  };
}

const unknownStatus = (written: string): Sentences =>
  fault(
    'status-unknown',
    `La valeur ${quoted(written)} du réglage « statut » n’est pas comprise.`,
    'Écrivez statut: annulé, ou statut: reporté au 12 mai.',
  );

/** « Forum reporté au 12 mai »: nobody knows from which day, so there is nothing to strike out. */
const onlyNewDay = (): Sentences =>
  guessed(
    'status-only-new-day',
    'L’ancienne date n’est pas dite : l’annonce est montrée à sa nouvelle date, sans rien de barré.',
    'Pour barrer l’ancienne, gardez-la dans le nom, par exemple « 5 mai - Forum reporté au 12 mai ».',
  );

/** What dates of a unit mean that do not say their year, or that are counted from the day on which it was first seen. */
export function contextOf(unit: Unit, tools: Pick<ReadTools, 'zone' | 'writtenOn' | 'seen'>) {
  const reference = tools.writtenOn(unit.files[0]);
  return { zone: tools.zone, reference, seen: tools.seen ?? reference };
}

type Tools = Parameters<typeof contextOf>[1];

/** Of one reading: its tools are its own. */
const namesOf = memoByObject((_tools: Tools) => new Map<Unit, NamedDates>());

/** What the path of a unit says. Several ask while it is read, and it costs more than all else that is asked of a short text. */
export function namedDates(unit: Unit, tools: Tools): NamedDates {
  const names = namesOf(tools);
  const known = names.get(unit);
  if (known !== undefined) return known;
  const { zone, reference, seen } = contextOf(unit, tools);
  const named = datesOfPath(unit.path, unit.kind !== 'file', zone, reference, seen);
  names.set(unit, named);
  return named;
}

/** `fallback` is the title where neither front matter nor name gives one. */
export function baseOf(unit: Unit, tools: ReadTools, fallback: string, front: FrontMatter = noFrontMatter): Base {
  const file = unit.files[0].path;
  const context = contextOf(unit, tools);
  const named = namedDates(unit, tools);
  const days = withWrittenHours(daysFrom(front, named, file, context), front.hours, file);
  const { status, title, problems: statusProblems } = statusFrom(front, named, file, context);
  // A folder of photos is one thing of that day, and each of them is not.
  const isAnnounced = unit.kind === 'file' && title !== '' && (front.dates !== undefined || named.isOwn);
  const isMoved = days.when === null && status?.to !== undefined;
  const when = isMoved ? status.to : days.when;
  const screens = front.screens?.map(fold) ?? null;
  return {
    titled: title !== '',
    album: named.album,
    problems: [...days.problems, ...statusProblems, ...(isMoved ? [problemOf(file, 'warning', onlyNewDay())] : [])],
    refused: days.refused,
    fields: {
      id: unit.path,
      title: title === '' ? fallback : title,
      source: file,
      when,
      // A file in the folder of one screen stays there, whatever its front matter says.
      screens: unit.screens ?? screens,
      order: front.order ?? null,
      modifiedMs: Math.round(Math.max(...unit.files.map(({ mtimeMs }) => mtimeMs))),
      ...compact({
        durationMs: front.durationMs,
        status: isMoved ? undefined : (status ?? undefined),
        announced: isAnnounced ? (true as const) : undefined,
      }),
    },
  };
}
