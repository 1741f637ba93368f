import { textsOf } from '../../documents/paragraph.ts';
import { odfBlocks } from './odf-blocks.ts';
import type { OdfState } from './odf-runs.ts';
import { isPageNumber, nothingTold } from './told.ts';
import { attributeOf, elementsOf, type XmlElement } from './xml.ts';

const MARGIN = /^style:(?:header|footer)(?:-left|-first)?$/u;

/** The words of the headers and footers of some master pages, without numbers of pages. */
export const odfMarginWords = (masters: readonly XmlElement[], state: OdfState): string[] =>
  masters
    .flatMap(elementsOf)
    .filter((margin) => MARGIN.test(margin.name) && attributeOf(margin, 'style:display') !== 'false')
    .flatMap((margin) => odfBlocks(elementsOf(margin), { ...state, told: nothingTold(), notes: [] }))
    .flatMap(textsOf)
    .filter((words) => !isPageNumber(words));
