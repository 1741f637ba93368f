import type { Input } from 'electron';
import type { Timers } from '../supervision/keep-running.ts';

/** The part of a key event that is read. */
export type Key = Pick<Input, 'type' | 'key' | 'control' | 'shift' | 'alt' | 'meta' | 'isAutoRepeat'>;

/** How long Ctrl+Shift+Q is held to leave: nobody does it by accident, and a technician needs no other way. */
const LEAVE_MS = 3_000;

/** With Ctrl or Command: what the form of the first start needs. */
const EDITING = ['a', 'c', 'v', 'x', 'z'];

/**
 * Whether a key is kept from the page and from the browser around it: shortcuts zoom, print, reload, search and close.
 * Letters, Tab, Enter and the arrows pass: the form of the first start and the list of the programme are used with them.
 */
export function isForbidden({ key, control, alt, meta }: Key): boolean {
  if (/^F\d{1,2}$/.test(key) || key.startsWith('Browser') || key === 'ContextMenu') return true;
  if (alt) return true;
  return (control || meta) && !EDITING.includes(key.toLowerCase());
}

const isLeave = ({ type, key, control, shift }: Key): boolean =>
  type === 'keyDown' && control && shift && key.toLowerCase() === 'q';

/** Takes each key event; calls `onLeave` once Ctrl+Shift+Q has been held for three seconds. */
export function leaveSequence(timers: Timers, onLeave: () => void): (key: Key) => void {
  let cancel: (() => void) | null = null;
  return (key) => {
    if (isLeave(key)) {
      cancel ??= timers.after(LEAVE_MS, onLeave);
      return;
    }
    // Any other key, and the release of one of the three, begins anew.
    cancel?.();
    cancel = null;
  };
}
