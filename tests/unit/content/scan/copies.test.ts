import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnlyName } from '../../../../main/content/faults/file-faults.ts';
import { foreignFault } from '../../../../main/content/kinds/foreign/foreign-files.ts';
import { copyAt, copyFault, copySteps } from '../../../../main/content/scan/copies.ts';
import { isIgnored } from '../../../../main/content/scan/ignored-names.ts';
import type { Listing, SourceFile } from '../../../../main/content/scan/listing.ts';
import { unitsOf } from '../../../../main/content/scan/units-of.ts';
import { atOnce } from '../../../../main/lib/steps.ts';

const file = (path: string, size = 1): SourceFile => ({
  path,
  absolute: `/x/${path}`,
  size,
  mtimeMs: 0,
  ctimeMs: 0,
  inode: 1,
});
const listing = (...paths: string[]): Listing => ({
  reachable: true,
  root: '',
  files: new Map(paths.toSorted().map((path) => [path, file(path)])),
  problems: [],
});
const shown = (...paths: string[]) =>
  unitsOf(listing(...paths))
    .filter(({ copy }) => copy === undefined)
    .map(({ path }) => path);

/** Copies of `menus/Menu été.docx`, as each program names them. */
const COPIES = [
  ['Syncthing', 'Menu été.sync-conflict-20260505-101533-KJ7Q2XA.docx', 'conflict'],
  ['an old Syncthing', 'Menu été.sync-conflict-20260505-101533.docx', 'conflict'],
  ['Nextcloud', 'Menu été (conflicted copy 2026-05-05 101533).docx', 'conflict'],
  ['Nextcloud, with its user', 'Menu été (conflicted copy vie.scolaire 2026-05-05 101533).docx', 'conflict'],
  ['ownCloud', 'Menu été_conflict-20260505-101533.docx', 'conflict'],
  ['Dropbox', 'Menu été (Marie’s conflicted copy 2026-05-05).docx', 'conflict'],
  ['Dropbox, in French', 'Menu été (Copie en conflit de PC-ACCUEIL 2026-05-05).docx', 'conflict'],
  ['Dropbox, capitals', 'Menu été (Case Conflict).docx', 'conflict'],
  ['Seafile', 'Menu été (SFConflict marie@example.org 2026-05-05-10-15-33).docx', 'conflict'],
  ['Synology Drive', 'Menu été_Accueil-PC_May-05-1015-2026_Conflict.docx', 'conflict'],
  ['Synology Drive, a second time', 'Menu été_Accueil-PC_mai-05-1015-2026_CaseConflict_2.docx', 'conflict'],
  ['Resilio', 'Menu été.Conflict.docx', 'conflict'],
  ['Resilio, again and again', 'Menu été.Conflict.Conflict2.docx', 'conflict'],
  ['pCloud', 'Menu été [conflicted].docx', 'conflict'],
  ['OneDrive', 'Menu été-PC-ACCUEIL.docx', 'conflict'],
  ['OneDrive, a second time', 'Menu été-DESKTOP-4KQ2LMN-2.docx', 'conflict'],
  ['Windows', 'Menu été - Copie.docx', 'copy'],
  ['Windows, a third time', 'Menu été - Copie (3).docx', 'copy'],
  ['Windows, of a copy', 'Menu été - Copie - Copie.docx', 'copy'],
  ['Windows, in English', 'Menu été - Copy.docx', 'copy'],
  ['macOS', 'Menu été copie 2.docx', 'copy'],
  ['Google Drive', 'Copie de Menu été.docx', 'copy'],
  ['Windows XP', 'Copie (2) de Menu été.docx', 'copy'],
] as const;

describe('copies that programs make', () => {
  test.each(COPIES)('%s: « %s » is not played beside its original', (_program, name, sort) => {
    const seen = listing('menus/Menu été.docx', `menus/${name}`);
    expect(atOnce(copySteps(seen)).get(`menus/${name}`)).toEqual({ original: 'menus/Menu été.docx', sort });
    expect(shown('menus/Menu été.docx', `menus/${name}`)).toEqual(['menus/Menu été.docx']);
  });

  test.each(COPIES)('%s: « %s » is played where its original is not there', (_program, name) => {
    expect(shown(`menus/${name}`, 'Menu été.docx', 'menus/Menu été.pdf')).toContain(`menus/${name}`);
  });

  test.each([
    ['Affiche-CDI.jpg', 'Affiche.jpg'],
    ['photo (1).jpg', 'photo.jpg'],
    ['IMG-2.jpg', 'IMG.jpg'],
    ['Concours de copies.pdf', 'Concours de.pdf'],
    ['Semaine - Copieux repas.pdf', 'Semaine.pdf'],
    ['Affiche_conflict.jpg', 'Affiche.jpg'],
    ['Atelier_Marie_gestion de conflit.pdf', 'Atelier.pdf'],
    ['Conflit [atelier].pdf', 'Conflit.pdf'],
    ['Conflit (gestion du conflit).pdf', 'Conflit.pdf'],
  ])('« %s » is a file of its own beside « %s »', (name, other) => {
    expect(shown(name, other).toSorted()).toEqual([name, other].toSorted());
  });

  test('capitals, accents and their spelling do not hide the original', () => {
    expect(shown('Été.jpg', 'e\u0301te\u0301 - copie.JPG')).toEqual(['Été.jpg']);
  });

  test('the copy of a plate leaves the exhibition, and is told; the copy of a folder is not played', () => {
    const units = unitsOf(
      listing(
        'expo/exposition.md',
        'expo/1.png',
        'expo/1 - Copie.png',
        'expo - Copie/exposition.md',
        'expo - Copie/1.png',
      ),
    );
    expect(units.map(({ path, copy, files }) => [path, copy?.original, files.length])).toEqual([
      ['expo', undefined, 2],
      ['expo - Copie', 'expo', 2],
      ['expo/1 - Copie.png', 'expo/1.png', 1],
    ]);
  });

  test('settings that two machines changed have one copy in the lists, of preau.yml', () => {
    const seen = listing('preau.yml', 'preau.sync-conflict-20260505-101533-KJ7Q2XA.yml');
    expect(unitsOf(seen).map(({ copy }) => copy?.original)).toEqual(['preau.yml']);
  });

  test('the unit of a copy is another one when its original leaves', () => {
    const [, beside] = unitsOf(listing('a.jpg', 'a - Copie.jpg')).toSorted(
      (a, b) => Number(!!a.copy) - Number(!!b.copy),
    );
    const [alone] = unitsOf(listing('a - Copie.jpg'));
    expect(beside?.path).toBe(alone?.path);
    expect(beside?.signature).not.toBe(alone?.signature);
  });

  test('the sentence names the original and says what to do', () => {
    const { message, advice } = copyFault({ original: 'menus/Menu.docx', sort: 'conflict' });
    expect(message).toContain('«\u00a0Menu.docx\u00a0»');
    expect(advice).toMatch(/^Comparez les deux/u);
  });

  test('whatever the names, an original is shown for every copy, and no file is its own copy', () => {
    const name = fc.constantFrom(
      'a',
      'a - Copie',
      'a - Copie (2)',
      'a copie',
      'Copie de a',
      'a-PC-1',
      'b',
      'b (conflicted copy x)',
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), (names) => {
        const paths = names.map((each) => `${each}.txt`);
        const copies = atOnce(copySteps(listing(...paths)));
        for (const [path, { original }] of copies) {
          expect(paths).toContain(original);
          expect(original).not.toBe(path);
        }
        expect(paths.some((path) => copyAt(path, copies) === null)).toBe(true);
      }),
    );
  });
});

describe('files that were not downloaded', () => {
  test.each(['.nextcloud', '.owncloud', '.icloud'])('a placeholder « %s » has its sentence', (ending) => {
    expect(foreignFault(ending).message).toMatch(/resté sur le serveur/u);
  });

  test('the hidden placeholder of iCloud is seen, other hidden files are not', () => {
    expect([isIgnored('.Affiche.jpg.icloud'), isIgnored('.icloud'), isIgnored('.Affiche.jpg')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('a file that has a size and takes no room is a name alone; small files may take no room', () => {
    expect(isOnlyName({ size: 80_000, blocks: 0 })).toBe(true);
    expect(isOnlyName({ size: 80_000, blocks: 160 })).toBe(false);
    expect(isOnlyName({ size: 600, blocks: 0 })).toBe(false);
  });
});

describe('the little film that an iPhone takes along with a photo', () => {
  test.each(['IMG_0412.HEIC', 'IMG_0412.jpg', 'img_0412.JPEG'])('is not played beside its photo %s', (photo) => {
    const film = 'sortie/IMG_0412.MOV';
    expect(shown(`sortie/${photo}`, film)).toEqual([`sortie/${photo}`]);
    const copy = atOnce(copySteps(listing(`sortie/${photo}`, film))).get(film);
    if (copy === undefined) throw new Error('the film has no photo');
    expect(copyFault(copy)).toMatchObject({ code: 'live-photo', message: expect.stringContaining(photo) });
  });

  test.each([
    ['alone', ['IMG_0412.MOV']],
    ['beside the photo of another folder', ['IMG_0412.MOV', 'sortie/IMG_0412.HEIC']],
    ['beside another photo', ['IMG_0412.MOV', 'IMG_0413.HEIC']],
    ['under a name that somebody gave it', ['Fête.mov', 'Fête.jpg']],
    ['as an MP4', ['IMG_0412.mp4', 'IMG_0412.jpg']],
  ])('is played %s', (_, paths) => {
    expect(shown(...paths)).toHaveLength(paths.length);
  });

  test('a long film with the number of a photo is another film', () => {
    const paths = listing('IMG_0412.HEIC', 'IMG_0412.MOV');
    const files = new Map([...paths.files, ['IMG_0412.MOV', file('IMG_0412.MOV', 80 << 20)]]);
    expect(atOnce(copySteps({ ...paths, files })).size).toBe(0);
  });
});
