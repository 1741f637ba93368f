import type { EventText, ItemStatus } from '../../programme/item.ts';
import type { WhenRule } from '../../when/when.ts';
import type { Fault } from '../faults/fault.ts';

/** One event of a press release, ready for the wall: typography done, telephone numbers and addresses gone. */
export interface PressEvent extends EventText {
  readonly when: WhenRule;
  /** It does not take place as announced: it says so, or its row is struck through. */
  readonly status?: ItemStatus;
  /** Line of its heading, as in `Block`. */
  readonly line: number;
}

/** The events of a press release in its order, and what was not understood. */
export interface PressRelease {
  readonly events: readonly PressEvent[];
  readonly warnings: readonly Fault[];
}
