import type { Line } from '../outline/outline.ts';
import type { Release, ReleaseState } from '../release-state.ts';

/** A line and where it stands: `at` is its rank among the lines of the release, from 0. */
export interface Place {
  readonly line: Line;
  readonly at: number;
  readonly release: Release;
  /** What the line right above it may have left open. */
  readonly awaited: ReleaseState['awaits'];
}

/** One way to understand a line. */
export interface Rule {
  /** What the line is, for people. */
  readonly name: string;
  /** The state after the line; null where the line is something else. */
  readonly read: (state: ReleaseState, place: Place) => ReleaseState | null;
}
