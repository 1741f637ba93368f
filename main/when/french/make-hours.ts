import { clockText } from '../wall-time.ts';
import type { Edge, Place, Time, WindowPart } from './tree.ts';

const minutesOf = (at: string) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));

function time(hour: number, minute: number): Time {
  return { time: clockText(hour, minute), possible: minute < 60 && hour * 60 + minute <= 24 * 60 };
}

/** From one time to another; a missing one is the start or the end of the day, and so is midnight. */
function window(from: Time | null, to: Time | null): WindowPart {
  const impossible = from?.possible === false || to?.possible === false;
  const bound = (at: Time | null) => (!at || at.time === '24:00' || at.time === '00:00' ? null : at.time);
  return {
    window: { from: bound(from), to: bound(to) },
    trouble: impossible ? 'impossible' : from?.time === '24:00' ? 'midnight' : null,
    part: false,
    word: (to ?? from)?.word === true,
  };
}

/** « de 9 à 11 », « 14h-16 »: numbers without « h » are the hours of a day where they follow each other in it. */
function isForward(from: Time, to: Time): boolean {
  return from.possible && to.possible && from.time >= '07:00' && from.time < to.time;
}

/** Only its start was said; a midnight is the start of the whole day. */
function start(from: Time): WindowPart {
  const open = window(from, null);
  return open.window.from === null ? open : { ...open, window: { ...open.window, startOnly: true } };
}

/** Whether one of two windows is a part of the day, and the other within it; of a start alone, whether it begins in it. */
function saysTheSame(one: WindowPart, other: WindowPart): boolean {
  if (one.part === other.part) return false;
  const [part, narrow] = one.part ? [one.window, other.window] : [other.window, one.window];
  const { from, to } = narrow;
  // « le soir de 17h à 19h », « le matin de 9h à 12h30 »: a part of the day has no sharp ends.
  const [first, last] = [minutesOf(part.from ?? '00:00') - 60, minutesOf(part.to ?? '24:00')];
  if (from === null || minutesOf(from) < first || minutesOf(from) >= last) return false;
  return to === null || (from < to && minutesOf(to) <= last + 60);
}

/** « 8 heures du matin », « 2 heures de l’après-midi »: `half` is what is added to an hour of the second half of the day. */
function halfDay(at: Time, half: number | null): Time {
  const hour = Number(at.time.slice(0, 2));
  return half !== null && hour < 12 ? time(hour + half, Number(at.time.slice(3))) : at;
}

/** A time at an end of a range; midnight is no more than the start or the end of a day. */
function edge(at: Time): Omit<Edge, keyof Place> {
  const { window: hours, trouble } = start(at);
  return { begins: hours.from, ends: hours.from, window: hours, possible: trouble !== 'impossible' };
}

function part(from: string | null, to: string | null): WindowPart {
  return { window: { from, to }, trouble: null, part: true, word: true };
}

/** What the grammar makes of hours. */
export const hours = {
  time,
  halfDay,
  window,
  isForward,
  start,
  edge,
  /** « au matin » begins nothing and ends at noon. */
  partEdge: (from: string | null, to: string | null): Omit<Edge, keyof Place> => ({
    begins: from,
    ends: to,
    window: { from, to },
    possible: true,
  }),
  part,
  /** « midis », « matins »: what they are the hours of has been said, so they begin no title. */
  parts: (from: string | null, to: string | null): WindowPart => ({ ...part(from, to), word: false }),
  saysTheSame,
  narrower: (one: WindowPart, other: WindowPart | null): WindowPart => (other && one.part ? other : one),
};
