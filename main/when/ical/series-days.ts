import { minutesPerDay } from '../wall-time.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { detailsOf, type EventDetails } from './event-details.ts';
import type { NamedStart } from './event-times.ts';
import { propertiesOf } from './file/calendar-components.ts';
import type { Occurrence, Strand } from './strand.ts';
import { occurrencesOf } from './strand-occurrences.ts';

/** What of a series is told in the same words: its days, and the event that says them. */
export interface SeriesPart {
  readonly event: CalendarEvent;
  readonly details: EventDetails;
  readonly strands: readonly Strand[];
  readonly once: readonly Occurrence[];
}

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay);
const isNamed = (wall: number, named: NamedStart) => (named.isDay ? dayOf(wall) : wall) === named.at;

/** A series and the occurrences of it that were edited, each in its newest revision. */
interface Series {
  readonly master: CalendarEvent;
  readonly overrides: readonly CalendarEvent[];
  readonly place: string;
}

function bareStrand({ start, first, zone, rules, exceptRules }: CalendarEvent): Strand {
  return {
    start,
    allDay: first.allDay,
    ...(zone === null ? {} : { zone }),
    minutes: first.to - first.from,
    rules,
    ...(exceptRules.length === 0 ? {} : { exceptRules }),
  };
}

function without(strand: Strand, named: readonly NamedStart[]): Strand {
  const walls = named.filter(({ isDay }) => !isDay).map(({ at }) => at);
  const days = named.filter(({ isDay }) => isDay).map(({ at }) => at);
  return {
    ...strand,
    ...(walls.length === 0 ? {} : { without: walls }),
    ...(days.length === 0 ? {} : { withoutDays: days }),
  };
}

/** The days of a series, and what of it was guessed. */
export interface SeriesDays {
  readonly parts: readonly SeriesPart[];
  /** Single occurrences that were cancelled. */
  readonly cancelled: readonly SeriesPart[];
  /** Edited occurrences that name a wrong hour: they are taken to replace the only one of their day. */
  readonly misplaced: readonly CalendarEvent[];
  /** Edits of occurrences that the series has no longer: they are not shown. */
  readonly stale: readonly CalendarEvent[];
  /** Whether a date that is taken out names a wrong hour, and so takes nothing out. */
  readonly hasIdleExclusion: boolean;
}

/** The start of the only occurrence on the day of a start that is none itself; null where all is as named. */
function otherStart({ at, isDay }: NamedStart, strand: Strand | null, place: string): number | null {
  if (strand === null || isDay) return null;
  const midnight = dayOf(at) * minutesPerDay;
  const starts = occurrencesOf(strand, place, midnight, midnight + minutesPerDay - 1)
    .map(({ from }) => from)
    .filter((from) => dayOf(from) === dayOf(at));
  const [only] = starts;
  return only === undefined || starts.length > 1 || only === at ? null : only;
}

/** The start that a name stands for in a series: a day stands for the usual hour of that day. */
function wallOf({ at, isDay }: NamedStart, { first }: CalendarEvent): number {
  return isDay ? at * minutesPerDay + (first.from - dayOf(first.from) * minutesPerDay) : at;
}

const ruleTextOf = ({ component }: CalendarEvent) =>
  propertiesOf(component, 'rrule')
    .map(({ value }) => value)
    .join();

interface Piece {
  readonly event: CalendarEvent;
  readonly strand: Strand;
}

/** When an edited occurrence takes place: where it says no times of its own, when what it replaces would have. */
function occurrenceOf(event: CalendarEvent, master: CalendarEvent): Occurrence {
  const { component, first, keepsTimes, recurrenceId } = event;
  if (!keepsTimes || recurrenceId === null) return first;
  const from = wallOf(recurrenceId, master);
  const hasLength = component.properties.some(({ name }) => name === 'dtend' || name === 'duration');
  const { first: usual } = master;
  return { from, to: from + (hasLength ? first.to - first.from : usual.to - usual.from), allDay: usual.allDay };
}

/** From where on each change of « this one and all that follow » holds. */
const pointsOf = (master: CalendarEvent, changes: readonly CalendarEvent[]) =>
  changes.map((change) => wallOf(change.recurrenceId ?? { at: change.first.from, isDay: false }, master));

/** The strands of a series that was changed « this one and all that follow », each from its change to the next. */
function piecesOf(master: CalendarEvent, changes: readonly CalendarEvent[]): Piece[] {
  if (master.rules.length === 0) return [];
  const points = pointsOf(master, changes);
  const own = bareStrand(master);
  const before = (index: number) => (points[index] === undefined ? {} : { before: points[index] });
  return [
    { event: master, strand: { ...own, ...before(0) } },
    ...changes.map((event, index): Piece => {
      const since = points[index] ?? 0;
      const hasOwnRule = event.rules.length > 0 && ruleTextOf(event) !== ruleTextOf(master);
      if (hasOwnRule) return { event, strand: { ...bareStrand(event), ...before(index + 1) } };
      const { from, to, allDay } = occurrenceOf(event, master);
      const shift = from - since;
      return {
        event,
        strand: { ...own, minutes: to - from, allDay, since, ...before(index + 1), ...(shift === 0 ? {} : { shift }) },
      };
    }),
  ];
}

const byId = (a: CalendarEvent, b: CalendarEvent) => (a.recurrenceId?.at ?? 0) - (b.recurrenceId?.at ?? 0);
const isShown = ({ cancelled, isPrivate }: CalendarEvent) => !cancelled && !isPrivate;

/** An edit that was made before its occurrence was taken out of the series is over. */
function isOver(override: CalendarEvent, master: CalendarEvent): boolean {
  const { recurrenceId } = override;
  if (recurrenceId === null || override.sequence >= master.sequence) return false;
  return master.excluded.some((named) => isNamed(wallOf(recurrenceId, master), named));
}

/** An edit of a day on which the series, changed since, has nothing any more. */
function isStale(override: CalendarEvent, master: CalendarEvent, place: string): boolean {
  const { recurrenceId } = override;
  if (recurrenceId === null || override.sequence >= master.sequence || master.rules.length === 0) return false;
  const midnight = dayOf(wallOf(recurrenceId, master)) * minutesPerDay;
  const isOnDay = ({ from }: Occurrence) => dayOf(from) * minutesPerDay === midnight;
  const given = occurrencesOf(bareStrand(master), place, midnight, midnight + minutesPerDay - 1);
  return ![...given, ...master.added].some(isOnDay);
}

/** What an edited occurrence says: where it has no title of its own, it says what the series says. */
function detailsOfOverride({ component }: CalendarEvent, series: EventDetails): EventDetails {
  const own = detailsOf(component);
  return own.title === '' ? { ...series, ...own, title: series.title } : own;
}

function gathered(parts: readonly SeriesPart[]): SeriesPart[] {
  if (parts.length === 1) return parts.filter(({ strands, once }) => strands.length + once.length > 0);
  const byDetails = new Map<string, SeriesPart>();
  for (const part of parts) {
    const key = JSON.stringify(part.details);
    const before = byDetails.get(key);
    const strands = [...(before?.strands ?? []), ...part.strands];
    const once = [...(before?.once ?? []), ...part.once];
    byDetails.set(key, { event: before?.event ?? part.event, details: part.details, strands, once });
  }
  return [...byDetails.values()].filter(({ strands, once }) => strands.length + once.length > 0);
}

/** Occurrences of a series that no rule gives, with what says them: its first one where it has no rule, and those of RDATE. */
function singleDays(master: CalendarEvent, changes: readonly CalendarEvent[], gone: readonly NamedStart[]) {
  const first = master.rules.length === 0 ? [master.first] : [];
  const days = [...first, ...master.added].filter(({ from }) => !gone.some((named) => isNamed(from, named)));
  const points = pointsOf(master, changes);
  return days
    .filter((each, index) => days.findIndex((other) => other.from === each.from) === index)
    .map((day): { event: CalendarEvent; day: Occurrence } => {
      const index = points.findLastIndex((point) => point <= day.from);
      const event = changes[index];
      if (!event) return { event: master, day };
      const { from, to, allDay } = occurrenceOf(event, master);
      const moved = day.from + from - (points[index] ?? from);
      return { event, day: { from: moved, to: moved + to - from, allDay } };
    });
}

/** The days of a series by what is said on them. Private occurrences are in none, and cancelled ones are apart. */
export function seriesDays({ master, overrides, place }: Series): SeriesDays {
  const stale = overrides.filter((override) => isStale(override, master, place));
  const valid = overrides.filter((override) => !isOver(override, master) && !stale.includes(override));
  const comesBack = master.rules.length + master.added.length > 0;
  const changes = valid.filter(({ andFuture }) => andFuture && comesBack).toSorted(byId);
  const singles = valid.filter((override) => !changes.includes(override));
  const pieces = piecesOf(master, changes);
  const strand = pieces[0]?.strand ?? null;
  const replaced = singles.flatMap((event) => {
    const { recurrenceId } = event;
    if (recurrenceId === null) return [];
    const other = otherStart(recurrenceId, strand, place);
    const named = other === null ? recurrenceId : { at: other, isDay: false };
    return [{ event, named, isMisplaced: other !== null }];
  });
  const gone = [...master.excluded, ...replaced.map(({ named }) => named)];
  const details = detailsOf(master.component);
  const part = (event: CalendarEvent, days: Pick<SeriesPart, 'strands' | 'once'>): SeriesPart => ({
    event,
    details: event === master ? details : detailsOfOverride(event, details),
    ...days,
  });
  const shown = pieces.filter(({ event }) => isShown(event));
  const ownPiece = shown.find(({ event }) => event === master);
  const single = singleDays(master, changes, gone);
  const own = single.filter(({ event }) => event === master).map(({ day }) => day);
  const parts = [
    part(master, { strands: ownPiece ? [without(ownPiece.strand, gone)] : [], once: own }),
    ...shown
      .filter((piece) => piece !== ownPiece)
      .map((piece) => part(piece.event, { strands: [without(piece.strand, gone)], once: [] })),
    ...single
      .filter(({ event }) => event !== master && isShown(event))
      .map(({ event, day }) => part(event, { strands: [], once: [day] })),
    ...singles.filter(isShown).map((event) => part(event, { strands: [], once: [occurrenceOf(event, master)] })),
  ];
  const cancelled = singles.filter((event) => event.cancelled && !event.isPrivate);
  return {
    parts: gathered(parts),
    cancelled: cancelled.map((event) => part(event, { strands: [], once: [occurrenceOf(event, master)] })),
    misplaced: replaced.filter(({ isMisplaced }) => isMisplaced).map(({ event }) => event),
    stale: stale.filter(isShown),
    hasIdleExclusion: master.excluded.some((named) => otherStart(named, strand, place) !== null),
  };
}
