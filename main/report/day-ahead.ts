import { Temporal } from 'temporal-polyfill';
import type { Programme, Slide } from '../contract.ts';
import { frenchList } from '../lib/french-list.ts';
import { mapped, type Steps } from '../lib/in-turns.ts';
import type { DayAhead, DaySlide } from '../regie-contract.ts';
import { FADE_MS } from '../turn.ts';
import { dayLabel, timeLabel } from '../when/french/label.ts';
import { rhythmSteps } from './rhythm.ts';

/** A day with more changes than this is told by its first ones. */
const MAX_CHANGES = 200;

/** A part of a day in which the programme stays the same. */
interface DayPart {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
  readonly programme: Programme;
}

/** The parts of a day, from its midnight to the next one; each costs the making of a programme. */
function* partsOfDay(
  day: Temporal.PlainDate,
  zone: string,
  programmeAt: (instant: Temporal.Instant) => Programme,
): Generator<DayPart> {
  const end = day.add({ days: 1 }).toZonedDateTime(zone);
  let from = day.toZonedDateTime(zone);
  for (let n = 0; n < MAX_CHANGES && Temporal.ZonedDateTime.compare(from, end) < 0; n++) {
    const programme = programmeAt(from.toInstant());
    const next = programme.nextChange === null ? end : Temporal.ZonedDateTime.from(programme.nextChange);
    const isWithin = Temporal.ZonedDateTime.compare(from, next) < 0 && Temporal.ZonedDateTime.compare(next, end) < 0;
    const to = isWithin ? next : end;
    yield { from, to, programme };
    from = to;
  }
}

interface Span {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

/** Spans that touch, as one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { from, to } of spans) {
    const last = all.at(-1);
    if (last?.to.equals(from)) all[all.length - 1] = { from: last.from, to };
    else all.push({ from, to });
  }
  return all;
}

const isMidnight = ({ hour, minute }: Temporal.ZonedDateTime) => hour === 0 && minute === 0;
const clock = (at: Temporal.ZonedDateTime) => timeLabel(at.toPlainTime().toString({ smallestUnit: 'minute' }));

/** « 14 h – 17 h », « jusqu’à 12 h », « à partir de 14 h »; « toute la journée » for all of it. */
function spanWords({ from, to }: Span): string {
  if (isMidnight(from)) return isMidnight(to) ? 'toute la journée' : `jusqu’à ${clock(to)}`;
  return isMidnight(to) ? `à partir de ${clock(from)}` : `${clock(from)} – ${clock(to)}`;
}

/** What is the same slide all day long, though its words change with the hour: « à 14 h », then « en ce moment ». */
function namesOf(slides: readonly Slide[]): string[] {
  const counts = new Map<string, number>();
  return slides.map(({ kind, item, source, title }) => {
    const thing = item ?? source ?? (kind === 'idle' || kind === 'agenda' ? '' : title);
    const name = `${kind}\n${thing}`;
    const rank = counts.get(name) ?? 0;
    counts.set(name, rank + 1);
    return `${name}\n${rank}`;
  });
}

interface Shown {
  readonly slide: Slide;
  readonly spans: Span[];
}

/** The slides of all parts, each once, in the order of the turns: what one part adds stands after what precedes it there. */
function shownOver(parts: readonly DayPart[]): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  let order: string[] = [];
  for (const { from, to, programme } of parts) {
    let before = -1;
    const names = namesOf(programme.slides);
    for (const [index, slide] of programme.slides.entries()) {
      const name = names[index] ?? '';
      const known = shown.get(name);
      if (known) known.spans.push({ from, to });
      else {
        shown.set(name, { slide, spans: [{ from, to }] });
        order = order.toSpliced(before + 1, 0, name);
      }
      before = order.indexOf(name, 0);
    }
  }
  return new Map(
    order.flatMap((name) => {
      const one = shown.get(name);
      return one ? [[name, one] as const] : [];
    }),
  );
}

/** Seconds of a turn of a programme. */
function* turnSeconds(programme: Programme): Steps<number> {
  const whole = programme.slides.reduce((sum, { durationMs }) => sum + durationMs + FADE_MS, 0) / 1000;
  return Math.round((yield* rhythmSteps(programme))?.turnSeconds ?? whole);
}

const local = (at: Temporal.ZonedDateTime) => at.toPlainDateTime().toString({ smallestUnit: 'second' });

/** What a screen shows on a day: a pure function of the day and of the programmes of its instants. */
export function* dayAheadSteps(
  day: Temporal.PlainDate,
  zone: string,
  programmeAt: (instant: Temporal.Instant) => Programme,
): Steps<DayAhead> {
  const parts = yield* mapped(partsOfDay(day, zone, programmeAt), (part) => part);
  const litParts = parts.filter(({ programme }) => programme.lit);
  const lit = joined(litParts);
  const longest = litParts.reduce<DayPart | null>(
    (best, part) => (best && best.programme.slides.length >= part.programme.slides.length ? best : part),
    null,
  );
  const shown = [...shownOver(litParts).values()].filter(({ slide }) => slide.kind !== 'idle');
  const all = JSON.stringify(lit);
  const slides = shown.map(({ slide, spans }): DaySlide => {
    const own = joined(spans);
    const { id, kind, title, durationMs, source } = slide;
    const hours = JSON.stringify(own) === all ? '' : frenchList(own.map(spanWords));
    return { id, kind, title, durationMs, source, at: local(spans[0]?.from ?? day.toZonedDateTime(zone)), hours };
  });
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
