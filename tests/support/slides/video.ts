import { FILM } from '../slides-media.ts';
import { BARS_FILM } from './flash-media.ts';
import type { KindSamples, Sample } from './kind-samples.ts';

const BARS: Sample<'video'> = { kind: 'video', ...BARS_FILM, muted: true };

export const videoSamples: KindSamples<'video'> = {
  examples: { video: { kind: 'video', title: 'Le film', ...FILM, muted: true } },
  filled: () => ({}),
  pairs: { video: [BARS, BARS] },
};
