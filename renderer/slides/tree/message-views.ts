import { typeset } from '../../text/typography.ts';
import { messageMs } from './tree-turns.ts';

/** A longer message may be set smaller than the others; characters. */
export const MAX_NORMAL_LENGTH = 140;

/** A message, typeset, in French quotation marks unless it has quotation marks of its own. */
export function quoted(text: string): string {
  const bare = typeset(text.trim());
  return /^[«“"]/.test(bare) && /[»”"]$/.test(bare) ? bare : `«\u00a0${bare}\u00a0»`;
}

/**
 * Splits a text into `count` parts of about the same length: after a sentence if one ends near, else after a comma or a
 * colon, else between words. Fewer parts where there are not enough spaces.
 */
export function splitText(text: string, count: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  for (let left = count; left > 1; left -= 1) {
    const cut = bestCut(rest, rest.length / left);
    if (cut === null) break;
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

function bestCut(text: string, target: number): number | null {
  let best: { at: number; cost: number } | null = null;
  // Not at a no-break space, which keeps a punctuation mark with its word.
  for (const match of text.matchAll(/[ \t\n]+/g)) {
    const before = text.slice(0, match.index);
    const penalty = /[.!?…]["»”)]?$/.test(before) ? 0 : /[,;:–—]$/.test(before) ? 0.18 : 0.3;
    const cost = Math.abs(match.index - target) / target + penalty;
    if (match.index > 0 && (best === null || cost < best.cost)) best = { at: match.index, cost };
  }
  return best?.at ?? null;
}

/** Divides `durationMs` between texts by the time each takes to read; returns the start of each, from 0, milliseconds. */
export function startTimes(texts: readonly string[], durationMs: number): number[] {
  const needs = texts.map(messageMs);
  const total = needs.reduce((sum, need) => sum + need, 0) || 1;
  let at = 0;
  return needs.map((need) => {
    const start = at;
    at += (need / total) * durationMs;
    return Math.round(start);
  });
}
