import { attributeOf, childOf, type XmlElement } from './xml.ts';

/** The value of a property; empty where it is not there. */
export const valOf = (properties: XmlElement | undefined, name: string): string =>
  attributeOf(childOf(properties, name), 'w:val');

/** A property that is on where it stands alone (ECMA-376, part 1, 17.17.4); undefined where it is not there. */
export function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name);
  return property === undefined ? undefined : !/^(?:0|false|off)$/iu.test(attributeOf(property, 'w:val'));
}
