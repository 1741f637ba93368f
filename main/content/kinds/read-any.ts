import { endingOf } from '../endings.ts';
import type { Reader } from '../reading.ts';
import type { Unit } from '../unit.ts';
import { alerting } from './alert/read-alert.ts';
import { FOLDER_KINDS, kindOfEnding } from './kinds.ts';

/** The reader of a unit, by its kind of folder or the ending of its file. */
function readerOf({ kind, path }: Unit): Promise<Reader> {
  const folder = FOLDER_KINDS.find(({ name }) => name === kind);
  return (folder ?? kindOfEnding(endingOf(path))).read();
}

/** Reads any unit. */
export const readAny: Reader = async (unit, tools) => {
  const read = await readerOf(unit);
  return (unit.alert ? alerting(read) : read)(unit, tools);
};
