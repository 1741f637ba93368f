import { type Observable, Subject } from 'rxjs';
import type { Temporal } from 'temporal-polyfill';
import type { Programme, ScreenReport } from '../contract.ts';
import type { Health } from './answers.ts';

/** Names of screens come from the network: more than this are not remembered. */
const MAX_SCREENS = 500;
/** Longest side of an 8K screen, pixels. A screen that claims more would only make every prepared picture heavier. */
const MAX_PIXELS = 7_680;

interface Seen {
  readonly report: ScreenReport;
  readonly lastSlide: string | null;
  readonly lastPaintedAt: string | null;
}

/** What a screen was last sent. */
type Sent = Pick<Programme, 'lit' | 'revision'>;

/** What is known of one screen. */
interface ScreenView extends Omit<Health['screens'][number], 'unplayable'> {
  /** Whether it should show anything at this hour; null where no programme was sent to it yet. */
  readonly lit: boolean | null;
  /** Of the last programme that it was sent. */
  readonly revision: string | null;
  /** False: its browser refuses to keep the display awake; null: it has not said. */
  readonly awake: boolean | null;
}

/** What the connected players said of themselves. */
export interface Screens {
  /** Takes in a report; true where its screen is larger than all screens seen before. */
  report(report: ScreenReport, at: Temporal.Instant): boolean;
  /** A stream to this screen has opened; returns what to call when it closes. */
  connected(screen: string): () => void;
  /** A programme was sent to a screen that is connected. */
  sent(screen: string, programme: Sent): void;
  /** Longest side of the screens seen so far in device pixels, not below `least`. */
  longSide(least: number): number;
  view(): readonly ScreenView[];
  /** Emits whenever something of a screen is another one. */
  readonly change$: Observable<void>;
}

export function createScreens(): Screens {
  const seen = new Map<string, Seen>();
  const streams = new Map<string, number>();
  const sent = new Map<string, Sent>();
  const change$ = new Subject<void>();
  const devicePixels = ({ width, height, dpr }: ScreenReport) =>
    Math.min(MAX_PIXELS, Math.round(Math.max(width, height) * dpr));
  const longSide = (least: number) => Math.max(least, ...[...seen.values()].map(({ report }) => devicePixels(report)));
  /** Forgets the screen that has been silent longest among those that are not connected. False where all are connected. */
  const forgetOne = (): boolean => {
    const gone = [...seen.keys()].find((screen) => !streams.has(screen));
    if (gone === undefined) return false;
    sent.delete(gone);
    return seen.delete(gone);
  };
  return {
    report(report, at) {
      const before = longSide(0);
      const known = seen.get(report.screen);
      if (known === undefined && seen.size >= MAX_SCREENS && !forgetOne()) return false;
      // Moved to the end of the map, so that the first entry is always the screen that has been silent longest.
      seen.delete(report.screen);
      seen.set(report.screen, {
        report,
        lastSlide: report.slide ?? known?.lastSlide ?? null,
        lastPaintedAt: report.slide === null ? (known?.lastPaintedAt ?? null) : at.toString(),
      });
      change$.next();
      return longSide(0) > before;
    },
    connected(screen) {
      streams.set(screen, (streams.get(screen) ?? 0) + 1);
      change$.next();
      return () => {
        const left = (streams.get(screen) ?? 1) - 1;
        if (left > 0) streams.set(screen, left);
        else {
          streams.delete(screen);
          // Names come from the network: what nobody has painted on is forgotten with its stream.
          if (!seen.has(screen)) sent.delete(screen);
        }
        change$.next();
      };
    },
    sent(screen, { lit, revision }) {
      sent.set(screen, { lit, revision });
      change$.next();
    },
    longSide,
    change$: change$.asObservable(),
    view: () =>
      [...new Set([...seen.keys(), ...streams.keys()])].map((screen) => {
        const known = seen.get(screen);
        return {
          screen,
          width: known?.report.width ?? 0,
          height: known?.report.height ?? 0,
          dpr: known?.report.dpr ?? 1,
          connected: streams.has(screen),
          lastSlide: known?.lastSlide ?? null,
          lastPaintedAt: known?.lastPaintedAt ?? null,
          lit: sent.get(screen)?.lit ?? null,
          revision: sent.get(screen)?.revision ?? null,
          awake: known?.report.awake ?? null,
        };
      }),
  };
}
