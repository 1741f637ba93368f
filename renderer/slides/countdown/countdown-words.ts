import type { SlideOf } from '../../../main/contract.ts';

/** What a countdown shows large: a letter and a number, or a word. */
export type CountdownView =
  | { readonly shape: 'number'; readonly letter: 'J' | 'H'; readonly left: number; readonly spoken: string }
  | { readonly shape: 'word'; readonly word: string };

/** « J – 38 », « Demain », « H – 3 » on the day itself, « C’est l’heure », or « Aujourd’hui » where no hour is known. */
export function countdownView({ days, hours }: Pick<SlideOf<'countdown'>, 'days' | 'hours'>): CountdownView {
  if (days > 1) return { shape: 'number', letter: 'J', left: days, spoken: `dans ${days} jours` };
  if (days === 1) return { shape: 'word', word: 'Demain' };
  if (hours === undefined) return { shape: 'word', word: 'Aujourd’hui' };
  if (hours === 0) return { shape: 'word', word: 'C’est l’heure' };
  return {
    shape: 'number',
    letter: 'H',
    left: hours,
    spoken: hours === 1 ? 'dans une heure au plus' : `dans ${hours} heures`,
  };
}
