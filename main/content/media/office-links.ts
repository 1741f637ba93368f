import type { Bytes } from '../whole/bytes.ts';
import { readZipPart, type ZipEntry } from '../whole/zip-directory.ts';

/** Parts that may name files outside the document: relations of Office, content and styles of OpenDocument. */
const LINKING_PART = /(?:\.rels|(?:^|\/)(?:content|styles)\.xml)$/i;
/** What a click would open, or a slide show would play: a conversion follows none of them. */
const ONLY_ON_CLICK = /^(?:[\w.-]+:)?(?:a|event-listener|sound|form|area-[a-z]+)$/;
/** More of it than the text of a thick book is no document. */
const MAX_LINKING_BYTES = 24 << 20;

/**
 * Whether a document makes LibreOffice fetch what is not in it, from the network or from the disk of the machine. null:
 * its parts cannot be read. Staff who wish it shown embed the picture; the rest is somebody's trap.
 */
export async function reachesOutside(bytes: Bytes, entries: readonly ZipEntry[]): Promise<boolean | null> {
  let left = MAX_LINKING_BYTES;
  for (const entry of entries.filter(({ name }) => LINKING_PART.test(name))) {
    const part = await readZipPart(bytes, entry, left);
    if (!part) return null;
    left -= part.length;
    // Markup is ASCII whatever the encoding: without its zeros, UTF-16 reads as the rest.
    const text = part.toString('latin1').replaceAll('\0', '');
    if (/<!ENTITY/i.test(text)) return true;
    if (text.split('<').some(/\.rels$/i.test(entry.name) ? isExternalRelation : isExternalLink)) return true;
  }
  return false;
}

/** ECMA-376, part 2, 9.3: `TargetMode="External"`. */
function isExternalRelation(markup: string): boolean {
  if (!markup.includes('TargetMode')) return false;
  const mode = attribute(markup, 'TargetMode') ?? 'Internal';
  return mode.toLowerCase() !== 'internal' && !/\/hyperlink$/i.test(attribute(markup, 'Type') ?? '');
}

/** OpenDocument 1.2, part 3, 3.7: an IRI that is relative and does not climb is in the package. */
function isExternalLink(markup: string): boolean {
  if (!markup.includes('href')) return false;
  const target = attribute(markup, '(?:[\\w.-]+:)?href');
  if (target === null || ONLY_ON_CLICK.test(/^[^\s/>]*/.exec(markup)?.[0] ?? '')) return false;
  return /^[a-z][a-z\d+.-]*:|^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(target);
}

/** The value of an attribute of the tag that `markup` begins with; what is written in text is none. */
function attribute(markup: string, name: string): string | null {
  const tag = /^[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*/.exec(markup)?.[0] ?? '';
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? plain(found[1] ?? found[2] ?? '') : null;
}

/** Character references and percent signs hide nothing. */
function plain(value: string): string {
  return value
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_all, hex: string | undefined, decimal: string | undefined) =>
      character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/%([\da-f]{2})/gi, (_all, hex: string) => character(Number.parseInt(hex, 16)))
    .trim();
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '?');
