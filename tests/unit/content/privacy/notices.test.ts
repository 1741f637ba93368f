import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Bytes } from '../../../../main/content/completeness/bytes.ts';
import { kindOfEnding } from '../../../../main/content/kinds/kinds.ts';
import { readAny } from '../../../../main/content/kinds/read-any.ts';
import { recognise } from '../../../../main/content/kinds/recognise.ts';
import { type PictureWords, pictureWords } from '../../../../main/content/preparation/picture-words.ts';
import type { Reading, ReadTools } from '../../../../main/content/reading/reading.ts';
import type { SourceFile } from '../../../../main/content/scan/listing.ts';
import type { Unit } from '../../../../main/content/scan/unit.ts';
import { FIVE_FORMATS, inFormat, type TextFormat, type WrittenLine } from '../../../support/five-formats.ts';

const written = Temporal.PlainDate.from('2026-04-20');

interface Given {
  /** What the pictures that are made of the file say. */
  readonly words?: PictureWords;
  /** `contact` of the settings of the place says that the file is public. */
  readonly isPublic?: boolean;
  readonly alert?: boolean;
}

/** What a text becomes, read as the service reads it; a PDF that is no release becomes one page. */
async function readAs(
  name: string,
  bytes: Uint8Array,
  { isPublic = false, alert = false, words }: Given = {},
): Promise<Reading> {
  const file: SourceFile = { path: name, absolute: '', size: bytes.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
  const unit: Unit = { kind: 'file', path: name, files: [file], alert, screens: null, signature: '' };
  const ending = `.${name.slice(name.lastIndexOf('.') + 1)}`;
  const page = { hash: 'a', name: 'a.webp', width: 1, height: 1 };
  const tools = {
    zone: 'Europe/Paris',
    bytes: async () => bytes,
    parse: async () => {
      const parse = await kindOfEnding(ending).parse?.load();
      const format = await recognise(Bytes.of(bytes));
      const context = { zone: 'Europe/Paris', reference: written, keepsContacts: isPublic, fileName: name };
      return parse?.({ bytes, format, ending, ...context });
    },
    prepare: async () => {
      const kind = ending === '.svg' ? 'image' : 'pages';
      return { ok: true, kind, media: [page], of: 1, fit: 'contain', warnings: [], ...(words ? { words } : {}) };
    },
    find: () => null,
    writtenOn: () => written,
    contactRule: async () => ({ isPublic, saidBy: 'preau.yml' }),
  };
  return readAny(unit, tools as unknown as ReadTools);
}

const lines = (...texts: string[]): WrittenLine[] =>
  texts.map((text, at) => ({ text, look: at === 0 ? 'title' : 'text' }));
const notice = async (format: TextFormat, texts: readonly string[], given: Given = {}): Promise<Reading> =>
  readAs(`note.${format}`, inFormat(format, lines(...texts)), given);

const PUBLIC = 'Inscriptions au CDI ou par courriel : cdi@lycee-exemple.fr, ou au 03 44 06 12 34 avant midi.';

describe.each(FIVE_FORMATS.filter((format) => format !== 'pdf'))('a notice in .%s', (format) => {
  it('shows a public contact whole, and has nothing to tell', async () => {
    const { items, problems } = await notice(format, ['Concours photo', PUBLIC]);
    expect(JSON.stringify(items)).toContain(
      PUBLIC.replace(' :', format === 'docx' || format === 'odt' ? '\u00a0:' : ' :'),
    );
    expect(problems).toEqual([]);
  });

  it('shows neither the number nor the name of whom to call, and tells how a public contact is kept', async () => {
    const { items, problems, uses } = await notice(format, [
      'Club échecs',
      'Tous les mardis à 13h au foyer.',
      'Contact : Mme Untel, professeure de maths, 06 00 00 00 01',
      'Venez nombreux, même sans savoir jouer.',
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Untel|maths|06 00/);
    expect(JSON.stringify(items)).toMatch(/foyer.*Venez nombreux/su);
    const how = format === 'md' || format === 'txt' ? 'contact\u00a0: oui' : `contact\u00a0: note.${format}`;
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'contact-removed', advice: expect.stringContaining(how) },
    ]);
    expect(uses).toEqual(['preau.yml']);
  });

  it('shows no signature: name, post, number and address on lines of their own', async () => {
    const { items } = await notice(format, [
      'Sortie au musée',
      'Rendez-vous à 8h devant le lycée.',
      'Camille Untel',
      'Professeure documentaliste',
      '06 00 00 00 02',
      'c.untel@exemple.fr',
    ]);
    expect(JSON.stringify(items)).toContain('devant le lycée');
    expect(JSON.stringify(items)).not.toMatch(/Untel|documentaliste|06 00|@/);
  });

  it('shows all of it where the settings of the place say that its contacts are public', async () => {
    const { items, problems } = await notice(format, ['Club', 'Contact : Mme Untel, 06 00 00 00 03'], {
      isPublic: true,
    });
    expect(JSON.stringify(items)).toContain('06 00 00 00 03');
    expect(problems).toEqual([]);
  });

  it('shows no number of a programme that is not recognised', async () => {
    const { items, problems } = await notice(format, [
      'Le mois de la lecture',
      'Chaque classe lit un quart d’heure par jour.',
      'Renseignements : Camille Untel, 06 00 00 00 04',
    ]);
    expect(items).toMatchObject([{ kind: 'text' }]);
    expect(JSON.stringify(items)).not.toMatch(/Untel|06 00/);
    expect(problems).toMatchObject([{ code: 'contact-removed' }]);
  });
});

describe('a PDF whose pages are shown as they are', () => {
  it('is told of where they show the number of a person', async () => {
    const { items, problems } = await notice('pdf', ['Club échecs', 'Contact : Mme Untel, 06 00 00 00 05']);
    expect(items).toMatchObject([{ kind: 'image' }]);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'contact-on-page' }]);
  });

  it('is not told of for a public contact, nor where the settings say that it is public', async () => {
    expect((await notice('pdf', ['Concours photo', PUBLIC])).problems).toEqual([]);
    const kept = await notice('pdf', ['Club', 'Contact : Mme Untel, 06 00 00 00 05'], { isPublic: true });
    expect(kept.problems).toEqual([]);
  });
});

describe('contact: oui in the front matter', () => {
  it.each([
    ['a notice', 'contact: oui', ''],
    ['an event', 'titre: Club\nlieu: Foyer\ncontact: oui', ''],
    ['an event, in the words of its key', 'lieu: Foyer, 06 00 00 00 06\nContact: Oui', 'Au 06 00 00 00 06.'],
  ])('keeps the contacts of %s', async (_kind, front, body) => {
    const text = `---\n${front}\n---\n${body === '' ? 'Contact : Mme Untel, 06 00 00 00 06' : body}\n`;
    const { items, problems } = await readAs('note.md', Buffer.from(text));
    expect(JSON.stringify(items)).toContain('06 00 00 00 06');
    expect(problems).toEqual([]);
  });

  it('is told of where something else is written, without a word of it', async () => {
    const text = '---\ncontact: Mme Untel 06 00 00 00 07\n---\n# Club\n\nMardi, 13h.\n';
    const { items, problems } = await readAs('note.md', Buffer.from(text));
    expect(JSON.stringify([items, problems])).not.toMatch(/Untel|06 00/);
    expect(problems).toMatchObject([
      { code: 'front-matter-value', advice: expect.stringContaining('contact\u00a0: oui') },
    ]);
  });
});

describe('what is no notice', () => {
  it('a fiche loses what reaches a person in each of its fields, and keeps what follows it', async () => {
    const text = `---
titre: Portes ouvertes
dates: 2026-05-05
lieu: CIO, 06 00 00 00 08
partenaires: Mme Untel, d.untel@exemple.fr
---
Venez.

Contact : Mme Untel 06 00 00 00 09

Inscriptions au CDI : 03 44 00 00 12.
`;
    const { items, problems } = await readAs('fiche.md', Buffer.from(text));
    expect(items).toMatchObject([{ venue: 'CIO', description: 'Venez. Inscriptions au CDI\u00a0: 03 44 00 00 12.' }]);
    expect(problems).toMatchObject([
      { code: 'contact-removed', message: expect.stringMatching(/^2 numéros .*adresse/u) },
    ]);
  });

  it('an alert loses it too, and is shown all the same', async () => {
    const text = 'Fuite de gaz.\n\nAppelez M. Untel au 06 00 00 00 10.';
    const { items, problems } = await readAs('gaz.txt', Buffer.from(text), { alert: true });
    expect(items).toMatchObject([{ kind: 'alert', html: expect.stringContaining('Fuite de gaz') }]);
    expect(JSON.stringify(items)).not.toMatch(/Untel|06 00/);
    expect(problems).toMatchObject([{ code: 'contact-removed' }]);
    const only = await readAs('appel.txt', Buffer.from('06 00 00 00 10'), { alert: true });
    expect(only.items).toMatchObject([{ kind: 'alert', title: 'Appel' }]);
  });

  it('a text that is nothing else is not shown, and is told of', async () => {
    const { items, problems } = await readAs('note.txt', Buffer.from('Mme Untel 06 00 00 00 11'));
    expect(items).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'refused', code: 'contact-removed' }]);
  });

  it('the caption of a picture is the name of its file without the number in it', async () => {
    const { items, problems } = await readAs('Affiche 06 00 00 00 12.pdf', inFormat('pdf', lines('Affiche', 'Venez.')));
    expect(items).toMatchObject([{ kind: 'image', title: 'Affiche' }]);
    expect(problems).toMatchObject([{ code: 'contact-removed' }]);
  });

  it('lines, emphasis and cells around a contact stay as they were written', async () => {
    const text = `- **Théâtre** : Mme Untel (s.untel@exemple.fr)
- Radio : *cdi@exemple.fr*

| Atelier | Référent | Tél |
|---|---|---|
| Chorale | M. Untel | **06** 00 00 00 13 |
`;
    const [item] = (await readAs('note.md', Buffer.from(text))).items;
    expect(item).toMatchObject({ html: expect.stringContaining('<li>Radio : <em>cdi@exemple.fr</em></li>') });
    expect(item).toMatchObject({ html: expect.stringMatching(/<td>Chorale<\/td>\s*<td><\/td>\s*<td><\/td>/u) });
  });
});

describe('a table of persons', () => {
  const table = async (...rows: readonly string[]) => {
    const { items, problems } = await readAs('liste.csv', new TextEncoder().encode(rows.join('\n')));
    const [item] = items;
    return { html: item?.kind === 'text' ? item.html : null, told: problems.map(({ code }) => code) };
  };

  it.each([
    ['Nom;Prénom;Date de naissance', 'Untel;Léa;05/05/2012', '2012'],
    ['Élève;Né(e) le;Classe', 'Léa U.;05/05/2012;3e B', '2012'],
    ['Classe;Identifiant;Mot de passe', '3e B;lea.u;x9-Tulipe', 'Tulipe'],
    ['Prénom;Classe;Moyenne générale', 'Léa;3e B;12,5', '12,5'],
    ['Nom;Responsable légal;Adresse', 'Untel;Paul Untel;3 rue du Pré', 'rue du Pré'],
    ['Élève;Allergies', 'Léa;arachide', 'arachide'],
    ['Enseignant;Du;Au;Motif', 'M. Untel;04/05/2026;07/05/2026;maladie', 'maladie'],
    ['Nom;Prénom;Note', 'Untel;Léa;15', '15'],
    ['NOM Prénom;Maths;Salle', 'UNTEL Léa;8,5;B2', '8,5'],
    ['Élève;Résultat', 'Léa U.;11/20', '11/20'],
  ])('headed « %s » is shown without what concerns nobody else, and tells it', async (heading, row, secret) => {
    const { html, told } = await table(heading, row);
    expect(html).toContain(heading.split(';')[0]);
    expect(html).not.toContain(secret);
    expect(told).toContain('columns-private');
  });

  it('is not on the wall where nothing else is left of it, and tells why', async () => {
    const { html, told } = await table('Date de naissance;Mot de passe', '05/05/2012;x9-Tulipe');
    expect(JSON.stringify(html)).not.toMatch(/2012|Tulipe/u);
    expect(told).toContain('columns-private');
  });

  it.each([
    ['Plat;Allergènes', 'Poisson pané;gluten', 'gluten'],
    ['Entreprise;Adresse', 'Boulangerie;3 rue du Pré', '3 rue du Pré'],
    ['Équipe;Moyenne de buts', '3e B;2,5', '2,5'],
    ['Équipe;Points', '3e B;12', '12'],
    ['Élève;Note', 'Léa U.;pique-nique', 'pique-nique'],
    ['Professeur;Maths', 'M. Untel;6e A', '6e A'],
  ])('is whole where it is about no persons: « %s »', async (heading, row, kept) => {
    const { html, told } = await table(heading, row);
    expect(html).toContain(kept);
    expect(told).not.toContain('columns-private');
  });
});

it('a table of Markdown loses the same columns', async () => {
  const text = '# Sortie\n\n| Nom | Classe | PAI |\n|---|---|---|\n| UNTEL | 6e A | arachide |\n';
  const { items, problems } = await readAs('sortie.md', Buffer.from(text));
  expect(items).toMatchObject([{ html: expect.stringMatching(/<td>UNTEL<\/td>\s*<td>6e A<\/td>/u) }]);
  expect(JSON.stringify(items)).not.toContain('arachide');
  expect(problems.map(({ code }) => code)).toEqual(['columns-private']);
});

it('a table of Markdown keeps the signs of its other cells as they are', async () => {
  const text = '| Nom | Prix | PAI |\n|---|---|---|\n| UNTEL | 5$&moins, $$ | arachide |\n';
  const { items } = await readAs('sortie.md', Buffer.from(text));
  expect(items).toMatchObject([
    { html: expect.stringMatching(/<td>UNTEL<\/td>\s*<td>5\$&amp;moins, \$\$<\/td>\s*<\/tr>/u) },
  ]);
});

describe.each(['Fête.pptx', 'Fête.doc', 'Fête.svg'])('%s, whose words are seen as a picture', (name) => {
  const read = (lines: readonly string[], given: Given = {}): Promise<Reading> =>
    readAs(name, Buffer.from(''), { ...given, words: pictureWords(lines) });

  it('is told of where it shows the number of a person', async () => {
    const { items, problems } = await read(['Club échecs', 'Contact : Mme Untel, 06 00 00 00 05']);
    expect(items).toMatchObject([{ kind: 'image' }]);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'contact-on-page' }]);
  });

  it('is not told of for a public contact, nor where the settings say that it is public', async () => {
    expect((await read(['Concours photo', PUBLIC])).problems).toEqual([]);
    const own = await read(['Contact : Mme Untel, 06 00 00 00 05'], { isPublic: true });
    expect(own).toMatchObject({ problems: [], uses: ['preau.yml'] });
  });

  it('is told of where it names days that will be over, and has no date', async () => {
    expect((await read(['Fête du lycée', 'Samedi 9 mai à 14h'])).problems).toMatchObject([{ code: 'pages-name-days' }]);
    expect((await read(['Fête du lycée'])).problems).toEqual([]);
  });
});
