import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ParseSource } from '../../../../main/content/kinds/file-kind.ts';
import { readPdf } from '../../../../main/content/kinds/pdf/read-pdf.ts';
import { readText } from '../../../../main/content/kinds/text/read-text.ts';
import { readWordProcessor } from '../../../../main/content/kinds/word/read-word-processor.ts';
import type { Prepared } from '../../../../main/content/preparation/job.ts';
import { withRelease } from '../../../../main/content/press-release/document-text.ts';
import { nothing, type Reader, type Reading, type ReadTools } from '../../../../main/content/reading/reading.ts';
import type { Unit } from '../../../../main/content/scan/unit.ts';
import { makeDocx, makeOdt, paragraph } from '../../../support/office.ts';
import { readDocument, textDocument } from '../../../support/read-document.ts';
import { makeTextPdf } from '../../../support/text-pdf.ts';

const written = Temporal.PlainDate.from('2026-04-20');

const PAGES_REFUSED: Prepared = { ok: false, fault: { code: 'pages', message: '', advice: '', retry: false } };

async function readAs(
  reader: Reader<never>,
  ending: 'md' | 'txt' | 'docx' | 'odt' | 'pdf',
  bytes: Uint8Array,
  { name = 'note', prepared = PAGES_REFUSED }: { name?: string; prepared?: Prepared } = {},
): Promise<Reading> {
  const file = { path: `${name}.${ending}`, absolute: '', size: bytes.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
  const unit: Unit = { kind: 'file', path: file.path, files: [file], alert: false, screens: null, signature: '' };
  const document =
    ending === 'md' || ending === 'txt'
      ? textDocument(ending, Buffer.from(bytes).toString())
      : await readDocument(ending, bytes);
  if (!document.ok) throw new Error(document.fault.message);
  const source = {
    zone: 'Europe/Paris',
    reference: written,
    keepsContacts: false,
    fileName: file.path,
    ending: `.${ending}`,
  };
  const tools = {
    zone: 'Europe/Paris',
    bytes: async () => bytes,
    parse: async () => withRelease(document, source as ParseSource),
    prepare: async () => prepared,
    find: () => null,
    writtenOn: () => written,
  };
  return reader(unit, tools as unknown as ReadTools<never>);
}

const lines = [
  'Communiqué de presse',
  'Le lycée Untel organise la remise des diplômes le vendredi 9 octobre 2026 à 18h dans la cour.',
  'Renseignements : 03 20 00 00 00 - ce.0590000a@example.org',
  'Contact presse',
  'Camille Untel, chargée de communication',
];
const text = Buffer.from(lines.join('\n\n'));
const pages = lines.map((line) => ({ text: line }));

describe('a press release that could not be read as one', () => {
  it.each([
    ['md', readText, text],
    ['txt', readText, text],
    ['docx', readWordProcessor, makeDocx(lines.map((line) => paragraph(line)))],
    ['pdf', readPdf, makeTextPdf(pages)],
  ] as const)(
    'is a text without its contact, and staff are told how to write it: .%s',
    async (ending, reader, bytes) => {
      const { items, problems } = await readAs(reader, ending, bytes);
      expect(items).toMatchObject([{ kind: 'text', html: expect.stringContaining('remise des diplômes') }]);
      expect(JSON.stringify(items)).not.toMatch(/Camille|chargée|03 20|example/);
      expect(problems).toMatchObject([
        { severity: 'warning', code: 'release-unread', advice: expect.stringContaining('Ville (60)') },
      ]);
    },
  );

  it('with places, a date and towns that stand under no day is told of too', async () => {
    const towns = 'Arles, le 20 avril 2026\n\nArles (13) - Forum - Mairie\n\nSète (34) - Atelier - CIO\n';
    const { items, problems } = await readAs(readText, 'md', Buffer.from(towns));
    expect(items).toMatchObject([{ kind: 'text' }]);
    expect(problems).toMatchObject([{ code: 'release-unread' }]);
  });

  it('that holds nothing but its contact shows nothing', async () => {
    const reading = await readAs(readText, 'md', Buffer.from('Contact presse\n\nCamille Untel\n'));
    expect(reading.items).toEqual(nothing.items);
    expect(reading.problems).toMatchObject([{ code: 'release-unread' }]);
  });

  it('is not looked for in other texts', async () => {
    const note = Buffer.from('# Vie scolaire\n\nPour joindre la vie scolaire : 03 20 00 00 00.\n');
    const { items, problems } = await readAs(readText, 'md', note);
    expect(items).toMatchObject([{ kind: 'text', html: expect.stringContaining('03 20 00 00 00') }]);
    expect(problems).toEqual([]);
  });
});

describe('a text with days in it that is no programme and has no date of its own', () => {
  const notice = [
    'Vie du lycée',
    'Les manuels sont à rendre avant le vendredi 5 juin, au CDI.',
    'La photo de classe aura lieu le 12/05/2026, les élèves nés le 3 mars 2008 y sont attendus.',
  ];
  const bytes = Buffer.from(notice.join('\n\n'));
  it.each([
    ['md', readText, bytes],
    ['txt', readText, bytes],
    ['docx', readWordProcessor, makeDocx(notice.map((line) => paragraph(line)))],
    ['odt', readWordProcessor, makeOdt(notice.map((line) => paragraph(line)))],
  ] as const)('is shown, and staff are told that it stays: .%s', async (ending, reader, file) => {
    const { items, problems } = await readAs(reader, ending, file);
    expect(items).toMatchObject([{ kind: 'text', when: null }]);
    expect(problems).toMatchObject([
      {
        code: 'text-names-days',
        message: expect.stringMatching(/«.vendredi 5.juin.», «.12\/05\/2026.»\)/u),
        advice: expect.stringMatching(/jusqu’au 5.juin/u),
      },
    ]);
  });

  it('is told of as well where it is a PDF, whose pages stay on the wall', async () => {
    const page = { kind: 'page', src: '/media/x/a.webp', width: 1, height: 1 } as never;
    const prepared: Prepared = { ok: true, kind: 'pages', media: [page], of: 1, fit: 'contain', warnings: [] };
    const poster = makeTextPdf(notice.map((each) => ({ text: each })));
    const { items, problems } = await readAs(readPdf, 'pdf', poster, { prepared });
    expect(items).toMatchObject([{ kind: 'image', when: null }]);
    expect(problems).toMatchObject([
      {
        code: 'pages-name-days',
        message: expect.stringContaining('vendredi 5 juin'),
        advice: expect.stringMatching(/jusqu’au 5.juin/u),
      },
    ]);
    const dated = await readAs(readPdf, 'pdf', poster, { prepared, name: 'jusqu’au 5 juin - Livres' });
    expect(dated.problems).toEqual([]);
    const lasting = makeTextPdf([{ text: 'Règlement du CDI. Ouvert tous les jours de 8h à 17h.' }]);
    expect((await readAs(readPdf, 'pdf', lasting, { prepared })).problems).toEqual([]);
  });

  it('is told of no more once it has a date', async () => {
    const dated = Buffer.from(`---\ndates: jusqu’au 5 juin\n---\n${notice.join('\n\n')}`);
    expect((await readAs(readText, 'md', dated)).problems).toEqual([]);
  });

  it.each([
    ['Mardi 31 : réunion', 'Mardi 31'],
    ['Voici le programme de la semaine :\n\n- lundi : réunion\n\n- mardi : forum', 'programme de la semaine'],
    ['Réunion lundi à 17h en salle 12.', 'lundi'],
    ['La cantine sera fermée vendredi.', 'vendredi'],
    ['Rendez-vous le 12 à 18h.', 'le 12'],
    ['Du 11 au 15 : semaine des langues', 'Du 11 au 15'],
    ['Sortie au zoo le 12.05', 'le 12.05'],
    ['Le CDI est fermé ce jour.', 'ce jour'],
    ['Semaine 20 : menus à thème', 'Semaine 20'],
    ['Fermeture mardi prochain', 'mardi prochain'],
    ['Concours photo : jusqu’à fin mai', 'fin mai'],
    ['Me 6 : UNSS', 'Me 6'],
    ['Inscriptions au CDI avant les vacances de printemps.', 'avant les vacances'],
    ['Les livres sont à rendre d’ici les vacances.', 'd’ici les vacances'],
    ['Reprise du club après les vacances d’hiver', 'après les vacances'],
    ['Photos de classe à la rentrée', 'à la rentrée'],
    ['Le marché est ouvert jusqu’à Noël.', 'jusqu’à Noël'],
    ['Calendrier du mois de mai\n\n4 : conseil\n\n22 : portes ouvertes', 'mois de mai'],
    ['Programme S19\n\nLundi : forum\n\nMardi : oraux', 'S19'],
    ['AGENDA DE MAI\n\n5 : conseil\n\n7 : théâtre', 'AGENDA DE MAI'],
    ['MAI\n\nmar 5 14h forum\n\nmer 6 - cross', 'mar 5'],
    ['Calendrier des conseils en mai : 6 et 7', 'mai'],
    ['Oraux blancs – juin (3, 10 et 17)', 'juin (3'],
    ['Menu du jour : tomates, poisson', 'Menu du jour'],
    ['Open day on May 5, 2026', 'May 5'],
    ['Parents meeting: 12th of June', '12th of June'],
  ])('is told too where its day cannot be found in the calendar: %s', async (line, day) => {
    const { problems } = await readAs(readText, 'md', Buffer.from(line));
    expect(problems).toMatchObject([{ code: 'text-vague-days', message: expect.stringContaining(day) }]);
  });

  it.each([
    'Le 14 juillet 1789, la Bastille est prise.',
    'Les 3/4 des élèves mangent au self.',
    'Club échecs tous les mardis à 13 h.',
    'Ouvert 24/24, salle 12, bus n° 5. Examen en salle S19.',
    'Lundi, mardi : 8h - 17h. Fermé le mercredi. Ouvert samedi : 8h.',
    'De 6 à 11 ans. Le 20 heures. À ce jour, 12 élèves. Du 11 au 15 h.',
    'Me voici, je 2 fois. La mer 3 fois par an. Five may come.',
    'Le CDI est fermé pendant les vacances. Club tous les jeudis hors vacances scolaires.',
  ])('is none where its days are no appointment: %s', async (line) => {
    expect((await readAs(readText, 'md', Buffer.from(line))).problems).toEqual([]);
  });
});

describe('a text that is about one day, alone on its line', () => {
  const poster = ['Lycée des métiers', 'Portes ouvertes', 'Samedi 9 mai 2026', '9 h – 13 h', 'Tél. 03 20 00 00 00'];
  const bytes = Buffer.from(poster.join('\n\n'));
  it.each([
    ['md', readText, bytes],
    ['txt', readText, bytes],
    ['docx', readWordProcessor, makeDocx(poster.map((line) => paragraph(line)))],
    ['odt', readWordProcessor, makeOdt(poster.map((line) => paragraph(line)))],
  ] as const)('is shown until that day is over, and staff are told so: .%s', async (ending, reader, file) => {
    const { items, problems } = await readAs(reader, ending, file);
    expect(items).toMatchObject([{ kind: 'text', when: { ranges: [{ from: null, to: '2026-05-09' }], hours: [] } }]);
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        code: 'text-until-day',
        about: 'guessed',
        message: expect.stringMatching(/jusqu’au 9.mai/u),
      },
    ]);
  });

  it.each([
    ['with its hours on the same line', 'Portes ouvertes\n\nLe 16 mai 2026 de 9h à 13h\n\nEntrée libre', '2026-05-16'],
    ['of several days', 'Semaine du goût\n\nDu 4 au 7 mai\n\nVenez goûter.', '2026-05-07'],
    ['where one answers before it', 'Portes ouvertes\n\nSamedi 9 mai\n\nInscriptions avant le 6 mai.', '2026-05-09'],
    [
      'with its place on the same line',
      'Bal\n\nMardi 5 mai 2026, 18 h – Salle des fêtes\n\nEntrée libre.',
      '2026-05-05',
    ],
    ['in its title', 'Bal des talents – jeudi 7 mai – Gymnase\n\nVenez danser.', '2026-05-07'],
    [
      'where it calls itself a release',
      'Invitation presse\n\nArras, le 18 avril 2026\n\nLe jardin ouvre\n\nMercredi 6 mai 2026\n\nCollège Untel',
      '2026-05-06',
    ],
  ])('lasts as long %s', async (_name, text, to) => {
    expect((await readAs(readText, 'txt', Buffer.from(text))).items).toMatchObject([{ when: { ranges: [{ to }] } }]);
  });

  it.each([
    ['names a later day too', 'Portes ouvertes\n\nSamedi 9 mai\n\nRésultats le 16 mai au plus tard.'],
    ['goes on after it', 'Club échecs\n\nMardi 12 mai\n\npuis tous les mardis à 13 h'],
    ['has its day within a sentence', 'Les élèves de 3e partent en stage le lundi 11 mai 2026 au matin.'],
    ['is dated itself', 'Arras, le 22 avril 2026\n\nLe règlement a changé.'],
    ['was written on that very day', 'Lundi 20 avril 2026\n\nLe règlement a changé.'],
  ])('stays where it %s, and staff are told that it does', async (_name, text) => {
    const { items, problems } = await readAs(readText, 'txt', Buffer.from(text));
    expect(items).toMatchObject([{ kind: 'text', when: null }]);
    expect(problems).toMatchObject([{ code: 'text-names-days' }]);
  });

  it('has the date of its name where it has one', async () => {
    const { items, problems } = await readAs(readText, 'txt', bytes, { name: 'jusqu’au 30 juin - Portes ouvertes' });
    expect(items).toMatchObject([{ when: { ranges: [{ to: '2026-06-30' }] } }]);
    expect(problems).toEqual([]);
  });
});
