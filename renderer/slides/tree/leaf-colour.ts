import type { LeafPlace } from './leaf-place.ts';

/** Colours of one season, and how many leaves in a hundred have each. */
type Palette = readonly (readonly [colour: string, share: number])[];

const SPRING: Palette = [
  ['#14784b', 34],
  ['#2f9e63', 26],
  ['#7bbf5c', 22],
  ['#a9d46f', 6],
  ['#f2b134', 8],
  ['#e8683f', 4],
];
const SUMMER: Palette = [
  ['#0f6a41', 38],
  ['#14784b', 26],
  ['#2f9e63', 18],
  ['#63ad50', 12],
  ['#f2b134', 6],
];
const AUTUMN: Palette = [
  ['#d9731f', 26],
  ['#f2b134', 25],
  ['#c8452b', 20],
  ['#9c3b24', 12],
  ['#a8a03a', 9],
  ['#3f8a53', 8],
];
const WINTER: Palette = [
  ['#2c6b5c', 34],
  ['#4f8f86', 26],
  ['#8db3ab', 16],
  ['#b9703f', 14],
  ['#d9a441', 10],
];

/** Days of the year on which all leaves have the colours of a season; between two of them, leaves turn one by one. */
const CALENDAR: readonly (readonly [day: number, palette: Palette])[] = [
  [15, WINTER],
  [105, SPRING],
  [150, SPRING],
  [190, SUMMER],
  [245, SUMMER],
  [290, AUTUMN],
  [325, AUTUMN],
  [365, WINTER],
];

/** Colour of a leaf on a day (`2026-05-05`): one of the season, which each leaf takes on at its own time. */
export function leafColour(place: Pick<LeafPlace, 'tint' | 'turn'>, day: string): string {
  return pick(paletteOf(dayOfYear(day), place.turn), place.tint);
}

function paletteOf(day: number, turn: number): Palette {
  let before: readonly [number, Palette] = [0, WINTER];
  for (const next of CALENDAR) {
    if (day < next[0]) {
      const share = (day - before[0]) / (next[0] - before[0]);
      return turn < share ? next[1] : before[1];
    }
    before = next;
  }
  return before[1];
}

function pick(palette: Palette, tint: number): string {
  let left = tint * palette.reduce((sum, [, share]) => sum + share, 0);
  for (const [colour, share] of palette) {
    left -= share;
    if (left < 0) return colour;
  }
  return palette[0]?.[0] ?? '#14784b';
}

/** Day of the year from 1, accurate enough for leaves: all months have 30.4 days. */
function dayOfYear(day: string): number {
  const [, month = '1', date = '1'] = day.split('-');
  return (Number(month) - 1) * 30.4 + Number(date);
}
