import { committed, jpeg, pdf, pptx } from './media-files.ts';
import { makeDocx } from './office.ts';
import { dayCell, makeXlsx } from './workbooks.ts';

/** What a school secretary does with the folder, and what the hall then shows. */
export interface SecretaryTask {
  /** Completes « the secretary … ». */
  readonly does: string;
  /** The files that are dropped, by their path in the content folder. */
  readonly drops: Readonly<Record<string, string | Uint8Array | (() => Promise<Uint8Array>)>>;
  /** What lies in the folder before. */
  readonly had?: Readonly<Record<string, string>>;
  readonly takesOut?: string;
  /** Local date and time of the wall. */
  readonly at?: string;
  readonly screen?: string;
  /** The kind of the slide that is waited for. */
  readonly kind: string;
  /** What is read on that slide. */
  readonly reads?: readonly (string | RegExp)[];
  /** What is nowhere in the programme. */
  readonly neverTold?: string;
  /** A program that the machine needs, where it needs one. */
  readonly needs?: 'LibreOffice Impress' | 'ffmpeg';
}

/** A table of Word: one text a cell. */
function docxTable(title: string, rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p></w:tc>`;
  const table = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('');
  const body = `<w:p><w:r><w:t>${title}</w:t></w:r></w:p><w:tbl>${table}</w:tbl>`;
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return makeDocx([], {
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
  });
}

const MENU = [
  ['', 'Lundi', 'Mardi', 'Jeudi', 'Vendredi'],
  ['Entrée', 'Betteraves', 'Concombre', 'Melon', 'Taboulé'],
  ['Plat', 'Lasagnes', 'Poulet rôti', 'Couscous', 'Colin pané'],
  ['Dessert', 'Yaourt', 'Tarte aux poires', 'Fraises', 'Compote'],
];

const fiche = (title: string, date: string) =>
  `---\ntitre: ${title}\nville: Nulleville\ndates: ${date}\nheures: 14h-17h\n---\nDans la grande salle.\n`;

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:conseil',
  'DTSTART;TZID=Europe/Paris:20310311T170000',
  'DTEND;TZID=Europe/Paris:20310311T183000',
  'SUMMARY:Conseil des délégués',
  'LOCATION:Salle des actes',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** All on Tuesday 11 March 2031 at 9, where a task does not say another time. */
export const SECRETARY_TASKS: readonly SecretaryTask[] = [
  {
    does: 'changes the date of an event in its file',
    had: { 'Portes ouvertes.md': fiche('Portes ouvertes du lycée', '2031-03-20') },
    drops: { 'Portes ouvertes.md': fiche('Portes ouvertes du lycée', '2031-03-11') },
    kind: 'event',
    reads: ['Portes ouvertes du lycée'],
  },
  {
    does: 'cancels an event by the name of its file',
    drops: { 'ANNULÉ - 11 mars 2031 14h - Réunion des parents.txt': 'La réunion est annulée.' },
    kind: 'agenda',
    reads: ['Réunion des parents', /annulé/iu],
  },
  {
    does: 'writes the absences of the day in a workbook',
    drops: {
      'Absences.xlsx': () =>
        makeXlsx([
          {
            rows: [
              ['Date', 'Professeur', 'Classe', 'Heures', 'Remplacement'],
              [dayCell('2031-03-11'), 'Mme Lenoir', '3e B', '10h-11h', 'Permanence'],
            ],
          },
        ]),
    },
    kind: 'absences',
    reads: ['Mme Lenoir', /3e\s*B/u, 'Permanence'],
  },
  {
    does: 'drops the menu of the week from Word',
    drops: { 'Menu du 10 au 14 mars 2031.docx': docxTable('Menu du 10 au 14 mars', MENU) },
    kind: 'menu',
    reads: ['Poulet rôti', 'Tarte aux poires'],
    neverTold: 'Lasagnes',
  },
  {
    does: 'drops the menu of the week from Excel',
    drops: { 'Menu du 10 au 14 mars 2031.xlsx': () => makeXlsx([{ rows: MENU }]) },
    kind: 'menu',
    reads: ['Concombre', 'Poulet rôti'],
    neverTold: 'Couscous',
  },
  { does: 'drops the menu as a PDF', drops: { 'Menu du 10 au 14 mars 2031.pdf': pdf() }, kind: 'image' },
  {
    does: 'drops photos from a telephone in a folder',
    drops: {
      'Sortie au musée/IMG_0001.jpg': () => jpeg({ width: 1200, height: 900 }, 6),
      'Sortie au musée/IMG_0002.jpg': () => jpeg({ width: 1200, height: 904 }, 6),
    },
    kind: 'image',
    reads: ['Sortie au musée'],
  },
  {
    does: 'drops a film from a telephone',
    drops: { 'La chorale.mov': () => committed('film-h264.mov') },
    kind: 'video',
  },
  {
    does: 'lets a film be heard',
    drops: { 'preau.yml': 'son: oui\n', 'La chorale.mp4': () => committed('film-h264.mp4') },
    kind: 'video',
  },
  { does: 'drops a poster of A4', drops: { 'Bal de fin d’année.pdf': pdf() }, kind: 'image' },
  {
    does: 'drops a slide show',
    drops: { 'Options de seconde.pptx': pptx(['Latin', 'Grec']) },
    kind: 'image',
    needs: 'LibreOffice Impress',
  },
  {
    does: 'drops a link',
    drops: { 'Inscriptions en ligne.url': '[InternetShortcut]\r\nURL=https://www.education.gouv.fr/orientation\r\n' },
    kind: 'text',
    reads: ['Inscriptions en ligne'],
  },
  {
    does: 'keeps the list of events in a workbook',
    drops: {
      'Événements.xlsx': () =>
        makeXlsx([
          {
            rows: [
              ['Date', 'Heure', 'Titre', 'Lieu'],
              [dayCell('2031-03-11'), '15h', 'Forum des métiers', 'Gymnase'],
              [dayCell('2031-03-18'), '10h', 'Cross du collège', 'Parc'],
            ],
          },
        ]),
    },
    kind: 'event',
    reads: ['Forum des métiers', 'Gymnase'],
  },
  {
    does: 'drops a calendar',
    drops: { 'Agenda.ics': CALENDAR },
    kind: 'event',
    reads: ['Conseil des délégués', /17\s*h/u],
  },
  {
    does: 'counts down to an examination',
    drops: { 'Compte à rebours - 26 juin 2031 - Brevet.txt': '' },
    kind: 'countdown',
    reads: ['Brevet', /107/u],
  },
  {
    does: 'raises an alert',
    drops: { 'alerte/Confinement.txt': 'Restez dans les salles.' },
    kind: 'alert',
    reads: ['Restez dans les salles.'],
  },
  {
    does: 'takes a text out',
    had: { 'Vieux.md': '# Vieille annonce\n\nÀ retirer.\n', 'Bienvenue.md': '# Bienvenue\n\nBonjour à tous.\n' },
    drops: {},
    takesOut: 'Vieux.md',
    kind: 'text',
    reads: ['Bonjour à tous.'],
    neverTold: 'Vieille annonce',
  },
  {
    does: 'shows a text on Mondays only, and it is Monday',
    drops: { 'tous les lundis - Atelier échecs.txt': 'Au foyer, à midi.' },
    at: '2031-03-17T09:00',
    kind: 'text',
    reads: ['Au foyer, à midi.'],
  },
  {
    does: 'shows a text on Mondays only, and it is Tuesday',
    had: { 'Bienvenue.md': '# Bienvenue\n\nBonjour à tous.\n' },
    drops: { 'tous les lundis - Atelier échecs.txt': 'Au foyer, à midi.' },
    kind: 'text',
    reads: ['Bonjour à tous.'],
    neverTold: 'Au foyer, à midi.',
  },
  {
    does: 'shows a text in the canteen only',
    drops: { 'écrans/cantine/Tri.txt': 'Videz vos plateaux ici.' },
    screen: 'cantine',
    kind: 'text',
    reads: ['Videz vos plateaux ici.'],
  },
  {
    does: 'shows a text on school days only, and it is the holidays',
    had: { 'Bienvenue.md': '# Bienvenue\n\nBonjour à tous.\n' },
    drops: {
      'preau.yml': 'vacances:\n  - 2031-03-08/2031-03-23\n',
      'les jours d’école - Bus.txt': 'Le bus part à 17 h 10.',
    },
    kind: 'text',
    reads: ['Bonjour à tous.'],
    neverTold: 'Le bus part',
  },
];
