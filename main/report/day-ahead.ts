import { Temporal } from 'temporal-polyfill';
import type { Programme, Slide } from '../contract.ts';
import { frenchList } from '../lib/french-list.ts';
import { mapped } from '../lib/in-turns.ts';
import { memoByObject } from '../lib/memo-by-object.ts';
import type { Steps } from '../lib/steps.ts';
import type { DayAhead, DaySlide } from '../regie-contract.ts';
import { FADE_MS } from '../turn.ts';
import { dayLabel, timeLabel } from '../when/french/label.ts';
import { rhythmSteps } from './rhythm.ts';

/** A day with more changes than this is told by its first ones. */
const MAX_CHANGES = 200;

/** Makes the programme of an instant. */
type ProgrammeSteps = (instant: Temporal.Instant) => Steps<Programme>;

/** A part of a day in which the programme stays the same. */
interface DayPart {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
  readonly programme: Programme;
}

/** The parts of a day, from its midnight to the next one; each costs the making of a programme. */
function* partsOfDay(day: Temporal.PlainDate, zone: string, programmeAt: ProgrammeSteps): Steps<DayPart[]> {
  const end = day.add({ days: 1 }).toZonedDateTime(zone);
  const parts: DayPart[] = [];
  let from = day.toZonedDateTime(zone);
  while (parts.length < MAX_CHANGES && Temporal.ZonedDateTime.compare(from, end) < 0) {
    const programme = yield* programmeAt(from.toInstant());
    const next = programme.nextChange === null ? end : Temporal.ZonedDateTime.from(programme.nextChange);
    const isWithin = Temporal.ZonedDateTime.compare(from, next) < 0 && Temporal.ZonedDateTime.compare(next, end) < 0;
    const to = isWithin ? next : end;
    parts.push({ from, to, programme });
    from = to;
    yield;
  }
  return parts;
}

interface Span {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

/** Spans that touch, as one. Where one part of a day ends the next one begins, at the same object. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { from, to } of spans) {
    const last = all.at(-1);
    if (last?.to === from) all[all.length - 1] = { from: last.from, to };
    else all.push({ from, to });
  }
  return all;
}

/** What is shown all day long is looked at in the hours of the school, and not at midnight. */
const SCHOOL = Temporal.PlainTime.from('09:00');

/** When a part of a day is looked at: in the hours of the school where it has them, else when it begins. */
const lookedAt = memoByObject(({ from, to }: DayPart): Temporal.ZonedDateTime => {
  const hour = from.withPlainTime(SCHOOL);
  const isWithin = Temporal.ZonedDateTime.compare(from, hour) < 0 && Temporal.ZonedDateTime.compare(hour, to) < 0;
  return isWithin ? hour : from;
});

const isMidnight = ({ hour, minute }: Temporal.ZonedDateTime) => hour === 0 && minute === 0;
const clock = memoByObject((at: Temporal.ZonedDateTime) =>
  timeLabel(at.toPlainTime().toString({ smallestUnit: 'minute' })),
);

/** « 14 h – 17 h », « jusqu’à 12 h », « à partir de 14 h »; « toute la journée » for all of it. */
function spanWords({ from, to }: Span): string {
  if (isMidnight(from)) return isMidnight(to) ? 'toute la journée' : `jusqu’à ${clock(to)}`;
  return isMidnight(to) ? `à partir de ${clock(from)}` : `${clock(from)} – ${clock(to)}`;
}

/** Thousands of slides are the same objects on all days. */
const nameOf = memoByObject(({ kind, item, source, title }: Slide): string => {
  const thing = item ?? source ?? (kind === 'idle' || kind === 'agenda' ? '' : title);
  return `${kind}\n${thing}`;
});

/** What is the same slide all day long, though its words change with the hour: « à 14 h », then « en ce moment ». */
function namesOf(slides: readonly Slide[]): Steps<string[]> {
  const counts = new Map<string, number>();
  return mapped(slides, (slide) => {
    const name = nameOf(slide);
    const rank = counts.get(name) ?? 0;
    counts.set(name, rank + 1);
    return `${name}\n${rank}`;
  });
}

interface Shown {
  /** As it is in this part: the one with the hours of the school, else its first. */
  slide: Slide;
  part: DayPart;
  /** The parts of the day in which it is in the programme. */
  readonly parts: DayPart[];
  /** What stands after it. */
  next: Shown | null;
}

/** The slides of all parts, each once, in the order of the turns: what one part adds stands after what precedes it there. */
function* shownOver(parts: readonly DayPart[]): Steps<Shown[]> {
  const shown = new Map<string, Shown>();
  let first: Shown | null = null;
  for (const part of parts) {
    let before: Shown | null = null;
    const names = yield* namesOf(part.programme.slides);
    for (const [index, slide] of part.programme.slides.entries()) {
      yield;
      const name = names[index] ?? '';
      const known = shown.get(name);
      const here: Shown = known ?? { slide, part, parts: [], next: before === null ? first : before.next };
      here.parts.push(part);
      if (lookedAt(part) !== part.from) {
        here.slide = slide;
        here.part = part;
      }
      if (known === undefined) {
        shown.set(name, here);
        if (before === null) first = here;
        else before.next = here;
      }
      before = here;
    }
  }
  const inOrder: Shown[] = [];
  for (let each = first as Shown | null; each !== null; each = each.next) inOrder.push(each);
  return inOrder;
}

/** Whether two slides take the same place in a turn, whatever they show. */
const isAlike = (a: Slide, b: Slide | undefined) =>
  a === b ||
  (a.kind === b?.kind &&
    a.group === b.group &&
    a.durationMs === b.durationMs &&
    a.today === b.today &&
    ('part' in a ? a.part : '') === ('part' in b ? b.part : ''));

/** The turn that was foretold last: most days of a fortnight pass alike, and thousands of slides are not played for each. */
let lastTurn: { readonly programme: Programme; readonly seconds: number } | null = null;

function isSameTurn(a: Programme, b: Programme): boolean {
  const isSamePace = a.turnMs === b.turnMs && a.recallMs === b.recallMs && a.slides.length === b.slides.length;
  return isSamePace && a.slides.every((slide, index) => isAlike(slide, b.slides[index]));
}

/** Seconds of a turn of a programme. */
function* turnSeconds(programme: Programme): Steps<number> {
  if (lastTurn !== null && isSameTurn(programme, lastTurn.programme)) return lastTurn.seconds;
  const whole = programme.slides.reduce((sum, { durationMs }) => sum + durationMs + FADE_MS, 0) / 1000;
  const seconds = Math.round((yield* rhythmSteps(programme))?.turnSeconds ?? whole);
  lastTurn = { programme, seconds };
  return seconds;
}

const local = memoByObject((at: Temporal.ZonedDateTime) => at.toPlainDateTime().toString({ smallestUnit: 'second' }));

/** A slide as the day tells it: an instant at which it is shown, and when it is, where that is not all the time. */
function daySlide({ id, kind, title, durationMs, source }: Slide, at: string, hours: string): DaySlide {
  return { id, kind, title, durationMs, source, at, hours };
}

const isThing = ({ kind }: Slide) => kind !== 'idle';

/** What is shown in these parts of a day, where they are lit. */
function* daySlides(parts: readonly DayPart[]): Steps<DaySlide[]> {
  const [only] = parts;
  // Most days have one part: none of thousands of slides has to be looked for in another one.
  if (only !== undefined && parts.length === 1) {
    const at = local(lookedAt(only));
    return yield* mapped(only.programme.slides.filter(isThing), (slide) => daySlide(slide, at, ''));
  }
  const shown = (yield* shownOver(parts)).filter(({ slide }) => isThing(slide));
  return yield* mapped(shown, ({ slide, part, parts: own }) =>
    daySlide(slide, local(lookedAt(part)), own.length === parts.length ? '' : frenchList(joined(own).map(spanWords))),
  );
}

/** What a screen shows on a day: a pure function of the day and of the programmes of its instants. */
export function* dayAheadSteps(day: Temporal.PlainDate, zone: string, programmeAt: ProgrammeSteps): Steps<DayAhead> {
  const parts = yield* partsOfDay(day, zone, programmeAt);
  const litParts = parts.filter(({ programme }) => programme.lit);
  const lit = joined(litParts);
  const longest = litParts.reduce<DayPart | null>(
    (best, part) => (best && best.programme.slides.length >= part.programme.slides.length ? best : part),
    null,
  );
  const slides = yield* daySlides(litParts);
  const isAllDay = lit.length === 1 && lit[0] !== undefined && spanWords(lit[0]) === 'toute la journée';
  return {
    day: day.toString(),
    label: dayLabel(day),
    lit: lit.length === 0 ? null : isAllDay ? '' : frenchList(lit.map(spanWords)),
    turnSeconds: slides.length === 0 || longest === null ? 0 : yield* turnSeconds(longest.programme),
    slides,
    changes: parts.map(({ from }) => local(from)),
  };
}
