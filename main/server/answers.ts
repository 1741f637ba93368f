import type { Problem } from '../contract.ts';

/** What the service answers to those who look after it, over the wire too: fields are added, never changed. */

/** `GET /api/catalogue` */
export interface CatalogueView {
  readonly items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly file: string;
    readonly when?: { readonly label: string; readonly from: string | null; readonly to: string | null };
    readonly screens?: readonly string[];
  }[];
  readonly problems: readonly Problem[];
}

/** `GET /health` */
export interface Health {
  readonly status: 'ok' | 'degraded';
  readonly version: string;
  readonly uptimeSeconds: number;
  readonly at: string;
  readonly clock: 'ok' | 'wrong';
  /**
   * `reading`: files, or folders that are one thing, that are being read or prepared now. `read`: what was there when the
   * service started has been read once.
   */
  readonly content: {
    readonly folder: string;
    readonly reachable: boolean;
    readonly reading: number;
    readonly read: boolean;
  };
  readonly items: number;
  /** Whether this machine writes its state into the content folder; `message`: a French sentence where it cannot. */
  readonly heartbeat: { readonly state: 'ok' | 'off' | 'failed'; readonly message: string | null };
  readonly problems: { readonly refused: number; readonly warnings: number };
  readonly screens: readonly {
    readonly screen: string;
    readonly width: number;
    readonly height: number;
    readonly dpr: number;
    readonly connected: boolean;
    readonly lastSlide: string | null;
    readonly lastPaintedAt: string | null;
    /** Paths of the files that it could not play, as they are now. */
    readonly unplayable: readonly string[];
  }[];
}
