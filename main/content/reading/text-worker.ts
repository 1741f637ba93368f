/** Entry of the thread that parses texts: to unpack a document, to read a PDF or thousands of dates may take long. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { memoByText } from '../../lib/memo-by-text.ts';
import { Bytes } from '../completeness/bytes.ts';
import { faults, systemFault } from '../faults/file-faults.ts';
import { formatOf } from '../kinds/check-completeness.ts';
import { kindOfEnding } from '../kinds/kinds.ts';
import { type ParseJob, unread } from './parse-job.ts';

/** Thousands of files were written on few days. */
const dayOfIso = memoByText((iso) => Temporal.PlainDate.from(iso));

/**
 * Parses a file as its kind says. Bad content and errors of the system are answered as values: an exception would count as a
 * crash of the thread, and after three crashes a file is not read again.
 */
export async function parseFile(job: ParseJob): Promise<unknown> {
  const { absolute, ending, zone, reference, keepsContacts, path } = job;
  const work = kindOfEnding(ending).parse;
  if (work === null) throw new TypeError(`no kind parses files that end in ${ending}`);
  try {
    const [parse, bytes] = await Promise.all([work.load(), job.bytes ?? readFile(absolute)]);
    const format = await formatOf(Bytes.of(bytes), ending);
    return await parse({
      bytes,
      format,
      ending,
      zone,
      reference: dayOfIso(reference),
      keepsContacts,
      fileName: basename(absolute),
      ...(path === undefined ? {} : { path }),
    });
  } catch (error) {
    return unread({ ...(systemFault(error) ?? faults.damaged()), retry: true });
  }
}
