import { parseDocument } from 'yaml';
import { type Fault, fault } from '../../faults/fault.ts';
import { type FrontMatterKey, knownKey } from './front-matter-keys.ts';

/** A text without its front matter. */
interface SplitText {
  /** What the YAML says, all scalars as text; null where there is no front matter or none that can be read. */
  readonly data: unknown;
  readonly body: string;
  /** Line on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly fault?: Fault;
}

/** More lines than this are not front matter. */
const MAX_LINES = 200;
/** Nobody writes this many; as many brackets, one in the other, already take the YAML parser a tenth of a second. */
const MAX_CHARACTERS = 16 * 1024;
/** Staff use no aliases; a text with more than this is a YAML bomb. */
const MAX_ALIASES = 20;

/**
 * Splits `---` front matter from a text. Scalars stay text (YAML’s failsafe schema): `02` is a department and
 * `2026-05-05` a date that `when/french` reads. A value with a colon in it (`titre: Atelier : rebondir`), which YAML
 * refuses, is read as its writer meant it.
 */
export function splitFrontMatter(text: string): SplitText {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const none = { data: null, body: text, bodyLine: 1 };
  if (start < 0) return none;
  if (!/^---\s*$/.test(lines[start] ?? '')) return unfenced(lines, start) ?? none;
  const end = lines.findIndex((line, at) => at > start && at - start <= MAX_LINES && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 0) return unclosed(lines, start) ?? none;
  const yaml = lines.slice(start + 1, end);
  const rest = { body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
  // A text between two horizontal rules is not front matter.
  if (!yaml.some((line) => /^\s*[\p{L}_-]+\s*:/u.test(line)) && yaml.some((line) => line.trim() !== '')) return none;
  return { ...readYaml(yaml, start + 1), ...rest };
}

const keyOf = (line: string): FrontMatterKey | null => {
  const name = /^\s*([\p{L}_-]{2,14})\s*:(?!\/\/)/u.exec(line)?.[1];
  return name === undefined ? null : knownKey(name);
};

/**
 * Front matter without its `---`: a text whose first lines are known keys, « titre : », « date : ». One of them says what or when,
 * and none comes again below: several forms in one text are a programme. `compte` may stand alone.
 */
function unfenced(lines: readonly string[], start: number): SplitText | null {
  if (keyOf(lines[start] ?? '') === null) return null;
  let end = start;
  const keys = new Set<FrontMatterKey>();
  for (const [at, line] of lines.entries()) {
    if (at < start || line.trim() === '') continue;
    const key = at - start > MAX_LINES ? null : keyOf(line);
    if (key === null) break;
    if (keys.has(key)) return null;
    keys.add(key);
    end = at + 1;
  }
  const says = keys.has('compte') || (keys.size > 1 && (keys.has('titre') || keys.has('dates')));
  const rest = lines.slice(end);
  if (!says || rest.some((line) => keys.has(keyOf(line) ?? 'ordre'))) return null;
  return { ...readYaml(lines.slice(start, end).map(quoteValue), start), body: rest.join('\n'), bodyLine: end + 1 };
}

/** Front matter whose second `---` was forgotten: it ends at the first blank line. */
function unclosed(lines: readonly string[], start: number): SplitText | null {
  const blank = lines.findIndex((line, at) => at > start && line.trim() === '');
  const end = blank < 0 ? lines.length : blank;
  const yaml = lines.slice(start + 1, end);
  const first = /^([\p{L}_-]+)\s*:/u.exec(yaml[0] ?? '')?.[1];
  if (first === undefined || knownKey(first) === null) return null;
  const missing = fault(
    'front-matter-unclosed',
    'Les réglages en haut du fichier commencent par une ligne --- mais ne se terminent pas.',
    'Ajoutez une ligne --- après le dernier réglage.',
    start + 1,
  );
  return { fault: missing, ...readYaml(yaml, start + 1), body: lines.slice(end).join('\n'), bodyLine: end + 1 };
}

function readYaml(lines: readonly string[], linesBefore: number): { data: unknown; fault?: Fault } {
  const yaml = lines.join('\n');
  if (yaml.length > MAX_CHARACTERS) {
    const tooLong = fault(
      'front-matter-too-long',
      'Les réglages en haut du fichier sont beaucoup trop longs.',
      'N’y gardez que quelques lignes, et écrivez le texte au-dessous de la seconde ligne ---.',
      linesBefore,
    );
    return { data: null, fault: tooLong };
  }
  const first = tryYaml(yaml);
  if (first.ok) return { data: first.data };
  const mended = first.isBomb ? first : tryYaml(lines.map(quoteValue).join('\n'));
  if (mended.ok) return { data: mended.data };
  const line = linesBefore + first.line;
  return {
    data: null,
    fault: fault(
      'front-matter-invalid',
      `Les réglages en haut du fichier ne peuvent pas être lus : la ligne ${line} n’est pas écrite comme il faut.`,
      'Écrivez un réglage par ligne, sous la forme « titre: Portes ouvertes ».',
      line,
    ),
  };
}

function tryYaml(text: string): { ok: true; data: unknown } | { ok: false; line: number; isBomb: boolean } {
  // Only the line of the first error is told: no time is spent on drawing thousands of them.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return { ok: false, line: text.slice(0, error.pos[0]).split('\n').length, isBomb: false };
  try {
    return { ok: true, data: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    // `toJS` throws for endless aliases, and for aliases without anchor, which are words with a star in front.
    return { ok: false, line: 1, isBomb: error instanceof Error && /alias count/i.test(error.message) };
  }
}

/** A `key: value` line with its value in quotes, so that YAML does not misread it. */
function quoteValue(line: string): string {
  const [, key, value = ''] = /^([\p{L}_-]+)\s*:\s*(.*?)\s*$/u.exec(line) ?? [];
  if (key === undefined || value === '' || /^(?:\[.*\]|\{.*\}|[|>][-+]?|'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")$/.test(value))
    return line;
  return `${key}: '${value.replaceAll("'", "''")}'`;
}
