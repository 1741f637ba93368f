import * as files from './media-files.ts';
import { makeDocx, makeOdt, paragraph } from './office.ts';

const release = [
  paragraph('Programme de la semaine', { level: 1 }),
  paragraph('Mardi 11 mars 2031', { level: 2 }),
  paragraph('Xville (60) - Forum des métiers - Lycée Test', { level: 3 }),
  paragraph('Des professionnels racontent leur métier.'),
  paragraph('Jeudi 13 mars', { level: 2 }),
  paragraph('Yville (80) - Atelier théâtre - Collège Essai', { level: 3 }),
  paragraph('Contact presse', { level: 2 }),
  paragraph('Service de presse 06 00 00 00 00'),
];
const calendar = [
  ...[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//essai//FR',
    'BEGIN:VEVENT',
    'UID:1@essai',
    'DTSTAMP:20310101T000000Z',
  ],
  ...['DTSTART;VALUE=DATE:20310311', 'SUMMARY:Réunion', 'LOCATION:Salle 2', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

/** One file of every ending that is read, by its name. Dated ones are on between 11 and 13 March 2031. */
export const EVERY_ENDING: Readonly<Record<string, () => Promise<Uint8Array> | Uint8Array | string>> = {
  'a.jpg': () => files.jpeg(),
  'b.jpeg': () => files.jpegP3(),
  'c.jfif': () => files.jpegCmyk(),
  '3.jpe': () => files.jpeg(),
  'd.png': () => files.png(),
  'e.webp': () => files.webp(),
  'f.avif': () => files.avif(),
  'g.gif': () => files.animatedGif(),
  'h.svg': () => files.svg(),
  'i.heic': () => files.committed('iphone.heic'),
  'j.heif': () => files.committed('iphone.heic'),
  '4.hif': () => files.committed('iphone.heic'),
  'k.tif': () => files.tiff(),
  'l.tiff': () => files.tiff(undefined, 'none'),
  'm.bmp': () => files.bmp(),
  '5.dib': () => files.bmp(),
  'n.pdf': () => files.pdf({ pages: 3 }),
  'o.mp4': () => files.committed('film-h264.mp4'),
  'p.m4v': () => files.committed('film-h264.mp4'),
  'q.webm': () => files.committed('film-vp9.webm'),
  'r.mov': () => files.committed('film-h264.mov'),
  's.md': () => '# Un mot\n\nBonjour.\n',
  't.txt': () => 'Un mot sans titre, pour tous.\n',
  'u.docx': () => makeDocx([paragraph('Un document', { level: 1 }), paragraph('Bonjour.')]),
  'v.odt': () => makeOdt([paragraph('Un document', { level: 1 }), paragraph('Bonjour.')]),
  'w.docx': () => makeDocx(release),
  'x.ics': () => calendar,
  '1.url': () => '[InternetShortcut]\r\nURL=https://www.example.org/\r\n',
  '2.webloc': () => '<plist><dict><key>URL</key><string>https://www.example.org/a</string></dict></plist>',
  'y.csv': () => 'date;heure;ville;titre;lieu;description\n2031-03-11;14h;Xville;Visite;Musée;Une visite.\n',
};
