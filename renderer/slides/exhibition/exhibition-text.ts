import type { SlideOf } from '../../../main/contract.ts';

const monthName = new Intl.DateTimeFormat('fr', { month: 'long', timeZone: 'UTC' });

/**
 * Until when an exhibition is on, as seen on a day (`2026-05-05`): « jusqu’au 7 mai », or « dernier jour ». The label of
 * its dates before it begins, where it lasts one day, and where it has no end.
 */
export function untilText(when: SlideOf<'exhibition'>['when'], today: string): string | undefined {
  if (when === undefined) return undefined;
  if (when.to === null || when.from === when.to || (when.from !== null && when.from > today)) {
    return when.label === '' ? undefined : when.label;
  }
  if (when.to === today) return 'dernier jour';
  const [year = '', , day = ''] = when.to.split('-');
  const date = `${Number(day) === 1 ? '1er' : Number(day)}\u00a0${monthName.format(new Date(when.to))}`;
  return `jusqu’au ${date}${year === today.slice(0, 4) ? '' : `\u00a0${year}`}`;
}

/** The line that names the partners: « Partenaire : … ». */
export function partnersText(partners: string | undefined): string | undefined {
  if (!partners) return undefined;
  return `${/[,;\n]| et /u.test(partners) ? 'Partenaires' : 'Partenaire'}\u00a0: ${partners}`;
}
