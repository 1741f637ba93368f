import type { Theme } from '../contract.ts';
import type { WallLook } from '../programme/screen.ts';
import { accentOf } from './accent.ts';
import { otherShade, type SiteProblem } from './site-problem.ts';

/** The colours of `couleurs`; a problem tells where the wall shows another shade than the one that is written. */
export function readAccent(theme: Theme, colour: string | undefined, problems: SiteProblem[]): WallLook['accent'] {
  if (!colour) return null;
  const { accent, why } = accentOf(colour, theme);
  if (why) problems.push(otherShade(colour, accent.fill, why));
  return accent;
}
