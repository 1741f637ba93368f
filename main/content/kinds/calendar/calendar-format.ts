import { Bytes } from '../../completeness/bytes.ts';
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
    const head = bytes.size <= MAX_BYTES ? await bytes.at(0, bytes.size) : Buffer.alloc(0);
    if (!head.includes(0)) return plainTextCompleteness(bytes);
    return plainTextCompleteness(Bytes.of(Buffer.from(head.toString('latin1').replace(FILLED, '$1'), 'latin1')));
  },
};
