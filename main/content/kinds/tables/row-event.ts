import { compact } from '../../../lib/compact.ts';
import { fold } from '../../../lib/fold.ts';
import type { EventText, ItemStatus } from '../../../programme/item.ts';
import type { DateContext } from '../../../when/french/types.ts';
import type { WhenRule } from '../../../when/when.ts';
import type { PublicWords } from '../../documents/public-text.ts';
import { type Fault, fault, quoted, type Sentences } from '../../faults/fault.ts';
import { roomNamed } from '../../press-release/event/fields.ts';
import { newDayUnread, splitStatus } from '../../status.ts';
import type { Column } from './columns.ts';
import { isMidnight } from './moment.ts';
import { hasDay, WHOLE_DAYS, type WhenCells, whenOfRow, withDaysOf } from './row-when.ts';
import type { Row } from './rows.ts';

/** One line of a table that is an event. */
export interface TableEvent extends EventText {
  readonly when: WhenRule;
  /** Its row is struck through. */
  readonly status?: ItemStatus;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** What a row gives; a row without an event has at least one fault. */
export interface RowReading {
  readonly event: TableEvent | null;
  readonly faults: readonly Fault[];
  /** The cells that say its days, where they are understood: rows below without a day have the same. */
  readonly days: WhenCells | null;
  /** The row says no day of its own, and has those of the row above. */
  readonly isUnderDays: boolean;
}

/** Where a row stands in its table. */
export interface RowPlace {
  readonly columns: readonly (Column | null)[];
  /** `title`: what the table is about. */
  readonly context: DateContext & { readonly title?: string };
  /** Cleans the texts of the table, and counts what it takes out. */
  readonly words: PublicWords;
  /** The cells that say the days of the row above; null where none does, or they are not understood. */
  readonly above: WhenCells | null;
}

/** A cell in which nothing is written, or only a sign that says so. */
const EMPTY = /^[-–—/.]?$/u;

/** A cell under « Jour » that says no more than « Mardi ». */
const WEEKDAY = /^(?:lun|mar|mer|merc|jeu|ven|vend|sam|dim)(?:di|credi|dredi|edi|anche)?\.?$/iu;

/** Whether a row that says only « Mardi » may have the date of the row above. */
const isSameWeekday = ({ date }: WhenCells, above: WhenCells | null): boolean =>
  above !== null && fold(above.date).startsWith(fold(date).slice(0, 3));

/** What stands under a column, on one line; under two of one name, one after the other, a weekday before its date. */
function reader({ cells }: Row, columns: readonly (Column | null)[]): Written {
  return (column) => {
    const texts = columns
      .flatMap((each, at) => (each === column ? [(cells[at] ?? '').replace(/\s+/gu, ' ').trim()] : []))
      .filter((text) => !EMPTY.test(text));
    if (column !== 'date' || texts.length < 2) return texts.join(' ');
    const weekdays = texts.filter((text) => WEEKDAY.test(text));
    return [...weekdays, ...texts.filter((text) => !weekdays.includes(text))].join(' ');
  };
}

type Written = (column: Column) => string;

const isWholeDay = (written: Written): boolean => YES.test(fold(written('journée')));

function whenCellsOf(written: Written): WhenCells {
  const [hour, endHour] = [written('heure'), written('heure de fin')];
  // Midnight to midnight, as Outlook writes whole days: the last one is then the day before.
  const isWithoutHours = isWholeDay(written) && !(isMidnight(hour) && isMidnight(endHour));
  return {
    date: written('date'),
    hour: isWithoutHours ? '' : hour,
    start: written('début') || written('départ'),
    endDate: written('date de fin'),
    endHour: isWithoutHours ? '' : endHour,
    end: written('fin') || written('retour'),
    isJourney: written('départ') !== '' && written('retour') !== '',
  };
}

/** The event of a row. Each fault names its line. A row without a day has that of the row above, as where cells were merged. */
export function readEvent(row: Row, { columns, context, words, above }: RowPlace): RowReading {
  const { cells, line } = row;
  const onLine = ({ code, message, advice, about }: Sentences): Fault => ({
    ...fault(code, `Ligne ${line} : ${message}`, advice, line),
    ...compact({ about }),
  });
  const lost = (fault: Sentences, days: WhenCells | null = null): RowReading => ({
    event: null,
    faults: [onLine({ ...fault, about: 'dropped' })],
    days,
    isUnderDays: false,
  });
  if (cells.slice(columns.length).some((cell) => cell !== '')) return lost(tooManyCells(cells.length, columns.length));
  const written = reader(row, columns);
  const own = whenCellsOf(written);
  const isWeekday = WEEKDAY.test(own.date) && columns.filter((column) => column === 'date').length > 1;
  const isDayless = isWeekday ? isSameWeekday(own, above) : !hasDay(own);
  const isUnderDays = isDayless && above !== null;
  const whenCells = isUnderDays ? withDaysOf(above, { ...own, date: '' }) : isWeekday ? { ...own, date: '' } : own;
  const when = hasDay(whenCells) ? whenOfRow(whenCells, context) : null;
  const days = when?.ok ? whenCells : null;
  if (isPrivate(fold(written('privé')))) return lost(privateRow(), days);
  const title = words.line(titleOf(written, columns.includes('titre') ? null : (context.title ?? '')));
  if (title === '') return lost(written('titre') === '' ? noTitle() : privateTitle(), days);
  if (when === null) return lost(noDay(title));
  if (!when.ok)
    return lost({ ...when.fault, message: `${when.fault.message} L’événement ${quoted(title)} n’est pas affiché.` });
  // That a whole day ends at midnight is said in the row, and not guessed.
  const faults = when.warnings.filter(({ code }) => code !== WHOLE_DAYS || !isWholeDay(written));
  if (when.lostHours) {
    const message = `${when.lostHours.message} L’événement ${quoted(title)} est affiché sans ses heures.`;
    faults.push({ ...when.lostHours, message, about: 'dropped' });
  }
  if (cells.length < columns.length) faults.push(tooFewCells(cells.length, columns.length));
  const told = row.struck ? { status: STRUCK, faults: [], written } : statusOf(written, context);
  faults.push(...told.faults);
  return {
    event: { ...textOf(title, told.written, words), when: when.when, line, ...compact({ status: told.status }) },
    faults: faults.map(onLine),
    days,
    isUnderDays,
  };
}

/** « Vrai » under « Privé », « Confidential » under « Sensitivity »: programs of mail and calendars write it. */
const isPrivate = (cell: string): boolean => YES.test(cell) || /^(?:prive|privat|confiden|person)/u.test(cell);

/** The title of a row with the subject and the class that it is about. `table`: what its table is about, where it has no titles. */
function titleOf(written: Written, table: string | null): string {
  const own = table === null ? written('titre') : '';
  const [subject, group] = [written('matière'), written('classe')].map((part) =>
    fold(own).includes(fold(part)) ? '' : part,
  );
  if (table !== null) return subject || group ? [table, subject, group].filter(Boolean).join(' – ') : '';
  const whole = own === '' || !subject ? own : `${own} – ${subject}`;
  return whole === '' || !group ? whole : `${whole} (${group})`;
}

/** A row that is struck through: what it announces does not take place. */
const STRUCK: ItemStatus = { kind: 'cancelled', label: 'annulé' };

/** What may stand under « Statut » of what takes place. */
const TAKES_PLACE = /^(?:maintenu|confirme|confirmed|prevu|valide|ok|oui|actif|planifie|a venir)(?:e|s|es)?$/u;

interface RowStatus {
  readonly status?: ItemStatus;
  readonly faults: readonly Sentences[];
  /** The cells without those that say the status, which the agenda writes itself. */
  readonly written: Written;
}

/** What people write under « Annulé » for yes, and for no. */
const YES = /^(?:x|o|oui|1|vrai|true|ok|✓|✔|☑|☒|annul\p{L}*)$/u;
const NO = /^(?:-|–|n|non|0|faux|false|☐)?$/u;

/** « oui » or a cross under « Annulé », « annulée » under « Statut », or alone under « Observations ». */
function statusOf(written: Written, context: DateContext): RowStatus {
  const mark = fold(written('annulé'));
  if (YES.test(mark)) return { status: STRUCK, faults: [], written };
  const cell = written('statut') || (NO.test(mark) ? '' : written('annulé'));
  const alone = splitStatus(written('description'), context);
  const remark = alone?.rest === '' ? alone : null;
  const told = splitStatus(cell, context) ?? remark;
  if (told === null)
    return { faults: cell === '' || TAKES_PLACE.test(fold(cell)) ? [] : [statusUnread(cell)], written };
  return {
    status: told.status,
    faults: told.unread === null ? [] : [newDayUnread(told.unread)],
    written: (column) => (remark !== null && column === 'description' ? '' : written(column)),
  };
}

const statusUnread = (cell: string): Sentences => ({
  code: 'csv-status',
  message: `le statut ${quoted(cell)} n’est pas montré.`,
  advice: 'S’il compte, écrivez-le dans le titre ; « annulé » et « reporté au 12 mai » sont compris.',
  about: 'dropped',
});

const privateRow = (): Sentences => ({
  code: 'csv-private',
  message: 'elle est marquée comme privée ; elle n’est pas affichée.',
  advice: 'Si tout le monde peut la lire, retirez cette marque dans l’agenda, puis exportez-le de nouveau.',
});

const noTitle = (): Sentences => ({
  code: 'csv-no-title',
  message: 'il manque le titre ; elle n’est pas affichée.',
  advice: 'Écrivez un titre dans la colonne « titre ».',
});

const privateTitle = (): Sentences => ({
  code: 'csv-no-title',
  message: 'son titre n’est qu’un numéro ou une adresse, qui n’est jamais montré ; elle n’est pas affichée.',
  advice: 'Écrivez dans la colonne « titre » ce qui a lieu.',
});

const noDay = (title: string): Sentences => ({
  code: 'csv-no-date',
  message: `il manque la date de ${quoted(title)}, qui n’est pas affiché.`,
  advice: 'Écrivez une date dans la colonne « date », par exemple 05/05/2026.',
});

const tooManyCells = (cells: number, columns: number): Sentences => ({
  code: 'csv-ragged',
  message: `elle a ${cells} cases pour ${columns} colonnes ; elle n’est pas affichée.`,
  advice: 'Mettez entre guillemets le texte qui contient le séparateur.',
});

const tooFewCells = (cells: number, columns: number): Sentences => ({
  code: 'csv-ragged',
  message: `elle a ${cells} cases pour ${columns} colonnes ; les dernières sont tenues pour vides.`,
  advice: 'Complétez la ligne si une case manque au milieu.',
  about: 'guessed',
});

/** What a row says apart from its days; what it leaves out is left out. */
function textOf(title: string, written: Written, words: PublicWords): EventText {
  const cell = (column: Column): string => words.line(written(column));
  const optional = {
    department: cell('departement').replace(/^\d$/u, '0$&'),
    venue: roomNamed(words.venue(written('lieu'))),
    description: cell('description'),
    category: cell('categorie'),
    partners: cell('partenaires'),
    link: words.link(written('lien')) ?? '',
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== ''));
  return { title, town: cell('ville'), ...given };
}
