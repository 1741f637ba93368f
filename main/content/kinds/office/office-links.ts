import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bytes } from '../../completeness/bytes.ts';
import { readZipPart, type ZipEntry } from '../../completeness/zip.ts';

/** Parts that may name files outside the document: relations of Office, content and styles of OpenDocument. */
const LINKING_PART = /(?:\.rels|(?:^|\/)(?:content|styles)\.xml)$/i;
/** Elements whose links a click would open or a slide show would play. A conversion does not follow them. */
const ONLY_ON_CLICK = /^(?:[\w.-]+:)?(?:a|event-listener|sound|form|area-[a-z]+)$/;
/** More than the text of a thick book: a document with more is refused. */
const MAX_LINKING_BYTES = 24 << 20;

/**
 * Whether a document makes LibreOffice fetch something from the network or from the disk of the machine; null where the parts
 * of the document cannot be read. Such a document is refused: staff can embed a linked picture, and other links are attacks.
 */
export async function reachesOutside(bytes: Bytes, entries: readonly ZipEntry[]): Promise<boolean | null> {
  let left = MAX_LINKING_BYTES;
  for (const entry of entries.filter(({ name }) => LINKING_PART.test(name))) {
    const part = await readZipPart(bytes, entry, left);
    if (!part) return null;
    left -= part.length;
    // Markup is ASCII in every encoding: UTF-16 without its zero bytes reads like the others.
    const text = part.toString('latin1').replaceAll('\0', '');
    if (/<!ENTITY/i.test(text)) return true;
    const relations = /\.rels$/i.test(entry.name);
    if (await anyTag(text, relations ? 'TargetMode' : 'href', relations ? isExternalRelation : isExternalLink))
      return true;
  }
  return false;
}

/** Tags looked at in one turn of the event loop: a deck of thousands of pictures must not stall the service. */
const TAGS_PER_TURN = 500;

/** Whether `is` is true of any tag that contains `word`. `is` is given the markup from behind the `<` of the tag to the next `<`. */
async function anyTag(text: string, word: string, is: (markup: string) => boolean): Promise<boolean> {
  let seen = 0;
  for (let at = text.indexOf(word); at >= 0; ) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (is(text.slice(text.lastIndexOf('<', at) + 1, end))) return true;
    seen += 1;
    if (seen % TAGS_PER_TURN === 0) await nextTurn();
    at = text.indexOf(word, end);
  }
  return false;
}

/** ECMA-376, part 2, 9.3: `TargetMode="External"`. */
function isExternalRelation(markup: string): boolean {
  const external = valuesOf(markup, TARGET_MODE).some((mode) => mode.toLowerCase() !== 'internal');
  return external && !valuesOf(markup, TYPE).some((type) => /\/hyperlink$/i.test(type));
}

/** OpenDocument 1.2, part 3, 3.7: a relative IRI without `..` is a file in the package. */
function isExternalLink(markup: string): boolean {
  if (ONLY_ON_CLICK.test(/^[^\s/>]*/.exec(markup)?.[0] ?? '')) return false;
  return valuesOf(markup, HREF).some((target) => /^[a-z][a-z\d+.-]*:|^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(target));
}

const named = (name: string): RegExp => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const TARGET_MODE = named('TargetMode');
const TYPE = named('Type');
const HREF = named('(?:[\\w.-]+:)?href');

/** The values of an attribute in the tag at the beginning of `markup`; the same words in text after the tag do not count. */
function valuesOf(markup: string, name: RegExp): string[] {
  const tag = /^[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*/.exec(markup)?.[0] ?? '';
  return [...tag.matchAll(name)].map(([, double, single]) => plain(double ?? single ?? ''));
}

/** Resolves character references and percent escapes, which would hide a link. */
function plain(value: string): string {
  return value
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_all, hex: string | undefined, decimal: string | undefined) =>
      character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/%([\da-f]{2})/gi, (_all, hex: string) => character(Number.parseInt(hex, 16)))
    .trim();
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '?');
