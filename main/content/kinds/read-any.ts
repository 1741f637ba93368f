import { endingOf } from '../file-name.ts';
import { faults } from '../preparation/fault.ts';
import { withoutPersons } from '../privacy/public-items.ts';
import { problem } from '../problem.ts';
import { type Reader, refusal } from '../reading.ts';
import { alerting } from './alert/read-alert.ts';
import { problemOf } from './base.ts';
import { readCalendar } from './calendar/read-calendar.ts';
import { readExhibition } from './exhibition/read-exhibition.ts';
import { kindOf } from './kinds.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readPicture } from './pictures/read-picture.ts';
import { readTable } from './tables/read-table.ts';
import { readText } from './text/read-text.ts';
import { readTree } from './tree/read-tree.ts';
import { readWordProcessor } from './word/read-word-processor.ts';

/** Texts and documents by their ending; whatever else the media preparer knows is a picture, a film or pages. */
const BY_ENDING: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['.md', readText],
  ['.txt', readText],
  ['.pdf', readPdf],
  ['.docx', readWordProcessor],
  ['.odt', readWordProcessor],
  ['.ics', readCalendar],
  ['.csv', readTable],
]);

const readUnknown: Reader = async (unit) =>
  refusal(
    /\s$/u.test(unit.path)
      ? problem('name-space', unit.path)
      : problemOf(unit.path, 'refused', faults.unknownKind(endingOf(unit.path))),
  );

/** What becomes what (design, section 8, rule 3). */
function readerOf(ending: string): Reader {
  return BY_ENDING.get(ending) ?? (kindOf(ending) === null ? readUnknown : readPicture);
}

/** Reads any unit, by the kind of folder or the ending of the file. */
export const readAny: Reader = (unit, tools) => {
  const read =
    unit.kind === 'exhibition' ? readExhibition : unit.kind === 'tree' ? readTree : readerOf(endingOf(unit.path));
  return withoutPersons(unit.alert ? alerting(read) : read)(unit, tools);
};
