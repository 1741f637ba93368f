import { struckLost } from '../../documents/struck-lost.ts';
import type { Fault } from '../../faults/fault.ts';
import {
  fieldsUnfilled,
  insertedLost,
  marginsLost,
  notesLost,
  picturesLost,
  resultsUnsaved,
  tabColumnsGuessed,
  tabColumnsLost,
  todayKept,
  type Unshown,
  whiteLost,
} from './word-faults.ts';

/** What was met in a document and is not shown as its writer sees it. Filled while the document is read. */
export interface Told {
  readonly unshown: Set<Unshown>;
  /** Words in headers and footers. */
  readonly margins: string[];
  /**
   * What else there is; `hidden`: words that the writer wants nobody to see, or a table of contents, which says again what
   * stands below, so that nothing is said of them beside other words.
   */
  readonly others: Set<
    'inserted' | 'fields' | 'unsaved' | 'columns' | 'none' | 'hidden' | 'struck' | 'white' | 'today' | 'notes'
  >;
  /** The pages of the web that it leads to, and the words that do. */
  readonly links: Map<string, string>;
}

export const nothingTold = (): Told => ({ unshown: new Set(), margins: [], others: new Set(), links: new Map() });

/** The warnings of what is not shown. */
export function warningsOf({ unshown, margins, others }: Told): Fault[] {
  const words = [...new Set(margins)].join(' · ');
  return [
    ...(unshown.size > 0 ? [picturesLost(unshown)] : []),
    ...(others.has('inserted') ? [insertedLost()] : []),
    ...(others.has('fields') ? [fieldsUnfilled()] : []),
    ...(others.has('unsaved') ? [resultsUnsaved()] : []),
    ...(others.has('today') ? [todayKept()] : []),
    ...(others.has('struck') ? [struckLost()] : []),
    ...(others.has('white') ? [whiteLost()] : []),
    ...(others.has('notes') ? [notesLost()] : []),
    ...(others.has('columns') ? [tabColumnsGuessed()] : []),
    ...(others.has('none') ? [tabColumnsLost()] : []),
    ...(words === '' ? [] : [marginsLost(words)]),
  ];
}

/** A line of a header that only numbers the page: « Page 2 sur 5 », « Seite 1 » in a workbook for a German lesson. */
export const isPageNumber = (text: string): boolean =>
  /^(?:(?:page|seite|p[áa]gina)\s*)?[-–]?\s*\d{0,4}(?:\s*(?:\/|sur|de|of|von|di)\s*\d{0,4})?\s*[-–]?$/iu.test(text);
