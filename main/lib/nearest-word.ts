import { fold } from './fold.ts';

/** The known word nearest to a mistyped one, or null where none is near. */
export function nearestWord<T extends string>(text: string, words: readonly T[]): T | null {
  const folded = fold(text).slice(0, 40);
  const ranked = words.map((word) => ({ word, distance: editDistance(folded, word) }));
  const best = ranked.reduce((near, each) => (each.distance < near.distance ? each : near), {
    word: words[0],
    distance: 99,
  });
  const allowed = Math.max(2, Math.floor(folded.length / 3));
  return best.word !== undefined && best.distance <= allowed ? best.word : null;
}

/** Restricted Damerau-Levenshtein distance: how many letters are added, left out or changed, or neighbours swapped. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
