import { Temporal } from 'temporal-polyfill';
import { monthName, weekdayName } from '../../../when/french/label.ts';

/** What of a moment its format shows. */
export interface MomentShape {
  readonly day: boolean;
  readonly hour: boolean;
  /** « lundi » stands before the day. */
  readonly weekday: boolean;
  /** The month is a word. */
  readonly month: boolean;
}

/**
 * A moment as staff would write it: « lundi 4 mai 2026 », « 04/05/2026 14:30 », « 14:30 ». The year is always told: the cell
 * knows it, also where its format does not show it.
 */
export function momentText(given: Temporal.PlainDateTime, shape: MomentShape): string {
  // 14:00 is a fraction of a day, of which a program may have written few figures: 13:59:59.9.
  const near = given.add({ seconds: 5 });
  const at = near.day === given.day ? near : given;
  const day = shape.weekday || shape.month ? wordsOf(at, shape) : figuresOf(at);
  const hour = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return [...(shape.day ? [day] : []), ...(shape.hour ? [hour] : [])].join(' ');
}

const figuresOf = ({ day, month, year }: Temporal.PlainDateTime): string =>
  `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;

function wordsOf(at: Temporal.PlainDateTime, { weekday }: MomentShape): string {
  const day = at.day === 1 ? '1er' : String(at.day);
  return `${weekday ? `${weekdayName(at.dayOfWeek)} ` : ''}${day} ${monthName(at.month)} ${at.year}`;
}

/** What a format of Excel shows of a moment (ECMA-376, part 1, 18.8.31). An `m` after an hour or before seconds is a minute. */
export function shapeOfFormat(format: string): MomentShape {
  const codes = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\[(?!h|m|s)[^\]]*\]|am\/pm/giu, ' ').toLowerCase();
  const day = /[dy]|mmm/u.test(codes);
  return { day, hour: /[hs]/u.test(codes), weekday: /ddd/u.test(codes), month: /mmm/u.test(codes) };
}

/** A number as its format shows it in French: « 12,50 € », « 35 % », « 1 200 ». */
export function numberText(value: number, format: string): string {
  const [positive = ''] = format.split(';');
  const codes = positive.replace(/"[^"]*"|\\./gu, '');
  const isPercent = codes.includes('%');
  const places = /[.](0+)/u.exec(codes)?.[1]?.length ?? (/[0#]/u.test(codes) ? 0 : null);
  const figures = new Intl.NumberFormat('fr-FR', {
    useGrouping: /[0#],[0#]/u.test(codes),
    ...(places === null
      ? { maximumFractionDigits: 10 }
      : { minimumFractionDigits: places, maximumFractionDigits: places }),
  }).format(isPercent ? value * 100 : value);
  const unit = isPercent ? '%' : /€|eur/iu.test(positive) ? '€' : '';
  return unit === '' ? figures : `${figures}\u00a0${unit}`;
}

/** A moment of an ISO text, as OpenDocument writes it; null for any other text. */
export function momentOfIso(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    // Not a moment: the words of the cell are shown as they stand.
    return null;
  }
}
