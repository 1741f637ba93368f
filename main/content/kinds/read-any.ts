import { inTurns } from '../../lib/in-turns.ts';
import { endingOf } from '../names/endings.ts';
import { withoutPersons } from '../privacy/public-items.ts';
import { withoutPrivateFacts } from '../privacy/without-facts.ts';
import type { Reader } from '../reading/reading.ts';
import type { Unit } from '../scan/unit.ts';
import { alerting } from './alert/read-alert.ts';
import { contextOf } from './base.ts';
import { FOLDER_KINDS, kindOfEnding } from './kinds.ts';
import { LOGO, readLogo } from './logo/read-logo.ts';
import { withAge } from './with-age.ts';
import { withStatus } from './with-status.ts';

/** The reader of a unit: of the logo, by its kind of folder, or by the ending of its file. */
async function readerOf({ kind, path }: Unit): Promise<Reader> {
  if (kind === LOGO) return readLogo;
  const folder = FOLDER_KINDS.find(({ name }) => name === kind);
  return (folder ?? kindOfEnding(endingOf(path))).read();
}

/** Reads any unit. Whatever its kind, its items never show what reaches a person. */
export const readAny: Reader = async (unit, tools) => {
  const read = await readerOf(unit);
  const reading = await withoutPersons(withoutPrivateFacts(unit.alert ? alerting(read) : read))(unit, tools);
  if (unit.alert) return reading;
  const context = contextOf(unit, tools);
  return withAge(await inTurns(withStatus(reading, context)), context.seen);
};
