import { posix } from 'node:path';
import type { Problem } from '../../../contract.ts';
import { compact } from '../../../lib/compact.ts';
import { targetLabel } from '../../../programme/countdown.ts';
import type { CountdownItem } from '../../../programme/item.ts';
import { splitLeadingDate, splitTrailingDate } from '../../../when/french/name-date.ts';
import { parseWhen } from '../../../when/french/parse-when.ts';
import type { DateContext } from '../../../when/french/types.ts';
import type { WhenRule } from '../../../when/when.ts';
import { dropped, fault, problemOf, quoted, type Sentences } from '../../faults/fault.ts';
import { withoutEnding } from '../../names/endings.ts';
import { captionOf } from '../../names/file-name.ts';
import { nothing, type Reading } from '../../reading/reading.ts';
import type { Unit } from '../../scan/unit.ts';
import type { Base } from '../base.ts';
import type { FrontMatter } from './front-matter.ts';

/** « Compte à rebours », « Décompte », and « J- » or « J-38 » at the start; « J-pop » is none. */
const WORDS =
  /(?<![\p{L}\p{N}])(?:compte[\s_-]*[àa][\s_-]*rebours|d[ée]compte)(?![\p{L}\p{N}])|^j\s?[-–−](?:\s?\d{1,3}(?!\d)|(?=[\s_])|$)/iu;
/** A text below the day is a sentence or two. */
const MAX_TEXT = 160;

/** The name of a file without the words that make a countdown of it; null where it has none. */
export function countdownName(path: string): string | null {
  const name = withoutEnding(posix.basename(path)).normalize('NFC');
  const match = WORDS.exec(name);
  if (match === null) return null;
  const parts = [name.slice(0, match.index), name.slice(match.index + match[0].length)];
  return parts
    .map((part) =>
      part.replace(/^[\s\-–—:_|,]+|[\s\-–—:_|,]+$/gu, '').replace(/^(?:avant|jusqu[’']?(?:au|à)|pour)\s+/iu, ''),
    )
    .filter((part) => part !== '')
    .join(' - ');
}

/** What a countdown waits for, as a name or the key `compte` says it. */
interface Waited {
  readonly target: WhenRule | null;
  /** Of the name, without its date; null where the key says the day. */
  readonly title: string | null;
  readonly problems: readonly Sentences[];
}

function waitedFor(name: string | null, { countdown }: FrontMatter, context: DateContext): Waited | null {
  if (countdown !== undefined) {
    const read = parseWhen(countdown, context);
    const title = name === null ? null : (dateIn(name, context)?.rest ?? name);
    return read.ok
      ? { target: read.when, title, problems: read.warnings }
      : { target: null, title, problems: [read.fault] };
  }
  if (name === null) return null;
  const found = dateIn(name, context);
  if (found === null) return { target: null, title: name, problems: [noDay()] };
  return { target: found.when, title: found.rest, problems: found.warnings };
}

const dateIn = (name: string, context: DateContext) =>
  splitLeadingDate(name, context) ?? splitTrailingDate(name, context);

/** What a countdown is made of. Few texts are one: its words and its fields are asked for only where it is. */
interface Written {
  readonly front: FrontMatter;
  readonly text: () => Promise<string | undefined>;
  readonly base: () => Base;
}

/** The reading of a text that is a countdown; null where neither its name nor its key `compte` says so. */
export async function countdownReading(
  unit: Unit,
  context: DateContext,
  { front, text: words, base }: Written,
): Promise<Reading | null> {
  const waited = waitedFor(countdownName(unit.path), front, context);
  if (waited === null) return null;
  const file = unit.files[0].path;
  const day = waited.target && oneDay(waited.target);
  if (waited.target === null || !day) {
    const told = waited.target === null ? waited.problems : [severalDays(waited.target.label)];
    return { ...nothing, problems: told.map((each) => problemOf(file, 'refused', each)) };
  }
  const text = await words();
  const { fields, problems } = base();
  const isLong = (text?.length ?? 0) > MAX_TEXT;
  const own = captionOf(waited.title ?? '');
  const { announced: _announced, ...rest } = fields;
  const item: CountdownItem = {
    ...rest,
    ...(front.title === undefined && own !== '' ? { title: own } : {}),
    kind: 'countdown',
    target: waited.target,
    when: until(waited.target, day),
    ...compact({ text: isLong ? undefined : text }),
  };
  const told: Problem[] = [...waited.problems, ...(isLong ? [longText()] : [])].map((each) =>
    problemOf(file, 'warning', each),
  );
  // What its name says of dates has been read here.
  const others = problems.filter(({ code }) => !code.startsWith('name-date') && !code.startsWith('date-'));
  return { items: [item], problems: [...others, ...told], retry: false, uses: [] };
}

/** The one day of a rule, or the first of a run of days; null where it comes back, or has no beginning. */
function oneDay({ ranges, weekdays, months }: WhenRule): string | null {
  return ranges.length === 1 && weekdays.length === 0 && months.length === 0 ? (ranges[0]?.from ?? null) : null;
}

/** Until the day is over, or its hours where they are known: of which only the start is known, two hours. */
function until(target: WhenRule, day: string): WhenRule {
  const { hours } = target;
  const last = hours.at(-1);
  const end = last?.to ?? (last?.from ? later(last.from) : null);
  const ends = end !== null && last !== undefined && end > (last.from ?? '') ? { ends: end } : {};
  const ranges = [{ from: null, to: day, ...ends }];
  const except = { ranges: [], weekdays: [] };
  const label = `compte à rebours jusqu’au ${targetLabel(target)}`;
  return { type: 'rule', ranges, weekdays: [], months: [], except, hours: [], label };
}

const later = (time: string) => `${String(Number(time.slice(0, 2)) + 2).padStart(2, '0')}${time.slice(2)}`;

const noDay = (): Sentences =>
  fault(
    'countdown-no-day',
    'Ce compte à rebours ne dit pas jusqu’à quel jour, ou ce jour est passé.',
    'Écrivez le jour dans le nom, par exemple « Compte à rebours - 26 juin - Brevet », ou une ligne compte: 2026-06-26 dans le fichier.',
  );

const severalDays = (label: string): Sentences =>
  fault(
    'countdown-several-days',
    `Un compte à rebours va jusqu’à un seul jour, et ${quoted(label)} n’en est pas un.`,
    'Écrivez une seule date, par exemple compte: 2026-06-26.',
  );

const longText = (): Sentences =>
  dropped(
    'countdown-text-long',
    `Le texte de ce compte à rebours a plus de ${MAX_TEXT} caractères : il n’est pas montré.`,
    'Gardez une phrase courte, ou mettez le texte dans un autre fichier.',
  );
