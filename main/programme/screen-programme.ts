import type { Temporal } from 'temporal-polyfill';
import type { Programme } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import type { Catalogue } from './catalogue.ts';
import { programmeAt } from './programme-at.ts';
import type { Place, Screen } from './screen.ts';

/** What a programme is made from. */
export interface ProgrammeSource {
  readonly catalogue: Catalogue;
  readonly site: { readonly place: Place };
}

/** When a programme is asked for. */
export interface ProgrammeInstant {
  readonly instant: Temporal.Instant;
  /** False where the instant comes from a clock that is plainly wrong: only what has no date is shown then. */
  readonly trusted: boolean;
}

/** The screen that `preau.yml` describes under this name, whatever its case and accents; else one of that name alone. */
function screenNamed({ screens }: Place, name: string): Screen {
  return screens.find((known) => fold(known.name) === fold(name)) ?? { name, town: null, lit: null };
}

function undatedOnly(catalogue: Catalogue): Catalogue {
  return { ...catalogue, items: catalogue.items.filter((item) => item.when === null) };
}

/** The programme of the screen of this name, at an instant in the zone of the place. */
export function screenProgramme(
  source: ProgrammeSource,
  { instant, trusted }: ProgrammeInstant,
  name: string,
): Programme {
  const { place } = source.site;
  const catalogue = trusted ? source.catalogue : undatedOnly(source.catalogue);
  return programmeAt(catalogue, instant.toZonedDateTimeISO(place.zone), screenNamed(place, name), place);
}
