import { posix } from 'node:path';

/** The part whose relations a part holds: `ppt/slides/slide1.xml` for `ppt/slides/_rels/slide1.xml.rels`. */
export function sourceOfRelations(name: string): string {
  const { dir, base } = posix.parse(name);
  return posix.join(posix.dirname(dir), base.replace(/\.rels$/i, ''));
}

/** What Office writes in place of the address of a picture that it has lost: nobody can see it. */
const LOST = /^null$/i;

/**
 * Whether a picture that stands outside is seen without it: the document keeps a copy of its own (« Insérer et lier »), or
 * Office itself has lost it. `source`: the part that shows it.
 */
export function isSeenWithout({ id, target }: { id: string; target: string }, source: string): boolean {
  if (LOST.test(target)) return true;
  if (!/^[\w.-]+$/.test(id)) return false;
  const uses = source.match(new RegExp(String.raw`<[^<>]*=\s*["']${id}["'][^<>]*>`, 'g')) ?? [];
  const isLink = new RegExp(String.raw`:link\s*=\s*["']${id}["']`);
  const hasCopy = new RegExp(String.raw`:embed\s*=\s*["'](?!${id}["'])\w`);
  return uses.length > 0 && uses.every((tag) => isLink.test(tag) && hasCopy.test(tag));
}
