/** What was measured after so many changes. */
export interface Sample {
  readonly changes: number;
  readonly values: Readonly<Record<string, number>>;
}

const WIDTH = 960;
const HEIGHT = 420;
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 250, 48, 44];
/** The axis goes from this much below the level of the start to as much above it. */
const SPAN = 0.2;
const COLOURS = ['#1f5c99', '#c8452b', '#14784b', '#8a2f5b', '#8a6d00', '#444444', '#0b7f8f'];

/** Samples of which the curve takes the level: a single one depends on what was being read or prepared. */
const SMOOTH = 9;

/**
 * The level of a measure among some samples: their lower quartile. The memory of a process rises with each photo that is
 * prepared, and falls when the system takes it back: what it holds for good is the floor.
 */
export function level(samples: readonly Sample[], name: string): number {
  const sorted = samples.map(({ values }) => values[name] ?? 0).toSorted((a, b) => a - b);
  return sorted[sorted.length >> 2] ?? 0;
}

/** An SVG with each measure as a share of its level among the `first` samples; the band is 5 % to both sides. */
export function soakCurve(samples: readonly Sample[], first: readonly Sample[], title: string): string {
  const last = samples.at(-1)?.changes ?? 1;
  const x = (changes: number) => LEFT + (changes / last) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => {
    const clipped = Math.max(1 - SPAN, Math.min(1 + SPAN, share));
    return TOP + ((1 + SPAN - clipped) / (2 * SPAN)) * (HEIGHT - TOP - BOTTOM);
  };
  const names = Object.keys(samples[0]?.values ?? {});
  const lines = names.map((name, n) => {
    const start = level(first, name);
    const points = samples.map(({ changes }, index) => {
      const around = samples.slice(Math.max(0, index - (SMOOTH >> 1)), index + (SMOOTH >> 1) + 1);
      return `${x(changes).toFixed(1)},${y(level(around, name) / start).toFixed(1)}`;
    });
    const colour = COLOURS[n % COLOURS.length];
    const key = `<text x="${WIDTH - RIGHT + 34}" y="${TOP + 22 + n * 26}">${name} (${Math.round(start)})</text><path stroke="${colour}" stroke-width="4" d="M${WIDTH - RIGHT + 8} ${TOP + 17 + n * 26}h18"/>`;
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.join(' ')}"/>${key}`;
  });
  const rules = [0.8, 0.9, 1, 1.1, 1.2].map(
    (share) =>
      `<path stroke="#ccc" d="M${LEFT} ${y(share)}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${y(share) + 5}" text-anchor="end">${Math.round(share * 100)} %</text>`,
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (part) =>
      `<text x="${x(part * last)}" y="${HEIGHT - 18}" text-anchor="middle">${Math.round(part * last).toLocaleString('en')}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="14" fill="#222">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="26" font-size="17" font-weight="bold">${title}</text>`,
    `<rect x="${LEFT}" y="${y(1.05)}" width="${WIDTH - LEFT - RIGHT}" height="${y(0.95) - y(1.05)}" fill="#e8f2ea"/>`,
    ...rules,
    ...ticks,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}
