import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bytes } from '../../completeness/bytes.ts';
import { readZipPart, type ZipEntry } from '../../completeness/zip.ts';
import { isSeenWithout, sourceOfRelations } from './linked-pictures.ts';

/** Parts that may name files outside the document: relations of Office, content and styles of OpenDocument. */
const LINKING_PART = /(?:\.rels|(?:^|\/)(?:content|styles)\.xml)$/i;
/** Elements whose links a click would open or a slide show would play. A conversion does not follow them. */
const ONLY_ON_CLICK = /^(?:[\w.-]+:)?(?:a|event-listener|sound|audio|plugin|form|button|area-[a-z]+)$/;
/**
 * The last words of the types of relations without which a page looks the same: links, sounds and films, and the tables of
 * which a slide holds the last picture or a chart its numbers.
 */
const UNSEEN = /\/(?:hyperlink|audio|video|media|oleObject|package)$/i;
/** A relation of Office to a film or a sound, whether it stands in the document or elsewhere; a film of OpenDocument. */
const PLAYED_RELATION = /\/(?:audio|video|media)(?:"|')/;
const PLAYED_ELEMENT = /<(?:draw:plugin|presentation:sound|anim:audio|anim:video)\b/;
const PICTURE = /\/image$/i;
const EXTERNAL_PICTURE = /\/image["'](?=[^<]*TargetMode)|TargetMode(?=[^<]*\/image["'])/i;
/** More than the text of a thick book: a document with more is refused. */
const MAX_LINKING_BYTES = 24 << 20;

/** What a document asks for from outside itself. */
interface OutsideLinks {
  /** Something that is seen on its pages stands elsewhere, on the network or on the disk of the machine. */
  readonly isNeeded: boolean;
  /** It has films or sounds. */
  readonly isPlaying: boolean;
  /**
   * The relations of Office without those that lead outside, by the names of their parts. In the copy that LibreOffice is
   * given, they replace the written ones: it opens the table behind an object of a slide, whatever its settings say.
   */
  readonly severed: ReadonlyMap<string, Buffer>;
}

/**
 * The links of a document to the network and to the disk of the machine; null where the parts of the document cannot be read.
 * A document that needs one is refused: staff can embed a linked picture, and other links are attacks.
 */
export async function outsideLinks(bytes: Bytes, entries: readonly ZipEntry[]): Promise<OutsideLinks | null> {
  let left = MAX_LINKING_BYTES;
  const severed = new Map<string, Buffer>();
  const needed: OutsideLinks = { isNeeded: true, isPlaying: false, severed };
  let isPlaying = false;
  const sourceOf = async ({ name }: ZipEntry, max: number): Promise<string> => {
    const source = entries.find((each) => each.name === sourceOfRelations(name));
    const part = source && (await readZipPart(bytes, source, max));
    return part?.toString('latin1').replaceAll('\0', '') ?? '';
  };
  for (const entry of entries.filter(({ name }) => LINKING_PART.test(name))) {
    const part = await readZipPart(bytes, entry, left);
    if (!part) return null;
    left -= part.length;
    // Markup is ASCII in every encoding: UTF-16 without its zero bytes reads like the others.
    const text = part.toString('latin1').replaceAll('\0', '');
    if (/<!ENTITY/i.test(text)) return needed;
    const isRelations = /\.rels$/i.test(entry.name);
    isPlaying ||= (isRelations ? PLAYED_RELATION : PLAYED_ELEMENT).test(text);
    if (!isRelations) {
      if (await findTag(text, 'href', isExternalLink)) return needed;
    } else {
      const source = EXTERNAL_PICTURE.test(text) ? await sourceOf(entry, left) : '';
      left -= source.length;
      const inside = await withoutExternal(text, source);
      if (inside === null || (inside !== text && part.includes(0))) return needed;
      if (inside !== text) severed.set(entry.name, Buffer.from(inside, 'latin1'));
    }
  }
  return { isNeeded: false, isPlaying, severed };
}

/**
 * Relations without those that lead outside; null where one of these is needed, or not written as Office writes it. `source`:
 * the part that they are relations of.
 */
async function withoutExternal(text: string, source: string): Promise<string | null> {
  let inside = '';
  let kept = 0;
  const isLost = await findTag(text, 'TargetMode', (markup, at) => {
    if (!isExternalRelation(markup)) return false;
    const end = WHOLE_ELEMENT.exec(text.slice(at, at + markup.length + MAX_END_TAG))?.[0].length;
    if (end === undefined || !(isUnseen(markup) || isSpare(markup, source))) return true;
    inside += text.slice(kept, at - 1);
    kept = at + end;
    return false;
  });
  return isLost ? null : inside + text.slice(kept);
}

/** A tag without its `<` that ends itself, or with the end tag right behind it. */
const WHOLE_ELEMENT =
  /^[^"'<>]*(?:(?:"[^"<]*"|'[^'<]*')[^"'<>]*)*(?:(?<=\/)>|(?<!\/)>\s*<\/(?:[\w.-]+:)?Relationship\s*>)/;
const MAX_END_TAG = 60;

/** Tags looked at in one turn of the event loop: a deck of thousands of pictures must not stall the service. */
const TAGS_PER_TURN = 500;

/**
 * Whether `is` is true of any tag that contains `word`. `is` is given the markup from behind the `<` of the tag to the next
 * `<`, and where it stands.
 */
async function findTag(text: string, word: string, is: (markup: string, at: number) => boolean): Promise<boolean> {
  let seen = 0;
  for (let at = text.indexOf(word); at >= 0; ) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    const start = text.lastIndexOf('<', at) + 1;
    if (is(text.slice(start, end), start)) return true;
    seen += 1;
    if (seen % TAGS_PER_TURN === 0) await nextTurn();
    at = text.indexOf(word, end);
  }
  return false;
}

/** ECMA-376, part 2, 9.3: `TargetMode="External"`. */
const isExternalRelation = (markup: string): boolean =>
  valuesOf(markup, TARGET_MODE).some((mode) => mode.toLowerCase() !== 'internal');

const isUnseen = (markup: string): boolean => valuesOf(markup, TYPE).some((type) => UNSEEN.test(type));

/** Whether a relation leads to a picture that is seen without it. */
function isSpare(markup: string, source: string): boolean {
  const [[id = ''], [target = '']] = [valuesOf(markup, ID), valuesOf(markup, TARGET)];
  return valuesOf(markup, TYPE).every((type) => PICTURE.test(type)) && isSeenWithout({ id, target }, source);
}

/** OpenDocument 1.2, part 3, 3.7: a relative IRI without `..` is a file in the package. */
function isExternalLink(markup: string): boolean {
  if (ONLY_ON_CLICK.test(/^[^\s/>]*/.exec(markup)?.[0] ?? '')) return false;
  return valuesOf(markup, HREF).some((target) => /^[a-z][a-z\d+.-]*:|^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(target));
}

const named = (name: string): RegExp => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const TARGET_MODE = named('TargetMode');
const TYPE = named('Type');
const ID = named('Id');
const TARGET = named('Target');
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
