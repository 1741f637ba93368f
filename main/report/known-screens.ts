import type { Temporal } from 'temporal-polyfill';
import type { BeatScreen } from '../fleet/heartbeat.ts';
import type { OtherMachine } from '../fleet/sightings.ts';
import { fold } from '../lib/fold.ts';
import type { ScreenFacts } from './screen-light.ts';
import { counted, durationWords } from './words.ts';

/** One screen, of this machine or of another one of the folder. */
export interface KnownScreen extends ScreenFacts {
  /** Empty for the screen without a name. */
  readonly name: string;
  /** Name of the machine that plays it; empty for this one, and where none is known. */
  readonly machine: string;
  /** Id of the slide that it painted last; null: not known. */
  readonly slide: string | null;
  /** Title of the last slide, of another machine; null: not known. */
  readonly title: string | null;
  /** `1920 × 1080`; empty where it is not known. */
  readonly size: string;
  readonly version: string;
  readonly revision: string;
  /** Name of its files in `_écrans`; null where there are none. */
  readonly files: string | null;
  readonly hasPicture: boolean;
}

/** Less room than this on a disk is told of. */
const LITTLE_ROOM_BYTES = 500 * 1024 ** 2;

/** What is to be said of a whole machine. */
function machineRemarks({ heartbeat: { reachable, clockTrusted, freeBytes }, aheadS }: OtherMachine): string[] {
  const remarks: string[] = [];
  if (!reachable) remarks.push('Sa machine ne lit plus le dossier\u00a0: elle montre ce qu’elle en connaît.');
  if (!clockTrusted) remarks.push('L’horloge de sa machine est fausse\u00a0: mettez-la à l’heure.');
  else if (aheadS !== null) {
    const sense = aheadS > 0 ? 'avance' : 'retarde';
    const days = Math.round(Math.abs(aheadS) / 86_400);
    const by = days < 2 ? durationWords(Math.abs(aheadS)) : counted(days, 'jour', 'jours');
    remarks.push(`L’horloge de sa machine ${sense} de ${by} sur celle d’ici\u00a0: mettez à l’heure celle qui a tort.`);
  }
  if (freeBytes !== null && freeBytes < LITTLE_ROOM_BYTES)
    remarks.push(`Il ne reste que ${Math.floor(freeBytes / 1024 ** 2)}\u00a0Mo sur le disque de sa machine.`);
  return remarks;
}

/** The instant of our clock at which it painted: a duration of its clock before the moment when we heard of it. */
function paintedAt({ paintedAgoS }: BeatScreen, { hearing }: OtherMachine): Temporal.Instant | null {
  if (paintedAgoS === null || hearing.kind !== 'heard') return null;
  return hearing.at.subtract({ milliseconds: Math.round(paintedAgoS * 1000) });
}

/** The screens of the other machines. `isLit`: whether a screen should show anything now, by our own programme. */
export function otherScreens(others: readonly OtherMachine[], isLit: (screen: string) => boolean): KnownScreen[] {
  return others.flatMap((other) => {
    const { heartbeat, hearing } = other;
    const remarks = machineRemarks(other);
    return heartbeat.screens.map((screen) => ({
      name: screen.name,
      machine: heartbeat.machine,
      hearing,
      connected: screen.connected,
      // A machine that is switched off for the night says nothing, and need not.
      lit: hearing.kind === 'heard' ? screen.lit : isLit(screen.name),
      lastPaintedAt: paintedAt(screen, other),
      remarks: [...remarks, ...screen.remarks],
      slide: null,
      title: screen.title,
      size: screen.size,
      version: heartbeat.version,
      revision: screen.revision,
      files: heartbeat.name,
      hasPicture: heartbeat.picture,
    }));
  });
}

/** The screens of the settings that no machine tells of. */
export function untoldScreens(declared: readonly string[], told: readonly KnownScreen[]): KnownScreen[] {
  const known = new Set(told.map(({ name }) => fold(name)));
  const nothing = { connected: false, lit: null, lastPaintedAt: null, remarks: [], slide: null, title: null };
  return declared
    .filter((name) => !known.has(fold(name)))
    .map((name) => ({
      ...{ name, machine: '', hearing: 'unknown' as const, ...nothing },
      ...{ size: '', version: '', revision: '', files: null, hasPicture: false },
    }));
}
