import type { KindSamples } from './kind-samples.ts';

const EXAM = {
  kind: 'countdown',
  title: 'Diplôme national du brevet',
  target: '2026-06-26',
  label: 'vendredi 26 juin',
} as const;

export const countdownSamples: KindSamples<'countdown'> = {
  examples: {
    countdown: { ...EXAM, days: 38, text: 'Les convocations sont remises au secrétariat.' },
  },
  filled: ({ title, description, hours }) => ({
    countdown: { ...EXAM, title, days: 365, label: `vendredi 26 juin, ${hours}`, text: description },
    'countdown on the day': { ...EXAM, title, days: 0, hours: 3 },
    'countdown of tomorrow': { ...EXAM, title, days: 1, text: description },
  }),
  pairs: {
    countdown: [
      { ...EXAM, days: 2 },
      { ...EXAM, title: 'Bal de fin d’année', days: 0 },
    ],
  },
};
