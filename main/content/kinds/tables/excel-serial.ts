import { Temporal } from 'temporal-polyfill';

/** Excel counts days from here; its 29 February 1900 never was. */
const DAY_ZERO = Temporal.PlainDate.from('1899-12-30');
/** The years 2000 to 2099: any other number is not meant as a day. */
const [MIN_SERIAL, MAX_SERIAL] = [36_526, 73_050];
const MINUTES = 24 * 60;

/** A moment that a spreadsheet wrote as a number of days: `46147` is 5 May 2026, `46147,583333` the same day at 14 h. */
export interface SerialMoment {
  /** ISO. */
  readonly day: string;
  /** `14h00`; empty for a whole day. */
  readonly hour: string;
}

/** The moment of a number; null for any other text. */
export function momentOfSerial(text: string): SerialMoment | null {
  const [, days = '', fraction] = /^(\d{5})(?:[.,](\d+))?$/u.exec(text) ?? [];
  if (days === '' || Number(days) < MIN_SERIAL || Number(days) > MAX_SERIAL) return null;
  return {
    day: DAY_ZERO.add({ days: Number(days) }).toString(),
    hour: fraction === undefined ? '' : hourOfShare(fraction),
  };
}

/** The hour that a spreadsheet wrote as a share of a day: `0,583333` is `14h00`; null for any other text. */
export function hourOfSerial(text: string): string | null {
  const [, share] = /^0[.,](\d+)$/u.exec(text) ?? [];
  return share === undefined ? null : hourOfShare(share);
}

function hourOfShare(digits: string): string {
  const minutes = Math.round(Number(`0.${digits}`) * MINUTES) % MINUTES;
  return `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`;
}
