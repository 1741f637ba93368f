/** Entry of the thread that parses texts: unpacking, PDFium and thousands of dates take as long as they take. */
import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { Bytes } from './completeness/bytes.ts';
import { faults, systemFault } from './file-faults.ts';
import { kindOfEnding } from './kinds/kinds.ts';
import { recognise } from './kinds/recognise.ts';
import { type ParseJob, unread } from './parse-job.ts';

/**
 * Parses a file as its kind says. Whatever the file holds, and whatever the system says of it, is answered as a value: an
 * exception would pass for the death of the thread, and after three deaths a file is not read again.
 */
export async function parseFile(job: ParseJob): Promise<unknown> {
  const { ending, zone, reference } = job;
  const work = kindOfEnding(ending).parse;
  if (work === null) throw new TypeError(`no kind parses files that end in ${ending}`);
  try {
    const [parse, bytes] = await Promise.all([work.load(), readFile(job.absolute)]);
    const format = await recognise(Bytes.of(bytes));
    return await parse({ bytes, format, ending, zone, reference: Temporal.PlainDate.from(reference) });
  } catch (error) {
    return unread({ ...(systemFault(error) ?? faults.damaged()), retry: true });
  }
}
