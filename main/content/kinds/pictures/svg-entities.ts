const DOCTYPE = /<!DOCTYPE\s[^[>]*\[([\s\S]*?)\]\s*>/i;
const DECLARATION = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/gi;
/** Adobe Illustrator declares some ten names of namespaces. */
const MAX_ENTITIES = 100;
const MAX_VALUE = 500;

/**
 * Writes the entities out that Adobe Illustrator declares for its namespaces: short plain values, without other entities in
 * them. A drawing with any other declaration is given back as it was.
 */
export function expandEntities(svg: string): string {
  const subset = DOCTYPE.exec(svg)?.[1];
  if (subset === undefined) return svg;
  const values = new Map<string, string>();
  for (const [, name = '', double, single] of subset.matchAll(DECLARATION)) {
    values.set(name, double ?? single ?? '');
  }
  const isPlain = [...values.values()].every((value) => value.length <= MAX_VALUE && !/[&<%]/.test(value));
  const hasOthers = /<!ENTITY|%/i.test(subset.replace(DECLARATION, ''));
  if (values.size === 0 || values.size > MAX_ENTITIES || !isPlain || hasOthers) return svg;
  // The other declarations of the document type are for editors.
  return svg.replace(DOCTYPE, '').replace(/&([\w.-]+);/g, (all, name: string) => values.get(name) ?? all);
}
