import { fold } from '../../../lib/fold.ts';
import { nearestWord } from '../../../lib/nearest-word.ts';
import { dropped, type Fault, quoted } from '../../faults/fault.ts';
import { singular } from '../text/front-matter-keys.ts';

/** The columns of a table of events, the usual ones first. */
export const COLUMNS = [
  'date',
  'heure',
  'ville',
  'titre',
  'lieu',
  'description',
  'departement',
  'categorie',
  'partenaires',
  'lien',
] as const;

/**
 * Columns that agendas add. « début » and « fin » hold a day, hours or both, and may stand twice (Outlook), and so do « départ » and
 * « retour », between which those who travel are away day and night. « semaine », « mois » and « année » say the days or complete
 * them; « matière » and « classe » say what an exam or a meeting is about.
 */
const OTHERS = [
  ...(['date de fin', 'heure de fin', 'début', 'fin', 'départ', 'retour'] as const),
  ...(['statut', 'annulé', 'privé', 'journée'] as const),
  ...(['semaine', 'mois', 'année', 'matière', 'classe'] as const),
] as const;

export type Column = (typeof COLUMNS)[number] | (typeof OTHERS)[number];

/** What people write above a column, in the singular, without articles. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  date: [
    ...['date', 'jour', 'quand', 'date debut', 'jour debut', 'date evenement', 'du', 'periode', 'date et jour'],
    ...['start date', 'day', 'when'],
  ],
  heure: [
    'heure',
    'horaire',
    'creneau',
    'creneau horaire',
    'heure debut',
    'horaire debut',
    'start time',
    'time',
    'hour',
  ],
  ville: ['ville', 'commune', 'localite', 'city', 'town'],
  titre: [
    ...['titre', 'intitule', 'libelle', 'evenement', 'manifestation', 'animation', 'activite', 'objet', 'sujet'],
    ...['titre evenement', 'nom evenement', 'intitule evenement', 'quoi', 'action', 'rendez vous', 'reunion', 'sortie'],
    ...['theme', 'intervention', 'programme', 'seance', 'projet', 'examen', 'epreuve', 'nom', 'visite', 'voyage'],
    ...[
      'atelier',
      'club',
      'stage',
      'formation',
      'spectacle',
      'concert',
      'film',
      'exposition',
      'conference',
      'concours',
    ],
    ...['subject', 'title', 'event', 'summary', 'activity'],
  ],
  lieu: [
    'lieu',
    'salle',
    'endroit',
    'emplacement',
    'etablissement',
    'adresse',
    'lieu evenement',
    'ou',
    'location',
    'room',
    'venue',
    'where',
  ],
  description: [
    'description',
    'descriptif',
    'detail',
    'texte',
    'resume',
    'presentation',
    'commentaire',
    'precision',
    'observation',
    'remarque',
  ],
  departement: ['departement', 'dept', 'dpt', 'dep', 'numero departement', 'code departement'],
  categorie: ['categorie', 'type', 'nature', 'type evenement'],
  partenaires: ['partenaire', 'partenariat'],
  lien: ['lien', 'url', 'site', 'site web', 'site internet', 'lien web', 'lien internet', 'adresse web'],
  'date de fin': ['date fin', 'jour fin', 'au', "jusqu'au", 'end date'],
  'heure de fin': ['heure fin', 'horaire fin', 'end time'],
  début: ['debut', 'de', 'debut a', 'start', 'from'],
  fin: ['fin', 'a', 'fin a', 'end', 'to'],
  départ: ['depart', 'heure depart', 'date depart', 'jour depart'],
  retour: ['retour', 'heure retour', 'date retour', 'jour retour'],
  statut: ['statut', 'etat', 'status'],
  annulé: ['annule', 'annulee', 'annulation', 'supprime', 'supprimee', 'cancelled', 'canceled'],
  privé: ['prive', 'privee', 'confidentiel', 'private', 'sensitivity', 'critere diffusion'],
  journée: ['journee entiere', 'toute journee', 'all day event', 'all day', 'allday'],
  semaine: ['semaine', 'numero semaine', 'n semaine', 'week'],
  mois: ['mois', 'month'],
  année: ['annee', 'year'],
  matière: ['matiere', 'discipline', 'specialite'],
  classe: [
    ...['classe', 'groupe', 'niveau', 'division', 'section', 'filiere', 'classe concernee', 'niveau concerne'],
    ...['public', 'public concerne'],
  ],
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);
const ARTICLES = new Set(['de', 'du', 'des', 'le', 'la', 'les', 'l', 'd', 'un', 'une']);

/** « Dates de l’événement (jj/mm) : » is `date evenement`. */
function plainName(cell: string): string {
  const whole = fold(cell)
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[^a-z0-9' ]+/gu, ' ')
    .trim();
  const words = whole.split(/[ ']+/u).filter((word) => word !== '' && !ARTICLES.has(word));
  return words.length === 0 ? whole : words.map(singular).join(' ');
}

/** The column that a heading names, whatever its case, accents and number; null for none. */
export function columnOf(cell: string): Column | null {
  const name = plainName(cell);
  return BY_NAME.get(name) ?? BY_NAME.get(fold(cell)) ?? columnOfAll(cell);
}

/** « Lieu / salle »: the column that all parts of a heading name. */
function columnOfAll(cell: string): Column | null {
  const [first, ...others] = cell.split(/\s*(?:\/|\s(?:ou|et)\s)\s*/u).map((part) => BY_NAME.get(plainName(part)));
  return first !== undefined && others.length > 0 && others.every((other) => other === first) ? first : null;
}

/** The columns of a heading line, in its order; null for one that is passed over, with a warning. */
export interface Heading {
  readonly columns: readonly (Column | null)[];
  /** As they are written. */
  readonly names: readonly string[];
  readonly faults: readonly Fault[];
}

/** Reads a heading line. Of two columns of one meaning, the one with the usual name is read. */
export function readHeading(cells: readonly string[]): Heading {
  const faults: Fault[] = [];
  const named = [...cells];
  // Spreadsheets write empty cells at the end of every line.
  while (named.at(-1)?.trim() === '') named.pop();
  const found = withDestination(named.map(columnOf), named);
  const isUsual = (at: number): boolean => singular(fold(named[at] ?? '')) === singular(fold(found[at] ?? ''));
  const columns = found.map((column, at) => {
    const cell = named[at] ?? '';
    if (column === null) {
      if (cell.trim() !== '') faults.push(unknown(cell));
      return null;
    }
    const same = found.flatMap((other, index) => (other === column ? [index] : []));
    const read = same.find(isUsual) ?? same[0] ?? at;
    if (read === at || MAY_STAND_TWICE.has(column) || namesWeekday(cell, named[read] ?? '')) return column;
    faults.push(sameMeaning(cell, named[read] ?? ''));
    return null;
  });
  return { columns, names: named, faults };
}

/** « Destination » is what a list of outings is about, and where they go to where another column has their titles. */
function withDestination(found: readonly (Column | null)[], names: readonly string[]): readonly (Column | null)[] {
  const isTitled = found.includes('titre');
  return found.map((column, at) => {
    if (column !== null || plainName(names[at] ?? '') !== 'destination') return column;
    return isTitled ? 'lieu' : 'titre';
  });
}

const MAY_STAND_TWICE: ReadonlySet<Column> = new Set(['début', 'fin', 'départ', 'retour', 'matière', 'classe']);

/** « Jour » beside « Date » holds the weekday of that date. */
const namesWeekday = (cell: string, read: string): boolean => plainName(cell) === 'jour' && plainName(read) === 'date';

/** The columns of the day on which an event begins. */
export const DAY_COLUMNS: ReadonlySet<Column | null> = new Set(['date', 'début', 'départ']);
/** The same, and that of its week. */
export const DATED: ReadonlySet<Column | null> = new Set([...DAY_COLUMNS, 'semaine']);

/** Whether a heading names what no event can be without. */
export function isHeading({ columns, names }: Heading): boolean {
  // « Nom » beside « Prénom » is that of a person, which is no event.
  const isOfPersons = names.some((name) => /^prenoms?$/u.test(fold(name).trim()));
  if (isOfPersons && /^noms?$/u.test(fold(names[columns.indexOf('titre')] ?? '').trim())) return false;
  const isDated = columns.some((column) => DATED.has(column));
  return isDated && (columns.includes('titre') || isUntitled({ columns, names }));
}

/** Whose rows are about persons, who are no event. */
const PERSONS =
  /^(?:(?:noms?|prenoms?) .*|noms?|prenoms?|eleves?|candidats?|(?:professeur|prof|enseignant)e?s?|absents?|remplac.*)$/u;
const SPOKEN_OF: readonly (Column | null)[] = ['matière', 'classe'];
const MEETING: readonly (Column | null)[] = ['heure', 'début', 'départ', 'lieu'];

/** « Date, Heure, Classe, Salle » under « Conseils de classe »: the title of the table says what takes place. */
export function isUntitled({ columns, names }: Pick<Heading, 'columns' | 'names'>): boolean {
  return (
    !columns.includes('titre') &&
    columns.some((column) => SPOKEN_OF.includes(column)) &&
    columns.some((column) => MEETING.includes(column)) &&
    !names.some((name) => PERSONS.test(fold(name).trim()))
  );
}

function unknown(cell: string): Fault {
  const near = nearestWord(cell, COLUMNS);
  const advice =
    near === null ? `Les colonnes possibles sont : ${COLUMNS.join(', ')}.` : `Vouliez-vous écrire « ${near} » ?`;
  return dropped(
    'csv-unknown-column',
    `La colonne ${quoted(cell.trim())} n’est pas connue : elle n’est pas lue.`,
    advice,
  );
}

function sameMeaning(cell: string, read: string): Fault {
  return dropped(
    'csv-double-column',
    `Les colonnes ${quoted(read.trim())} et ${quoted(cell.trim())} disent la même chose : seule la première est lue.`,
    'Réunissez-les en une seule, ou renommez celle qui doit être lue.',
  );
}
