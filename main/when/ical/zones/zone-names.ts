import { Temporal } from 'temporal-polyfill';
import { windowsZones } from './windows-zones.ts';

/** Abbreviations of summer time, which no zone is named for; those of winter time (CET) are names of IANA. */
const SUMMER: ReadonlyMap<string, string> = new Map([
  ['cest', 'Europe/Paris'],
  ['mesz', 'Europe/Berlin'],
  ['mez', 'Europe/Berlin'],
  ['hnec', 'Europe/Paris'],
  ['haec', 'Europe/Paris'],
  ['bst', 'Europe/London'],
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

/**
 * The IANA zone that a TZID names for certain: by its own name, with or without the prefix of a maker
 * (`/freeassociation.sourceforge.net/Europe/Paris`), by its name in Windows, or as an offset. Null if none.
 */
export const ianaZone = remembered((tzid) => {
  const name = tzid
    .replaceAll('"', '')
    .trim()
    .replace(/\s+\d$/u, '');
  const parts = name.split('/').filter(Boolean);
  const candidates = [parts.join('/'), parts.slice(-2).join('/'), parts.slice(-3).join('/')];
  return windowsZones.get(name.toLowerCase()) ?? offsetZone(name) ?? candidates.find(isZone) ?? null;
});

let cities: ReadonlyMap<string, string> | null = null;

/** IANA zones by the city they are named for, in small letters. */
function zonesByCity(): ReadonlyMap<string, string> {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone')
      .filter((zone) => zone.includes('/'))
      .map((zone): [string, string] => [(zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(), zone]),
  );
  return cities;
}

/**
 * The IANA zone that a TZID seems to mean: « (UTC+01:00) Brussels, Copenhagen, Madrid, Paris », which Outlook and Exchange show
 * to people, or « Eastern Time (US & Canada) ». A guess, to be told. Null if it means nothing.
 */
export const guessedZone = remembered((tzid) => {
  const name = tzid.replaceAll('"', '').trim();
  const shown = name.replace(/^\((?:UTC|GMT)[^)]*\)\s*/iu, '');
  const american = /^(\w+) Time \(US & Canada\)$/iu.exec(shown)?.[1]?.toLowerCase();
  const standard = windowsZones.get(
    american
      ? `${american} standard time`
      : shown.toLowerCase().replace(/ (?:summer|daylight) time$/u, ' standard time'),
  );
  const words = shown.split(/[,/;()]|\s+-\s+/u).map((word) => word.trim().replaceAll('_', ' ').toLowerCase());
  const city = words
    .toReversed()
    .map((word) => zonesByCity().get(word))
    .find((zone) => zone !== undefined);
  const offset = /^\((?:UTC|GMT)([+-]\d{1,2}[:.]?\d{2})\)/iu.exec(name)?.[1]?.replace('.', ':');
  return standard ?? SUMMER.get(shown.toLowerCase()) ?? city ?? (offset === undefined ? null : offsetZone(offset));
});
