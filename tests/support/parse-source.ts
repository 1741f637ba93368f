import type { Temporal } from 'temporal-polyfill';
import type { Parse } from '../../main/content/kinds/file-kind.ts';
import { PLAIN_TEXT } from '../../main/content/kinds/text/plain-text-format.ts';
import type { ParseRefused } from '../../main/content/reading/parse-job.ts';
import type { Reader, Reading, ReadTools } from '../../main/content/reading/reading.ts';
import type { Unit } from '../../main/content/scan/unit.ts';

/** A reader of texts with its parser, in the test's own thread; what it reads was written on `written`. */
export function withSource<Parsed>(reader: Reader<Parsed>, parse: Parse<Parsed>, written: Temporal.PlainDate) {
  return {
    read(path: string, bytes: Uint8Array): Promise<Reading> {
      const file = { path, absolute: '', size: bytes.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
      const unit: Unit = { kind: 'file', path, files: [file], alert: false, screens: null, signature: '' };
      const ending = path.slice(path.lastIndexOf('.'));
      const source = { bytes, format: PLAIN_TEXT, ending, zone: 'Europe/Paris', reference: written };
      const tools: ReadTools<Parsed> = {
        zone: 'Europe/Paris',
        bytes: async () => bytes,
        parse: async (): Promise<Parsed | ParseRefused> => parse({ ...source, keepsContacts: false, fileName: path }),
        prepare: () => Promise.reject(new Error('nothing to prepare')),
        find: () => null,
        writtenOn: () => written,
      };
      return reader(unit, tools);
    },
  };
}
