import type { WhenRule } from '../when.ts';
import { quote } from './faults.ts';
import { timeLabel } from './label.ts';
import type { DateFault } from './types.ts';

/** Nothing begins before at a school: « Philosophie 12 mai (4 h) » rather takes four hours. */
const EARLIEST = '05:00';

/** What is told of an hour of a name that may be a length. */
export function earlyHourWarning({ hours }: WhenRule): DateFault[] {
  const early = hours.find(({ from, startOnly }) => startOnly === true && from !== null && from < EARLIEST);
  if (early === undefined) return [];
  const time = timeLabel(early.from ?? '');
  return [
    {
      code: 'hour-early',
      message: `${quote(time)} dans le nom est compris comme une heure de la nuit.`,
      about: 'guessed',
      advice: `Si c’est une durée, écrivez-la devant la date, par exemple ${quote(`Devoir (${time}) 5\u00a0mai`)}.`,
    },
  ];
}
