import { Bytes } from '../../completeness/bytes.ts';
import { COMPLETE } from '../../completeness/completeness.ts';
import type { Format } from '../../completeness/format.ts';
import { plainTextCompleteness } from '../text/plain-text-format.ts';

/** A longer calendar is judged as any text. */
const MAX_BYTES = 4 << 20;
/** NUL characters with which a program fills the name of a time zone up; more of them are space that a copy has not filled yet. */
const FILLED = /(;TZID=[^\0\r\n:]{1,80})\0{1,64}(?=:)/giu;

/** A text whose names of time zones may be filled up with NUL: in any other text these say that its copy is not complete. */
export const CALENDAR_TEXT: Format = {
  ending: null,
  sign: null,
  completeness: async (bytes) => {
    const asText = await plainTextCompleteness(bytes);
    if (asText === COMPLETE || bytes.size > MAX_BYTES) return asText;
    const unfilled = (await bytes.at(0, bytes.size)).toString('latin1').replace(FILLED, '$1');
    return plainTextCompleteness(Bytes.of(Buffer.from(unfilled, 'latin1')));
  },
};
