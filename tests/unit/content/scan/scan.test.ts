import { linkSync } from 'node:fs';
import { chmod, link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isIgnored } from '../../../../main/content/scan/ignored-names.ts';
import { MAX_FILES, scanFolder } from '../../../../main/content/scan/scan.ts';
import { skipBecause } from '../../../support/skip-because.ts';

let base: string;
let folder: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'preau-scan-'));
  folder = join(base, 'contenu');
  await mkdir(folder);
});
afterEach(() => rm(base, { recursive: true, force: true }));

async function put(path: string, text = 'x'): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
const scan = async () => {
  const { files, problems, reachable } = await scanFolder(folder);
  return {
    paths: [...files.keys()],
    codes: problems.map(({ file, code }) => `${file}: ${code}`).toSorted(),
    reachable,
  };
};

describe('a scan of the folder', () => {
  test('lists every file of every level, by its path with slashes', async () => {
    await put('b.md');
    await put('dossier/sous-dossier/a.png');
    expect(await scan()).toEqual({ paths: ['b.md', 'dossier/sous-dossier/a.png'], codes: [], reachable: true });
  });

  test.each([
    '.caché',
    '_état.html',
    '~$Communiqué.docx',
    'Thumbs.db',
    'desktop.ini',
    'a.tmp',
    'film.mp4.part',
    'a.CRDOWNLOAD',
    '#recycle',
    'Network Recycle Bin 1',
    'LOST.DIR',
    '@Recycle',
    'Recycle Bin',
    '$RECYCLE.BIN',
    '$RAB12CD.jpg',
    '$IAB12CD.jpg',
    '.Trash-1000',
    '.Trashes',
    '@eaDir',
    '.@__thumb',
    '#snapshot',
    'lost+found',
    'System Volume Information',
    'affiche.jpg.partial',
    'affiche.pdf.download',
    'affiche.jpg.!ut',
    'film.mp4.aria2',
    'Enregistrement automatique de Menu.asd',
    'affiche.docx.sb-1a2b3c4d-XyZ12a',
    'AlbumArtSmall.jpg',
    'AlbumArt_{12345678-ABCD-1234-ABCD-1234567890AB}_Large.jpg',
    'affiche.jpg_original',
    '#menu.txt#',
  ])('leaves out %s', async (name) => {
    await put(name);
    await put(`dossier/${name}`);
    expect(isIgnored(name)).toBe(true);
    expect((await scan()).paths).toEqual([]);
  });

  test('an alert that a NAS moved to its bin is seen no more', async () => {
    await put('#recycle/alerte/feu.txt');
    await put('@Recycle/Photo retirée.jpg');
    await put('$RECYCLE.BIN/S-1-5-21-1/$RAB12CD.jpg');
    await put('affiche.jpg');
    expect((await scan()).paths).toEqual(['affiche.jpg']);
  });

  test('a document of macOS that is a folder is one file: what it is made of is not seen', async () => {
    await put('Diapos.key/preview.jpg');
    await put('Diapos.key/Data/st-1234.jpg');
    await put('Lettre.rtfd/image.jpg');
    await put('écrans/hall/Sortie.photoslibrary/originals/1.jpg');
    await put('alerte/Consigne.pages/preview.jpg');
    await put('Tableau.numbers');
    expect(await scan()).toEqual({
      paths: [
        ...['Diapos.key', 'Lettre.rtfd', 'Tableau.numbers', 'alerte/Consigne.pages'],
        'écrans/hall/Sortie.photoslibrary',
      ],
      codes: [],
      reachable: true,
    });
  });

  test.each([
    'preview.jpg',
    '$100.jpg',
    'recyclage',
    'Corbeille.txt',
    '@lecole.md',
    '#1.png',
    'Albumart.jpg',
    '#menu.txt',
    'Téléchargement.download.jpg',
  ])('the name %s only looks like that of a bin or a thumbnail', async (name) => {
    await put(name);
    expect((await scan()).paths).toEqual([name]);
  });

  test.each(['L\'été "<b>" 🎉 .md', 'fin .txt', 'CON.jpg', 'e\u0301te\u0301.md', 'a'.repeat(250)])(
    'lists a file with the name %s',
    async (name) => {
      await put(name);
      expect((await scan()).paths).toEqual([name]);
    },
  );

  test('has a problem for a name that is not UTF-8, of a file or a folder, and lists a name that has U+FFFD in it', async () => {
    await writeFile(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.jpg')]), 'x');
    await mkdir(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9])]));
    await put('\ufffd.md');
    expect(await scan()).toEqual({
      paths: ['\ufffd.md'],
      codes: ['caf\ufffd.jpg: name-unreadable', '\ufffd: name-unreadable'],
      reachable: true,
    });
  });

  test('of more than fifty thousand files lists no more of them, says so once, and lists every alert', async () => {
    await put('alerte/Évacuation.md');
    for (let n = 0; n < MAX_FILES + 50; n += 1) {
      // A link is a file of its own for whoever lists the folder, and is made in half the time; NTFS allows 1,023 to one file.
      const first = n - (n % 1_000);
      if (n === first) await put(`Photos/${n}.png`);
      else linkSync(join(folder, `Photos/${first}.png`), join(folder, `Photos/${n}.png`));
    }
    const { files, problems } = await scanFolder(folder);
    expect(files.size).toBe(MAX_FILES + 1);
    expect(files.has('alerte/Évacuation.md')).toBe(true);
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      expect.stringMatching(/^Photos: .* au-delà de cinquante mille, ils ne sont pas lus\.$/u),
    ]);
  }, 120_000);

  test('of a missing folder gives an answer and no error', async () => {
    await rm(folder, { recursive: true });
    expect(await scan()).toEqual({ paths: [], codes: ['.: folder-missing'], reachable: false });
  });
});

describe('links', () => {
  test('to a file or a folder outside the content folder are refused', async () => {
    await writeFile(join(base, 'secret.md'), 'x');
    await symlink(join(base, 'secret.md'), join(folder, 'lien.md'));
    await symlink(base, join(folder, 'tout'));
    await symlink('/etc', join(folder, 'etc'));
    expect(await scan()).toEqual({
      paths: [],
      codes: ['etc: link-outside', 'lien.md: link-outside', 'tout: link-outside'],
      reachable: true,
    });
  });

  test('to a folder whose name only begins like the content folder are refused', async () => {
    await mkdir(`${folder}-privé`);
    await writeFile(join(`${folder}-privé`, 'a.md'), 'x');
    await symlink(`${folder}-privé`, join(folder, 'lien'));
    expect((await scan()).codes).toEqual(['lien: link-outside']);
  });

  test('to the inside are followed; circles of links and links to nothing are problems', async () => {
    await put('vrai/a.md');
    await symlink(join(folder, 'vrai'), join(folder, 'lien'));
    await symlink(folder, join(folder, 'vrai', 'rond'));
    await symlink(join(folder, 'rien'), join(folder, 'mort'));
    const { paths, codes } = await scan();
    expect(paths).toEqual(['lien/a.md', 'vrai/a.md']);
    expect(codes.toSorted()).toEqual(['lien/rond: link-broken', 'mort: link-broken', 'vrai/rond: link-broken']);
  });

  test('that are hard links are files', async () => {
    await put('a.md');
    await link(join(folder, 'a.md'), join(folder, 'b.md'));
    expect((await scan()).paths).toEqual(['a.md', 'b.md']);
  });
});

test('a folder that cannot be read is a problem, and the others are read', async (context) => {
  if (process.getuid?.() === 0) skipBecause(context, 'root may read every folder');
  await put('fermé/a.md');
  await put('b.md');
  await chmod(join(folder, 'fermé'), 0o000);
  const seen = await scan();
  await chmod(join(folder, 'fermé'), 0o700);
  expect(seen).toEqual({ paths: ['b.md'], codes: ['fermé: unreadable'], reachable: true });
});
