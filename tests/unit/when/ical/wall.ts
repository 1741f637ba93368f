import { Temporal } from 'temporal-polyfill';
import { withWholeCharacters } from '../../../../main/content/kinds/calendar/whole-characters.ts';
import { withoutControls } from '../../../../main/content/kinds/calendar/without-controls.ts';
import { decodeText } from '../../../../main/content/kinds/text/decode-text.ts';
import { readCalendarFile } from '../../../../main/when/ical/read-calendar-file.ts';
import { windowsOn } from '../../../../main/when/occurrence.ts';
import type { HourWindow } from '../../../../main/when/when.ts';

/** What a wall shows of a calendar file, and what is said of it. */
export interface Wall {
  /** « 05-05 Atelier · 14:00-15:00 · CDI », « 05-05 Forum · jour », by day and title. */
  readonly shown: string[];
  /** Codes of what was not understood. */
  readonly told: string[];
  /** The sentences themselves. */
  readonly sentences: string[];
}

const hours = ({ from, to }: HourWindow) =>
  from === null && to === null ? 'jour' : `${from ?? '00:00'}-${to ?? (from === null ? '' : '24:00')}`;
const startOnly = ({ from }: HourWindow) => `${from}-`;

/** Reads a calendar file as a school in Paris does; `from` and `to` are ISO days, both included. */
export function wallOf(file: string | Uint8Array, from: string, to: string): Wall {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const decoded = decodeText(withWholeCharacters(withoutControls(bytes)));
  if (!decoded.ok) return { shown: [], told: [decoded.fault.code], sentences: [decoded.fault.message] };
  const { events, faults } = readCalendarFile(decoded.text, 'Europe/Paris', Temporal.PlainDate.from('2026-04-20'));
  const shown: string[] = [];
  const last = Temporal.PlainDate.from(to);
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const today = events.flatMap(({ title, location, when }) =>
      windowsOn(when, day).map((window) =>
        [title, window.startOnly ? startOnly(window) : hours(window), location].filter(Boolean).join(' · '),
      ),
    );
    shown.push(...today.toSorted().map((line) => `${day.toString().slice(5)} ${line}`));
  }
  const all = [...decoded.warnings, ...faults];
  return { shown, told: all.map(({ code }) => code), sentences: all.map(({ message }) => message) };
}
