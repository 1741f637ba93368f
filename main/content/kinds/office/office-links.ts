import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bytes } from '../../completeness/bytes.ts';
import { readZipPart, type ZipEntry } from '../../completeness/zip.ts';

/** Parts that may name files outside the document: relations of Office, content and styles of OpenDocument. */
const LINKING_PART = /(?:\.rels|(?:^|\/)(?:content|styles)\.xml)$/i;
/** Elements whose link is followed by a click, or in a slide show, and never by a conversion. */
const ONLY_ON_CLICK = /^(?:[\w.-]+:)?(?:a|event-listener|sound|form|area-[a-z]+)$/;
/** Bytes of such parts: more than the text of a thick book. */
const MAX_LINKING_BYTES = 24 << 20;

/**
 * Whether a document makes LibreOffice fetch what is not in it, from the network or from the disk of the machine; null
 * where its parts cannot be read. Staff can embed a linked picture; any other link is an attack.
 */
export async function reachesOutside(bytes: Bytes, entries: readonly ZipEntry[]): Promise<boolean | null> {
  let left = MAX_LINKING_BYTES;
  for (const entry of entries.filter(({ name }) => LINKING_PART.test(name))) {
    const part = await readZipPart(bytes, entry, left);
    if (!part) return null;
    left -= part.length;
    // Markup is ASCII in every encoding: without its zeros, UTF-16 reads like the others.
    const text = part.toString('latin1').replaceAll('\0', '');
    if (/<!ENTITY/i.test(text)) return true;
    const relations = /\.rels$/i.test(entry.name);
    if (await anyTag(text, relations ? 'TargetMode' : 'href', relations ? isExternalRelation : isExternalLink))
      return true;
  }
  return false;
}

/** Tags looked at in one turn of the event loop: a deck of thousands of pictures must not stall the wall. */
const TURN = 500;

/** Whether any tag that holds `word` passes `test`, which is given the text from behind its `<` to the next `<`. */
async function anyTag(text: string, word: string, test: (markup: string) => boolean): Promise<boolean> {
  let seen = 0;
  for (let at = text.indexOf(word); at >= 0; ) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (test(text.slice(text.lastIndexOf('<', at) + 1, end))) return true;
    seen += 1;
    if (seen % TURN === 0) await nextTurn();
    at = text.indexOf(word, end);
  }
  return false;
}

/** ECMA-376, part 2, 9.3: `TargetMode="External"`. */
function isExternalRelation(markup: string): boolean {
  const external = valuesOf(markup, TARGET_MODE).some((mode) => mode.toLowerCase() !== 'internal');
  return external && !valuesOf(markup, TYPE).some((type) => /\/hyperlink$/i.test(type));
}

/** OpenDocument 1.2, part 3, 3.7: an IRI that is relative and has no `..` is in the package. */
function isExternalLink(markup: string): boolean {
  if (ONLY_ON_CLICK.test(/^[^\s/>]*/.exec(markup)?.[0] ?? '')) return false;
  return valuesOf(markup, HREF).some((target) => /^[a-z][a-z\d+.-]*:|^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(target));
}

const named = (name: string): RegExp => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const TARGET_MODE = named('TargetMode');
const TYPE = named('Type');
const HREF = named('(?:[\\w.-]+:)?href');

/** The values of an attribute in the tag that `markup` begins with, whatever its prefix. The text behind the tag is not read. */
function valuesOf(markup: string, name: RegExp): string[] {
  const tag = /^[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*/.exec(markup)?.[0] ?? '';
  return [...tag.matchAll(name)].map(([, double, single]) => plain(double ?? single ?? ''));
}

/** A value without character references and percent-encoding, so that neither hides where it leads. */
function plain(value: string): string {
  return value
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_all, hex: string | undefined, decimal: string | undefined) =>
      character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/%([\da-f]{2})/gi, (_all, hex: string) => character(Number.parseInt(hex, 16)))
    .trim();
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '?');
