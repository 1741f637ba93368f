import type { Slide } from '../../main/contract.ts';
import type { SlidePage } from './loop.ts';

/** How long the player's own clock stays before the programme is tried again; milliseconds. */
export const OWN_CLOCK_MS = 10_000;

const CLOCK: Slide = { id: 'idle', kind: 'idle', title: 'Préau', durationMs: OWN_CLOCK_MS, source: null, serial: 0 };

/** The player's own clock, for when there is no slide that can be shown. */
export const OWN_CLOCK: SlidePage = { slide: CLOCK, page: 0 };
