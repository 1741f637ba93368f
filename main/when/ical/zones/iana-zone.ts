import { Temporal } from 'temporal-polyfill';
import { fold } from '../../../lib/fold.ts';
import { windowsZones } from './windows-zones.ts';

/** Other names of universal time. */
const UNIVERSAL =
  /^(?:z|zulu|(?:\(utc\) ?)?(?:coordinated universal time|temps universel coordonné)(?: \(utc\))?|tzone:\/\/microsoft\/utc)$/iu;

/** Names of summer time, which no zone is named for; those of winter time (CET) are names of IANA. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['cest', 'Europe/Paris'],
  ['mesz', 'Europe/Berlin'],
  ['mez', 'Europe/Berlin'],
  ['hnec', 'Europe/Paris'],
  ['haec', 'Europe/Paris'],
  ['bst', 'Europe/London'],
  ['british summer time', 'Europe/London'],
  ['greenwich mean time', 'Europe/London'],
  ['west', 'Europe/Lisbon'],
  ['eest', 'Europe/Athens'],
  ['edt', 'America/New_York'],
  ['cst', 'America/Chicago'],
  ['cdt', 'America/Chicago'],
  ['mdt', 'America/Denver'],
  ['pst', 'America/Los_Angeles'],
  ['pdt', 'America/Los_Angeles'],
  ['hne', 'America/Toronto'],
  ['hae', 'America/Toronto'],
]);

const OFFSET = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/iu;

function isZone(id: string): boolean {
  try {
    return id !== '' && Temporal.PlainDate.from('2026-01-01').toZonedDateTime(id) !== undefined;
  } catch {
    // A RangeError is how Temporal says that there is no such zone.
    return false;
  }
}

/** `UTC+2`, `GMT+0100`: a zone that is always so far from universal time. */
function offsetZone(name: string): string | null {
  const match = OFFSET.exec(name);
  if (!match || Number(match[2]) > 14) return null;
  return `${match[1]}${(match[2] ?? '').padStart(2, '0')}:${match[3] ?? '00'}`;
}

const MAX_KEPT = 500;

/** The same answer for the same name, worked out once. */
function remembered(find: (name: string) => string | null): (name: string) => string | null {
  const known = new Map<string, string | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = find(name);
    if (known.size < MAX_KEPT) known.set(name, found);
    return found;
  };
}

const bare = (tzid: string) =>
  tzid
    .replaceAll(/["\\]/gu, '')
    .trim()
    .replace(/\s+\d$/u, '');

/**
 * The IANA zone that a TZID names for certain: by its own name, with or without the prefix of a maker
 * (`/freeassociation.sourceforge.net/Europe/Paris`), or by its name in Windows. Null if none.
 */
export const ianaZone = remembered((tzid) => {
  const name = bare(tzid);
  if (UNIVERSAL.test(name)) return 'UTC';
  const parts = name.split('/').filter(Boolean);
  const candidates = [parts.join('/'), parts.slice(-2).join('/'), parts.slice(-3).join('/'), name.replace('-', '/')];
  const named = candidates.find((candidate) => candidate.includes('/') && isZone(candidate));
  return windowsZones.get(name.toLowerCase()) ?? named ?? null;
});

/** The zone of a short name or an offset, `EST`, `UTC+2`, for a file that does not describe what it means by it. Null if none. */
export const shortZone = remembered((tzid) => {
  const name = bare(tzid);
  return offsetZone(name) ?? (isZone(name) ? name : null);
});

let cities: ReadonlyMap<string, string> | null = null;

/** IANA zones by the city they are named for, without accents and in small letters. */
function zonesByCity(): ReadonlyMap<string, string> {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone')
      .filter((zone) => zone.includes('/'))
      .map((zone): [string, string] => [fold((zone.split('/').at(-1) ?? '').replaceAll('_', ' ')), zone]),
  );
  return cities;
}

/** The zone of the last city that a name holds: « Brussels, Copenhagen, Madrid, Paris », « heure de Paris ». */
function zoneOfCity(name: string): string | null {
  const byCity = zonesByCity();
  const pieces = [...name.split(/[,/;()]/u), ...name.split(/[^\p{L}]+/u)].map((piece) =>
    fold(piece.replaceAll('_', ' ').trim()),
  );
  return pieces.map((piece) => byCity.get(piece)).findLast((zone) => zone !== undefined) ?? null;
}

/** The name in Windows of « Eastern Time (US & Canada) », « Romance Daylight Time », « Central European Time ». */
const asWindowsName = (name: string) =>
  name
    .toLowerCase()
    .replace(/ \(us & canada\)$/u, '')
    .replace(/(?: summer| daylight| standard)? time$/u, ' standard time');

/**
 * The IANA zone that a TZID seems to mean: « (UTC+01:00) Brussels, Copenhagen, Madrid, Paris », which Outlook and Exchange show
 * to people, or « Eastern Time (US & Canada) ». A guess, to be told. Null if it means nothing.
 */
export const guessedZone = remembered((tzid) => {
  const name = tzid.replaceAll('"', '').trim();
  const shown = name.replace(/^\((?:UTC|GMT)[^)]*\)\s*/iu, '');
  const spoken = SPOKEN.get(shown.toLowerCase()) ?? windowsZones.get(asWindowsName(shown)) ?? zoneOfCity(shown);
  const offset = /^\((?:UTC|GMT)([+-]\d{1,2}[:.]?\d{2})\)/iu.exec(name)?.[1]?.replace('.', ':');
  return spoken ?? (offset === undefined ? null : offsetZone(offset));
});
