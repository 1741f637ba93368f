import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { rootOf } from '../content/scan/scan.ts';
import type { Store } from '../content/store/store.ts';
import { createDiskFacts } from '../fleet/disk-facts.ts';
import { createFleet, type Fleet } from '../fleet/fleet.ts';
import { type FleetFolder, openFleetFolder } from '../fleet/fleet-folder.ts';
import { isInReach, type ReportSources } from '../report/current-report.ts';
import { type KnownScreen, otherScreens, untoldScreens } from '../report/known-screens.ts';
import { type ScreenRows, screenRows } from '../report/page-screens.ts';
import type { Clock } from '../when/clock.ts';
import { createOwnScreens, type OwnScreensOptions } from './own-screens.ts';
import { createOwnState } from './own-state.ts';

export interface FleetStageOptions extends Omit<OwnScreensOptions, 'state' | 'programmes' | 'nowMs'> {
  readonly sources: ReportSources & Pick<OwnScreensOptions, 'programmes'>;
  readonly store: Store;
  /** Whether this machine writes into the folder. */
  readonly isOn: boolean;
  readonly clock: Clock;
  readonly log: Logger;
}

/** This machine among the others of its folder. */
export interface FleetStage extends Fleet, Pick<FleetFolder, 'picture'> {
  /** The screens of this machine, those of the others, and those that nobody tells of. */
  knownScreens(): readonly KnownScreen[];
  screenRows(): ScreenRows;
}

export function createFleetStage(options: FleetStageOptions): FleetStage {
  const { version, own, sources, screens, playback, store, isOn, clock, log } = options;
  const { folder, state, listing, programmes } = sources;
  const nowMs = () => performance.now();
  const fleetFolder = openFleetFolder(folder);
  const ownScreens = createOwnScreens({ version, own, state, programmes, screens, playback, nowMs });
  const disk = createDiskFacts(store.dir, nowMs);
  const fleet = createFleet({
    folder: fleetFolder,
    screen: own ?? '',
    machine: hostname(),
    run: randomUUID(),
    isOn,
    now: () => ({ ms: nowMs(), at: clock.now() }),
    isInReach: async () => isInReach(sources) && (await rootOf(folder)) === listing().root,
    ...createOwnState({ version, ownScreens, state, programmes, store, clock }),
    disk,
    log,
  });
  const now = (): Temporal.ZonedDateTime => clock.now().toZonedDateTimeISO(state().site.place.zone);
  const knownScreens = () => {
    const others = otherScreens(fleet.others(), (screen) => programmes.at(null, screen).lit);
    const known = [...ownScreens(), ...others];
    const declared = state().site.place.screens.map(({ name }) => name);
    return [...known, ...untoldScreens(declared, known)];
  };
  return { ...fleet, picture: fleetFolder.picture, knownScreens, screenRows: () => screenRows(knownScreens(), now()) };
}
