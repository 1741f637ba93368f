import { endingOf } from '../file-name.ts';
import { faults } from '../media/fault.ts';
import { kindOf } from '../media/kinds.ts';
import { problem } from '../problem.ts';
import { type Reader, refusal } from '../reading.ts';
import { alerting } from './alert.ts';
import { problemOf } from './base.ts';
import { readCalendar } from './calendar.ts';
import { readWordProcessor } from './document.ts';
import { readExhibition } from './exhibition.ts';
import { readPdf } from './pdf.ts';
import { readPicture } from './picture.ts';
import { readTable } from './table.ts';
import { readText } from './text.ts';
import { readTree } from './tree.ts';

/** Texts and documents by their ending; whatever else the workshop knows is a picture, a film or pages. */
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
  return (unit.alert ? alerting(read) : read)(unit, tools);
};
