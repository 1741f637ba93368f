import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileKind } from '../../../../main/content/kinds/file-kind.ts';
import { foreignFault, isForeignEnding, isPackage } from '../../../../main/content/kinds/foreign/foreign-files.ts';
import { FOLDER_KINDS, KINDS, kindOfFile } from '../../../../main/content/kinds/kinds.ts';
import { PLAIN_TEXT } from '../../../../main/content/kinds/text/plain-text-format.ts';
import { endingOf, withoutEnding } from '../../../../main/content/names/endings.ts';
import type { Reader } from '../../../../main/content/reading/reading.ts';
import { kindOfName } from '../../../../main/report/kind-words.ts';

const TABLE = fileURLToPath(new URL('../../../../main/content/kinds/kinds.ts', import.meta.url));

describe('the table of kinds', () => {
  const rows = [...KINDS, kindOfFile('inconnu.xyz'), ...FOLDER_KINDS].map((row) => [row.name, row] as const);

  it.each(rows)('loads all that the row of %s names', async (_name, row) => {
    expect(await row.read()).toBeTypeOf('function');
    if (!('endings' in row)) return;
    if (row.parse) expect(await row.parse.load()).toBeTypeOf('function');
    if (row.prepare) expect(await row.prepare.load()).toBeTypeOf('function');
    expect(row.label).toMatch(/^\p{Lu}/u);
  });

  it('gives every ending to one kind, in small letters, and none of them is taken for a word of a title', () => {
    const endings = KINDS.flatMap((kind) => kind.endings);
    expect(new Set(endings).size).toBe(endings.length);
    for (const ending of endings) {
      expect(endingOf(`a${ending}`)).toBe(ending);
      expect(isForeignEnding(ending), `${ending} is shown, and refused`).toBe(false);
    }
  });

  it('is found by the name of a file, whatever its case', () => {
    expect(kindOfFile('Sortie/Photo.JPG').name).toBe('picture');
    expect(kindOfFile('agenda.ics').name).toBe('calendar');
    expect(kindOfFile('agenda.tsv').name).toBe('table');
    expect(kindOfFile('jeu.exe').name).toBe('foreign');
    expect(kindOfFile('sans fin').name).toBe('foreign');
  });

  it('says in the report what staff call each kind', () => {
    const labels = ['a.PNG', 'a.mov', 'a.pdf', 'a.odp', 'a.doc', 'a.docx', 'a.md', 'a.csv', 'a.ics', 'a.zip'];
    expect(labels.map((path) => kindOfName(path).kind)).toEqual([
      ...['Image', 'Vidéo', 'Document PDF', 'Diaporama', 'Document', 'Document', 'Texte', 'Agenda', 'Agenda'],
      'Fichier',
    ]);
  });

  it.each(['a.pjpeg', 'a.MPO', 'a.apng', 'a.svgz', 'a.jfif'])('%s is a picture', (name) => {
    expect(kindOfFile(name).name).toBe('picture');
  });

  it('does not compile with a row that forgets something, or whose reader and parser differ', () => {
    const complete = {
      name: 'x',
      endings: ['.x'],
      label: 'X',
      icon: 'page',
      formats: [PLAIN_TEXT],
      read: async () => (async () => ({ items: [], problems: [], retry: false, uses: [] })) as Reader,
      parse: null,
      prepare: null,
    } as const;
    const { prepare: _prepare, ...forgetful } = complete;
    const asksForText = {
      ...complete,
      read: async (): Promise<Reader<{ readonly title: string }>> => complete.read(),
    };
    expect(fileKind(complete)).toMatchObject({ ...complete, read: expect.any(Function) });
    // @ts-expect-error: `prepare` is not there
    fileKind(forgetful);
    // @ts-expect-error: the reader asks for what nothing parses
    fileKind(asksForText);
    // @ts-expect-error: the parser gives another thing than the reader asks for
    fileKind({ ...asksForText, parse: { inlineBytes: 0, load: async () => () => ({ title: 1 }) } });
  });

  it('loads no decoder and no parser by itself, since every thread loads the table', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const follow = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const source = readFileSync(path, 'utf8').replaceAll(/import type [^;]*;/gu, '');
      for (const [, target = ''] of source.matchAll(/^(?:import|export) [^;]*?from '([^']+)'/gmu)) {
        if (target.startsWith('.')) follow(join(dirname(path), target));
        else packages.add(target);
      }
    };
    follow(TABLE);
    expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual([]);
  });
});

describe('the ending of a name', () => {
  it.each([
    ['affiche.JPG', '.jpg', 'affiche'],
    ['plan d’accès.final.pdf', '.pdf', 'plan d’accès.final'],
    ['Drive.gslides', '.gslides', 'Drive'],
    ['Tableau.numbers', '.numbers', 'Tableau'],
    ['Maquette.AfPhoto', '.afphoto', 'Maquette'],
    ['Appli.desktop', '.desktop', 'Appli'],
    ['Photothèque.photoslibrary', '.photoslibrary', 'Photothèque'],
    ['Fête.musique', '', 'Fête.musique'],
    ['sans fin', '', 'sans fin'],
  ])('%s: %s', (name, ending, rest) => {
    expect([endingOf(`dossier.v2/${name}`), withoutEnding(name)]).toEqual([ending, rest]);
  });
});

describe('a file that is not shown', () => {
  it.each([
    ['.gslides', /Google Drive/u, /PDF/u],
    ['.numbers', /classeurs/u, /\.xlsx/u],
    ['.afphoto', /logiciel de dessin/u, /PNG/u],
    ['.desktop', /raccourci/u, /Copiez/u],
    ['.lnk', /raccourci/u, /Copiez/u],
    ['.gpx', /parcours/u, /image/u],
    ['.vcs', /agenda/u, /\.ics/u],
    ['.vcf', /contact/u, /affiche/u],
    ['.fodt', /document/u, /PDF/u],
    ['.photoslibrary', /photothèque/u, /JPEG/u],
    ['.rtfd', /document/u, /PDF/u],
    ['.xyz', /«\u00a0\.xyz\u00a0»/u, /JPEG/u],
    ['', /ne dit pas de quel genre/u, /\.jpg/u],
  ])('that ends in %s is named as what it is, with the way out', (ending, message, advice) => {
    const fault = foreignFault(ending);
    expect(fault).toMatchObject({ code: 'unknown-kind', retry: false });
    expect(fault.message).toMatch(message);
    expect(fault.advice).toMatch(advice);
  });

  it('may be a folder that macOS shows as one file', () => {
    const folders = ['.key', '.pages', '.numbers', '.rtfd', '.photoslibrary', '.app'];
    expect(folders.filter((ending) => !isPackage(ending))).toEqual([]);
    for (const ending of ['', '.jpg', '.zip', '.2026']) expect(isPackage(ending)).toBe(false);
  });
});
