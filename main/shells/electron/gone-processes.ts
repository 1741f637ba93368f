import type { Details } from 'electron';

/** Chromium starts a lost graphics process again by itself, and gives up after a few: a new Electron begins anew. */
const MAX_GPU_LOSSES = 3;
const GPU_WINDOW_MS = 10 * 60_000;

/** What is done when a process of Electron is gone: `none`, since something else brings it back, or a new Electron. */
export type Answer = 'none' | 'relaunch';

/**
 * Decides what to do about processes that are gone, one after the other. The service is a utility process: its supervisor
 * brings it back. The process of the page has an event of its own (`kiosk-window.ts`).
 */
export function answerToGone(): (details: Pick<Details, 'type' | 'reason'>, nowMs: number) => Answer {
  let losses: readonly number[] = [];
  return ({ type, reason }, nowMs) => {
    if (type !== 'GPU' || reason === 'clean-exit') return 'none';
    losses = [...losses.filter((at) => nowMs - at < GPU_WINDOW_MS), nowMs];
    if (losses.length < MAX_GPU_LOSSES) return 'none';
    losses = [];
    return 'relaunch';
  };
}
