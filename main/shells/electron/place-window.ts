import type { BrowserWindow, Screen } from 'electron';
import type { Logger } from 'pino';
import type { Timers } from '../supervision/keep-running.ts';
import { chooseDisplay, covers, type DisplayChoice } from './display-choice.ts';

/** A television that is switched on sends several changes within a second: the window moves once, after the last. */
const SETTLE_MS = 500;

export interface Placement {
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on'>;
  /** The display that was asked for: its name, its number, or empty for the primary one. */
  readonly wanted: string;
  readonly timers: Timers;
  readonly log: Pick<Logger, 'warn'>;
  /** A display has come, gone or changed its mode, and the window stands where it should. */
  onPlaced(): void;
}

/** Puts windows on the chosen display. */
export interface Placer {
  choice(): DisplayChoice | null;
  /** The window that is to be kept on the display; the one before is forgotten. */
  follow(window: BrowserWindow): void;
}

/** Keeps the window on the chosen display, also when displays come, go or change their mode. */
export function placeWindows({ screen, wanted, timers, log, onPlaced }: Placement): Placer {
  let window: BrowserWindow | null = null;
  let cancel = (): void => {};
  const choice = () => chooseDisplay(screen.getAllDisplays(), screen.getPrimaryDisplay().id, wanted);
  const place = (): void => {
    const chosen = choice();
    if (chosen === null) return; // All displays are away: the next event brings one back.
    if (!chosen.asAsked)
      log.warn({ wanted, taken: chosen.display.label }, 'the display that was asked for is not there');
    if (window === null || window.isDestroyed()) return;
    if (!covers(window.getBounds(), chosen.display)) {
      // A kiosk window does not move: it has to be an ordinary one meanwhile.
      window.setKiosk(false);
      window.setBounds(chosen.display.bounds);
      window.setKiosk(true);
    }
    onPlaced();
  };
  const placeSoon = (): void => {
    cancel();
    cancel = timers.after(SETTLE_MS, place);
  };
  screen.on('display-added', placeSoon);
  screen.on('display-removed', placeSoon);
  screen.on('display-metrics-changed', placeSoon);
  return {
    choice,
    follow(next) {
      window = next;
    },
  };
}
