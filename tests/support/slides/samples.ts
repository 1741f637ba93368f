import type { SlideKind } from '../../../main/contract.ts';
import { absencesSamples } from './absences.ts';
import { agendaSamples } from './agenda.ts';
import { alertSamples } from './alert.ts';
import { countdownSamples } from './countdown.ts';
import { eventSamples } from './event.ts';
import { exhibitionSamples } from './exhibition.ts';
import { idleSamples } from './idle.ts';
import { imageSamples } from './image.ts';
import type { KindSamples, Sample, Texts } from './kind-samples.ts';
import { menuSamples } from './menu.ts';
import { textSamples } from './text.ts';
import { treeSamples } from './tree.ts';
import { videoSamples } from './video.ts';

/** What the tests show of each kind of slide. */
const SAMPLES: { readonly [K in SlideKind]: KindSamples<K> } = {
  event: eventSamples,
  agenda: agendaSamples,
  absences: absencesSamples,
  menu: menuSamples,
  exhibition: exhibitionSamples,
  tree: treeSamples,
  image: imageSamples,
  video: videoSamples,
  text: textSamples,
  countdown: countdownSamples,
  alert: alertSamples,
  idle: idleSamples,
};

type Named<T> = Readonly<Record<string, T>>;
type AnySample = Sample<SlideKind>;

function merged<T>(parts: readonly Named<T>[]): Named<T> {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

/** Every look of every kind, by the name of its committed picture. */
export const EXAMPLES: Named<AnySample> = merged<AnySample>(Object.values(SAMPLES).map(({ examples }) => examples));

/** Two different slides of every look, by its name. */
export const PAIRS: Named<readonly [AnySample, AnySample]> = merged<readonly [AnySample, AnySample]>(
  Object.values(SAMPLES).map(({ pairs }) => pairs),
);

/** Slides of every kind with these texts in all their fields. */
export function filled(texts: Texts): Named<AnySample> {
  return merged<AnySample>(Object.values(SAMPLES).map((samples) => samples.filled(texts)));
}

/** An example by its name. */
export function example(name: string): AnySample {
  const slide = EXAMPLES[name];
  if (!slide) throw new Error(`there is no example « ${name} »`);
  return slide;
}
