import { LOGO } from '../slides-media.ts';

/** Words for the samples: plain ones, that name no place that exists. */
export const PLACE = { town: 'Belleville', venue: 'Collège des Trois-Rivières' };
export const PROSE = 'Une journée pour visiter les ateliers, rencontrer les élèves et poser toutes ses questions.';
export const SENTENCE = 'Une journée de rencontres, d’ateliers et de visites, ouverte à toutes les familles. ';

/** Tuesday 5 May 2026, the day of the tests, before its hours. */
export const TUESDAY = {
  from: '2026-05-05',
  to: '2026-05-05',
  label: 'mardi 5 mai',
  hours: '14 h – 17 h',
  moment: 'à 14 h',
  phase: 'toCome',
} as const;

/** Four days, of which it is the second. */
export const RANGE = {
  from: '2026-05-04',
  to: '2026-05-07',
  label: 'du 4 au 7 mai',
  moment: 'en ce moment',
  phase: 'now',
} as const;

/** Dates with much to say. */
export const LONG_RANGE = {
  from: '2026-09-28',
  to: '2026-12-23',
  label: 'du 28 septembre au 23 décembre 2026',
  hours: '9 h 30 – 12 h 45, 14 h – 17 h 15',
  moment: 'en ce moment',
  phase: 'now',
} as const;

/** Four days of a week, for the ribbon. */
export const WEEK = [
  { day: '2026-05-04', label: 'lun. 4' },
  { day: '2026-05-05', label: 'mar. 5' },
  { day: '2026-05-06', label: 'mer. 6' },
  { day: '2026-05-07', label: 'jeu. 7' },
];

/** What the head of the wall says beside the time and the day. */
export const HEAD = { place: PLACE.venue, logo: LOGO };

/** A text as HTML. */
export const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
