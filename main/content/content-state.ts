import type { Catalogue } from '../programme/catalogue.ts';
import type { Site } from '../settings/site.ts';
import { withoutDuplicates } from './duplicate-events.ts';
import type { Sight } from './folder-scanner.ts';
import type { KnownFiles } from './known-files.ts';
import type { SiteKeeper } from './site-keeper.ts';
import { unknownScreens } from './unknown-screens.ts';

/** What the content folder amounts to, as last read. */
export interface ContentState {
  readonly catalogue: Catalogue;
  readonly site: Site;
  /** False while the folder is out of reach: the last good catalogue stands. */
  readonly reachable: boolean;
}

/** Makes the state of the content folder from all that is known. */
export interface StateMaker {
  /** Whether something is not yet in the last state that was made. */
  hasChanged(): boolean;
  /** The state now; the same object as the last time where nothing has changed. */
  state(): ContentState;
}

export function createStateMaker(sight: () => Sight, keeper: SiteKeeper, knownFiles: KnownFiles): StateMaker {
  /** Values that are other ones exactly when the state, or what is saved with it, is another one. */
  const inputs = (): readonly unknown[] => {
    const { listing, device, reachable } = sight();
    const scan = [listing.problems, device, reachable];
    return [knownFiles.version(), keeper.site(), keeper.problems(), keeper.wasThere(), ...scan];
  };
  let madeFrom = inputs();
  let made = stateOf(sight(), keeper, knownFiles);
  const hasChanged = () => inputs().some((input, index) => input !== madeFrom[index]);
  return {
    hasChanged,
    state() {
      if (!hasChanged()) return made;
      madeFrom = inputs();
      made = stateOf(sight(), keeper, knownFiles);
      return made;
    },
  };
}

/** The catalogue of all that is known, with the problems of scan, settings, files, duplicate events and unknown screens. */
function stateOf({ listing, reachable }: Sight, keeper: SiteKeeper, knownFiles: KnownFiles): ContentState {
  const { items, problems: duplicates } = withoutDuplicates(knownFiles.items());
  const site = keeper.site();
  const problems = [
    ...listing.problems,
    ...keeper.problems(),
    ...knownFiles.problems(),
    ...duplicates,
    ...unknownScreens(items, site.place.screens),
  ];
  return { site, reachable, catalogue: { items, problems } };
}
