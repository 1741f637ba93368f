import type { Rectangle } from 'electron';
import { fold } from '../../lib/fold.ts';

/** What Electron tells of a display. */
export interface SeenDisplay {
  readonly id: number;
  /** As the system names it; empty where it does not. */
  readonly label: string;
  readonly bounds: Rectangle;
}

export interface DisplayChoice {
  readonly display: SeenDisplay;
  /** False where the display that was asked for is not there, and the primary one takes its place. */
  readonly asAsked: boolean;
}

const PRIMARY: readonly string[] = ['', 'primary', 'principal'];

/**
 * The display for the window: by its name or a part of it, by its number (1 is the leftmost), or the primary one. null while
 * no display is there at all.
 */
export function chooseDisplay(
  displays: readonly SeenDisplay[],
  primaryId: number,
  wanted: string,
): DisplayChoice | null {
  const primary = displays.find(({ id }) => id === primaryId) ?? displays[0];
  if (primary === undefined) return null;
  const name = fold(wanted);
  if (PRIMARY.includes(name)) return { display: primary, asAsked: true };
  const asked = /^\d{1,2}$/.test(name) ? fromLeft(displays)[Number(name) - 1] : named(displays, name);
  return asked === undefined ? { display: primary, asAsked: false } : { display: asked, asAsked: true };
}

const fromLeft = (displays: readonly SeenDisplay[]): readonly SeenDisplay[] =>
  displays.toSorted((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y);

function named(displays: readonly SeenDisplay[], name: string): SeenDisplay | undefined {
  return displays.find(({ label }) => fold(label) === name) ?? displays.find(({ label }) => fold(label).includes(name));
}

/** Whether a window with these bounds covers exactly this display. */
export const covers = (window: Rectangle, { bounds }: SeenDisplay): boolean =>
  window.x === bounds.x && window.y === bounds.y && window.width === bounds.width && window.height === bounds.height;
