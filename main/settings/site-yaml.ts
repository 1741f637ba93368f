import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  Parser,
  type YAMLMap,
} from 'yaml';
import { fold } from '../lib/fold.ts';
import type { Steps } from '../lib/steps.ts';
import { notYaml, repeatedKey, type SiteProblem } from './site-problem.ts';

/** A value that cannot be read, and of which a problem tells already. */
export const UNREADABLE = Symbol('unreadable');

/** What a text of settings says: mappings, lists and plain values, the keys folded. */
export interface SiteData {
  /** `UNREADABLE` where nothing of the file can be read. */
  readonly data: unknown;
  readonly problems: readonly SiteProblem[];
}

/** The beginning of a key at the top of the file: its block goes on to the next one. */
const TOP_KEY = /^(?=[^\s#\-?:,[\]{}&*!|>'"%@`][^:\n]*:(?:\s|$))/mu;

/** « couleurs: #1f47a8 » without quotes: YAML would take the colour for a comment, and the key for an empty one. */
const BARE_COLOUR = /^(couleurs?[ \t]*:[ \t]+)(#[0-9a-f]{3,8})(?=\s|$)/gimu;

/**
 * Reads YAML so that a mistake costs the key in which it stands. Where the whole is no YAML, each key at the top is read by
 * itself, with the lines below it.
 */
export function* siteYamlSteps(written: string): Steps<SiteData> {
  const source = written.replace(BARE_COLOUR, '$1"$2"');
  const whole = yield* readBlock(source, 1);
  if (whole.isYaml) return whole;
  const [head = '', ...others] = source.split(TOP_KEY);
  const isHeadKey = TOP_KEY.test(head);
  const isReadable = isHeadKey || (others.length > 0 && !/^(?!---)[^\s#]/mu.test(head));
  return isReadable
    ? yield* readBlocks([head, ...others])
    : { data: UNREADABLE, problems: [notYaml(whole.line, 'file')] };
}

function* readBlocks(blocks: readonly string[]): Steps<SiteData> {
  const data = new Map<string, unknown>();
  const problems: SiteProblem[] = [];
  let line = 1;
  for (const block of blocks) {
    const key = fold(block.slice(0, block.indexOf(':')));
    const read = yield* readBlock(block, line);
    problems.push(...(read.isYaml ? read.problems : [notYaml(read.line, 'key')]));
    if (data.has(key)) problems.push(repeatedKey(line));
    const isClean = read.isYaml && isMapping(read.data) && !data.has(key);
    for (const [name, value] of isClean ? Object.entries(read.data) : [[key, UNREADABLE] as const])
      data.set(name, value);
    line += block.split('\n').length - 1;
  }
  return { data: Object.fromEntries(data), problems };
}

/** Whether a value is a mapping of keys to values. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Block = (SiteData & { readonly isYaml: true }) | { readonly isYaml: false; readonly line: number | undefined };

/** Words of YAML that are read in one step. */
const WORDS_A_STEP = 500;

/** Reads a text as one document of YAML. `firstLine`: its place in the file. */
function* readBlock(source: string, firstLine: number): Steps<Block> {
  const lines = new LineCounter();
  const problems: SiteProblem[] = [];
  const lineAt = (offset: number | undefined) =>
    offset === undefined ? undefined : lines.linePos(offset).line + firstLine - 1;
  try {
    const tokens = yield* tokensOf(source, lines);
    // Repeated keys are looked for below, without case and accents.
    const composer = new Composer({ uniqueKeys: false, prettyErrors: false });
    const [document, another] = composer.compose(tokens, true, source.length);
    yield;
    const error = document?.errors[0];
    if (error !== undefined) return { isYaml: false, line: lineAt(error.pos[0]) };
    if (another !== undefined) return { isYaml: false, line: lineAt(another.range[0]) };
    return { isYaml: true, data: dataOf(document?.contents, { problems, lineAt }) ?? {}, problems };
  } catch (error) {
    // Thousands of brackets within each other.
    if (error instanceof RangeError) return { isYaml: false, line: undefined };
    throw error;
  }
}

/** What `parseDocument` of the library does first, in steps: the settings of thousands of screens would hold the event loop. */
function* tokensOf(source: string, lines: LineCounter): Steps<CST.Token[]> {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let words = 0;
  for (const word of new Lexer().lex(source)) {
    tokens.push(...parser.next(word));
    words += 1;
    if (words % WORDS_A_STEP === 0) yield;
  }
  tokens.push(...parser.end());
  yield;
  return tokens;
}

interface Reading {
  readonly problems: SiteProblem[];
  /** The line in the file (from 1) of an offset in the text that is read. */
  lineAt(offset: number | undefined): number | undefined;
}

/** The value of a node of YAML. Aliases are not read: a few lines of them can fill the memory. */
function dataOf(node: unknown, reading: Reading): unknown {
  if (isMap(node)) return mappingOf(node, reading);
  if (isSeq(node)) return node.items.map((item) => dataOf(item, reading));
  if (isScalar(node)) return node.value;
  if (!isAlias(node)) return null;
  reading.problems.push(notYaml(reading.lineAt(node.range?.[0]), 'key'));
  return UNREADABLE;
}

function mappingOf(map: YAMLMap, reading: Reading): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const { key, value } of map.items as readonly Pair[]) {
    const name = fold(isScalar(key) ? String(key.value) : '?');
    const isRepeated = values.has(name);
    if (isRepeated) reading.problems.push(repeatedKey(reading.lineAt(isScalar(key) ? key.range?.[0] : undefined)));
    values.set(name, isRepeated ? UNREADABLE : dataOf(value, reading));
  }
  return Object.fromEntries(values);
}
