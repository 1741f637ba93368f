import { COMPLETE } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { plainTextCompleteness } from '../text/plain-text-format.ts';
import { isPropertyList } from './property-list.ts';

/** A text with the address on a line of its own or in XML, or a binary property list: only the ending says that it is one. */
export const SHORTCUT: Format = {
  ending: null,
  sign: null,
  completeness: async (bytes) => (isPropertyList(await bytes.at(0, 8)) ? COMPLETE : plainTextCompleteness(bytes)),
};
