import type { Temporal } from 'temporal-polyfill';
import type { AbsenceEntry, SlideOf } from '../contract.ts';
import { compact } from '../lib/compact.ts';
import { readingTimeMs } from '../reading-time.ts';
import { hoursLabel } from '../when/french/label.ts';
import { isActive, occursOn, windowsOn } from '../when/occurrence.ts';
import { firstHour, isOnToday, momentOf } from '../when/today.ts';
import type { WhenRule } from '../when/when.ts';
import type { CatalogueItem } from './catalogue.ts';
import type { AbsenceItem } from './item.ts';
import { seenFrom } from './menu-at.ts';
import { naturally } from './order.ts';
import { contentId } from './slide-id.ts';
import { ofKind } from './sorted-out.ts';

/** From this hour on, the absences of the next day of school are shown too. */
const EVENING: WhenRule = {
  type: 'rule',
  ranges: [{ from: null, to: null }],
  weekdays: [],
  months: [],
  except: { ranges: [], weekdays: [] },
  hours: [{ from: '17:00', to: null }],
  label: 'à partir de 17 h',
};

/** The next day of school is at most so many days ahead: from Friday to Monday. */
export const MAX_DAYS_TO_SCHOOL = 3;

type Absence = CatalogueItem & AbsenceItem;

const isFree = (day: Temporal.PlainDate): boolean => day.dayOfWeek > 5;
const isOn = ({ when }: Absence, day: Temporal.PlainDate): boolean => when !== null && occursOn(when, day);

/** The slides of those who are absent on the day of `at` and are not back yet, and, in the evening, on the next day of school. */
export function absencesAt(items: readonly CatalogueItem[], at: Temporal.ZonedDateTime): SlideOf<'absences'>[] {
  const absences = ofKind(items, 'absence');
  if (absences.length === 0) return [];
  const today = at.toPlainDate();
  const left = absences.filter((item) => isOn(item, today) && isOnToday(item.when, at));
  const next = isEvening(at) ? nextDay(absences, today) : null;
  return [
    ...(left.length > 0 ? [slideOf(left, today, at)] : []),
    ...(next === null
      ? []
      : [
          slideOf(
            absences.filter((item) => isOn(item, next)),
            next,
            at,
          ),
        ]),
  ];
}

const isEvening = (at: Temporal.ZonedDateTime): boolean => isFree(at.toPlainDate()) || isActive(EVENING, at);

/** Hours that change the programme of every day on which somebody is absent; null where nobody ever is. */
export const eveningOf = (items: readonly CatalogueItem[]): WhenRule | null =>
  ofKind(items, 'absence').length > 0 ? EVENING : null;

/** Tomorrow, or the Monday after a free weekend; null where nobody is absent on it. */
function nextDay(absences: readonly Absence[], today: Temporal.PlainDate): Temporal.PlainDate | null {
  for (let days = 1; days <= MAX_DAYS_TO_SCHOOL; days += 1) {
    const day = today.add({ days });
    if (absences.some((item) => isOn(item, day))) return day;
    if (!isFree(day)) return null;
  }
  return null;
}

function entryOf(item: Absence, day: Temporal.PlainDate, at: Temporal.ZonedDateTime): AbsenceEntry {
  const windows =
    item.when === null ? [] : windowsOn(item.when, day).filter(({ from, to }) => from !== null || to !== null);
  const isNow = day.equals(at.toPlainDate()) && momentOf(item.when, at).phase === 'now';
  const { teacher, subject, classes, room, replacement, note, period } = item;
  return {
    teacher,
    ...compact({
      subject,
      classes,
      hours: windows.length > 0 ? hoursLabel(windows) : period,
      room,
      replacement,
      note,
      now: isNow ? (true as const) : undefined,
      item: item.id,
    }),
  };
}

function slideOf(items: readonly Absence[], day: Temporal.PlainDate, at: Temporal.ZonedDateTime): SlideOf<'absences'> {
  const sorted = items.toSorted(
    (a, b) =>
      naturally(firstHour(a.when, day), firstHour(b.when, day)) ||
      naturally(a.period ?? '', b.period ?? '') ||
      naturally(a.teacher, b.teacher) ||
      naturally(a.id, b.id),
  );
  const entries = sorted.map((item) => entryOf(item, day, at));
  const label = seenFrom(day.toString(), at.toPlainDate());
  const readable = entries.map(({ now: _now, item: _item, ...rest }) => rest);
  return {
    id: contentId('absences', label, day.toString(), readable),
    kind: 'absences',
    title: `Absences – ${label.toLowerCase()}`,
    durationMs: readingTimeMs(readable.flatMap((entry) => Object.values(entry)).join(' ')),
    source: null,
    // A new absence is shown at once, as whatever staff change.
    serial: Math.max(...items.map(({ serial }) => serial)),
    today: true,
    day: day.toString(),
    label,
    entries,
  };
}
