/**
 * A piece of a heading and what stood before it: `-` any dash between spaces, `:` a colon, `,` a comma, `(` a bracket,
 * `|` a table cell, '' nothing.
 */
export interface Part {
  readonly text: string;
  readonly before: '' | '-' | ':' | ',' | '(' | '|';
  /** A day stood right before it, and was taken out. */
  readonly afterDay?: true;
}

const OPENING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '«': '»', '“': '”' };
/** Signs that may part a heading: the bar of a table, the colon, and dashes of every length. */
const MARKS = '|:-‐‑‒–—―−';

/**
 * Cuts a heading at its dashes and, where `colons`, at its colons; never inside quotes or parentheses, and never at a
 * hyphen without spaces (« Saint-Just-en-Chaussée », « 2026-2030 ») or a colon within a time (« 14:30 »).
 */
export function splitParts(text: string, { colons, dashes = true }: { colons: boolean; dashes?: boolean }): Part[] {
  return cut(text, (at) => {
    const found = separatorAt(text, at, colons);
    return found === ':' || dashes ? found : null;
  });
}

/** Cuts a text at its commas; never inside quotes or parentheses, and never within a number (« 3,50 »). */
export function splitCommas(text: string): Part[] {
  return cut(text, (at) => (text[at] === ',' && !/\d/.test(text[at + 1] ?? '') ? ',' : null));
}

/** Cuts a text wherever `markAt` finds a separator outside quotes and parentheses. */
function cut(text: string, markAt: (at: number) => Part['before'] | null): Part[] {
  const parts: Part[] = [];
  let before: Part['before'] = '';
  let start = 0;
  const closers: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === closers.at(-1)) closers.pop();
    else if (closesLater(text, at)) closers.push(character === '"' ? '"' : (OPENING[character] ?? ''));
    else if (closers.length === 0) {
      const found = markAt(at);
      if (found === null) continue;
      const part = text.slice(start, at).trim();
      if (part !== '') parts.push({ text: part, before });
      before = found;
      start = at + 1;
    }
  }
  const last = text.slice(start).trim();
  if (last !== '') parts.push({ text: last, before });
  return parts;
}

/** A quote that is never closed protects nothing. */
function closesLater(text: string, at: number): boolean {
  const character = text[at] ?? '';
  const closer = character === '"' ? '"' : OPENING[character];
  return closer !== undefined && text.indexOf(closer, at + 1) > 0;
}

function separatorAt(text: string, at: number, colons: boolean): Part['before'] | null {
  const character = text[at] ?? '';
  if (!MARKS.includes(character)) return null;
  const previous = text[at - 1] ?? ' ';
  const next = text[at + 1] ?? ' ';
  if (character === '|') return '|';
  if (character === ':') return colons && (/\s/.test(next) || at === text.length - 1) ? ':' : null;
  if (isWithinHours(text, at)) return null;
  // Long dashes are never hyphens: one space is enough for them.
  const isLong = /[–—―]/.test(character);
  if (isLong && /\d/.test(previous) && /\d/.test(next)) return null;
  if (/[\s)\]»”"]/.test(previous) && /\s/.test(next)) return '-';
  if (/[)\]]/.test(previous)) return '-';
  return isLong && (/\s/.test(previous) || /\s/.test(next)) ? '-' : null;
}

/** « 9 h – 12 h »: a dash between two times of one run of hours. */
function isWithinHours(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  return (
    /\d\s?(?:h\s?(?:\d\d)?|[:.]\d\d)\s*$/i.test(before) &&
    /^.\s*(?:\d{1,2}\s?(?:h|[:.]\d\d)|minuit\b|midi\b)/i.test(text.slice(at, at + 10))
  );
}
