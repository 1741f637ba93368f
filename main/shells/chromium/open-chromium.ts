import { createHash } from 'node:crypto';
import { join, sep } from 'node:path';
import type { DisplayArea } from '../display.ts';
import { type DisplayFault, displayFaultIn } from '../display-fault.ts';
import { keepRunning, type Life, type Running, realTimers, type Timers } from '../supervision/keep-running.ts';
import { PAGE_PACE, type Pace } from '../supervision/life-watch.ts';
import { BLACK_PAGE, chromiumArguments } from './arguments.ts';
import { prepareProfile } from './profile.ts';
import { startChromium } from './start-chromium.ts';

/** After this many deaths in a row before it painted, the reason is told to a person. */
const MAX_UNPAINTED_DEATHS = 3;

export interface ChromiumShell {
  readonly executable: string;
  /** Absolute path of the profile folder (`profileFolder`). */
  readonly profile: string;
  readonly area: DisplayArea;
  /**
   * Resolves to the address of the page once the service answers: Chromium starts meanwhile, on a black page, and never opens an
   * address that does not answer.
   */
  address(): Promise<string>;
  onRestart(why: string, delayMs: number): void;
  /** It died again and again before it painted anything. Called again only after it has painted. */
  onUnpainted(fault: DisplayFault): void;
  /** Hour of the nightly reload, `04:30`; empty for none. */
  readonly reload?: string;
  /** How often the page is asked whether it lives. */
  readonly pace?: Pace;
  readonly timers?: Timers;
}

/**
 * Where the profile lives: in the state folder, except for the Chromium of Ubuntu's snap, which may not look into hidden
 * folders of the home. There it has the hash of the state folder in its name, so that two state folders never share one.
 */
export function profileFolder(executable: string, state: string, home: string): string {
  if (executable.includes(`${sep}snap${sep}`)) {
    const name = createHash('sha256').update(state).digest('hex').slice(0, 8);
    return join(home, 'snap', 'chromium', 'common', `preau-${name}`);
  }
  return join(state, 'chromium');
}

/** Opens Chromium in kiosk mode and keeps it open. */
export function openChromium(shell: ChromiumShell): Running {
  const { pace = PAGE_PACE, timers = realTimers, reload = '', executable, address, profile, area } = shell;
  const args = chromiumArguments({ url: BLACK_PAGE, profile, area, root: process.getuid?.() === 0 });
  let unpaintedDeaths = 0;
  let isProfileDamaged = false;

  const onDeath = (said: string, hasPainted: boolean): void => {
    unpaintedDeaths = hasPainted ? 0 : unpaintedDeaths + 1;
    if (unpaintedDeaths !== MAX_UNPAINTED_DEATHS) return;
    const fault = displayFaultIn(said);
    // Chromium does not always say that its profile is the reason of its death.
    isProfileDamaged = fault.cause === 'profile' || fault.cause === 'unknown';
    shell.onUnpainted(fault);
  };

  const open = ({ onHealthy, onGone }: Life): Running => {
    try {
      prepareProfile(profile, isProfileDamaged);
    } catch (error) {
      // A profile that cannot be made ready (a full disk) counts as a death.
      onDeath(String(error), false);
      onGone(String(error));
      return { stop: async () => {} };
    }
    isProfileDamaged = false;
    return startChromium(
      executable,
      args,
      { pace, reload, timers, address },
      {
        onPainted: onHealthy,
        onGone(why, said, hasPainted) {
          onDeath(said, hasPainted);
          onGone(why);
        },
      },
    );
  };

  return keepRunning({ timers, onRestart: shell.onRestart, start: open });
}
