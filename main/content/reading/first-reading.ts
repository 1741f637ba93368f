import { type Observable, tap, timer } from 'rxjs';
import { Temporal } from 'temporal-polyfill';
import { memoByObject } from '../../lib/memo-by-object.ts';
import { kindOfFile } from '../kinds/kinds.ts';
import type { KnownFiles } from '../known/known-files.ts';
import { datesOfPath } from '../names/file-name.ts';
import type { Sight } from '../scan/sight.ts';
import type { Unit } from '../scan/unit.ts';
import { isText } from './attempt.ts';

/** What the wall may say while what the first scan found is being read. */
export interface FirstReading {
  /** Texts are being read. They say what the other files mean, so nothing is shown yet but an alert. */
  readonly isHeld: boolean;
  /** Something is being read that an agenda may list: an agenda of what is known would say that there is no more. */
  readonly isPartial: boolean;
}

/** Nothing is held back for longer than this, milliseconds: what is slow joins later. */
const MAX_HELD_MS = 8_000;
/** Shorter where the saved catalogue can be shown meanwhile. */
const MAX_HELD_WITH_SAVED_MS = 700;

const ALL_READ: FirstReading = { isHeld: false, isPartial: false };

/** Any zone and day do: it only matters whether the name says a day, or that something is cancelled. */
const saysDay = memoByObject(({ path }: Unit): boolean => {
  const { when, status, fault } = datesOfPath(path, false, 'Europe/Paris', Temporal.PlainDate.from('2026-01-01'));
  return when !== null || status !== null || fault !== null;
});

/** Whether an agenda may list what is in a unit: only pictures and films whose names say no day are never listed. */
function mayBeListed(unit: Unit): boolean {
  if (unit.alert || unit.copy !== undefined || unit.kind === 'logo') return false;
  return unit.kind !== 'file' || kindOfFile(unit.files[0].path).parse !== null || saysDay(unit);
}

/** Asked at each look at the state, of what may be thousands of units: mostly the first ones tell all. */
function firstReadingOf(unread: Iterable<Unit>): FirstReading {
  let [isHeld, isPartial] = [false, false];
  for (const unit of unread) {
    isHeld ||= !unit.alert && isText(unit);
    isPartial ||= mayBeListed(unit);
    if (isHeld && isPartial) break;
  }
  return { isHeld, isPartial };
}

/** Follows the first reading. `late$`: nothing is held back any more. */
export function followFirstReading(
  hasSaved: boolean,
  sight: () => Sight,
  knownFiles: Pick<KnownFiles, 'unread'>,
): { now(): FirstReading; readonly late$: Observable<unknown> } {
  let isLate = false;
  const seen = (): FirstReading => {
    const { scanned, reachable } = sight();
    if (!scanned) return { isHeld: true, isPartial: !hasSaved };
    return reachable ? firstReadingOf(knownFiles.unread()) : ALL_READ;
  };
  return {
    now: () => (isLate ? { ...seen(), isHeld: false } : seen()),
    late$: timer(hasSaved ? MAX_HELD_WITH_SAVED_MS : MAX_HELD_MS).pipe(
      tap(() => {
        isLate = true;
      }),
    ),
  };
}
