import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { describe, expect, type TestContext, test } from 'vitest';
import { REPORT_NAME } from '../../../main/report/page-file.ts';
import { eventually } from '../../support/eventually.ts';
import { jpeg, pdf } from '../../support/media-files.ts';
import { within } from '../../support/within.ts';
import { type AnsweringFolder, answerIn, createFolder, discard, pageOf, put } from './answering-folder.ts';

/** The lines that the report logs, from `trace` up. */
function listen() {
  const lines: { readonly level: number; readonly msg: string }[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const quiet = () => lines.filter(({ msg }) => msg === 'report unchanged').length;
  return {
    log,
    loud: () => lines.filter(({ msg }) => msg !== 'report unchanged').map(({ level, msg }) => [level, msg]),
    /** Resolves once the report has looked `n` more times and found its page as it should be. */
    unchanged: (n = 1) => {
      const before = quiet();
      return eventually(
        async () => quiet(),
        (now) => now >= before + n,
      );
    },
  };
}

async function folder({ onTestFinished }: TestContext) {
  const { base, content } = await createFolder();
  const services: AnsweringFolder[] = [];
  onTestFinished(async () => {
    await Promise.all(services.map((service) => service.close()));
    await discard(base);
  });
  const serve = async (state = 'etat', log?: Logger) => {
    const service = await answerIn(content, join(base, state), log ? { log } : {});
    services.push(service);
    return service;
  };
  return { content, serve };
}

const saying = (service: Pick<AnsweringFolder, 'page'>, ...words: string[]) =>
  eventually(service.page, (page) => words.every((word) => page?.includes(word) === true));

describe.concurrent('the folder answers', () => {
  test('a file dropped has its row within five seconds, and loses it when it is taken out', async (context) => {
    const { content, serve } = await folder(context);
    const service = await serve();
    await saying(service, 'Le dossier est vide');
    const photo = await jpeg();
    await within(5_000, async () => {
      await service.write('Sortie au musée.jpg', photo);
      await saying(service, 'Sortie au musée.jpg', 'data:image/webp', 'À l’écran</span><p>Sans date');
    });
    await rm(join(content, 'Sortie au musée.jpg'));
    await eventually(service.page, (page) => page?.includes('Sortie') === false);
  });

  test('a copy that a sync program made leaves the wall when its original arrives, and the page says whose it is', async (context) => {
    const { content, serve } = await folder(context);
    const service = await serve();
    const copy = 'Menu.sync-conflict-20310311-080000-KJ7Q2XA.txt';
    const shown = () => service.contentFolder.state().catalogue.items.map(({ source }) => source);
    await service.write(copy, 'Menu de mardi : crudités, puis hachis.');
    await eventually(
      async () => shown().join(),
      (paths) => paths === copy,
    );
    await service.write('Menu.txt', 'Menu de mardi : soupe, puis poisson.');
    await eventually(
      async () => shown().join(),
      (paths) => paths === 'Menu.txt',
    );
    await saying(service, 'C’est une copie de «\u00a0Menu.txt\u00a0»', 'Comparez les deux');
    await rm(join(content, 'Menu.txt'));
    await eventually(
      async () => shown().join(),
      (paths) => paths === copy,
    );
  });

  test('writing the page does not make the folder look changed, and no temporary file stays', async (context) => {
    const { content, serve } = await folder(context);
    await put(content, 'a.txt', 'Bonjour.');
    const heard = listen();
    const service = await serve('etat', heard.log);
    await saying(service, 'a.txt', 'À l’écran</span>');
    const before = await stat(join(content, REPORT_NAME));
    for (let look = 0; look < 2; look += 1) {
      service.contentFolder.refresh();
      await heard.unchanged();
    }
    const after = await stat(join(content, REPORT_NAME));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect((await readdir(content)).toSorted()).toEqual([REPORT_NAME, 'a.txt']);
    expect(service.contentFolder.state().catalogue.items.map(({ source }) => source)).toEqual(['a.txt']);
  });

  test('a page that says what it should is not written again at the next start', async (context) => {
    const { content, serve } = await folder(context);
    await put(content, 'a.txt', 'Bonjour.');
    const first = await serve();
    await saying(first, 'a.txt', 'À l’écran</span>');
    await first.close();
    const { ino, mtimeMs } = await stat(join(content, REPORT_NAME));
    const heard = listen();
    const second = await serve('etat', heard.log);
    await second.contentFolder.settled;
    second.contentFolder.refresh();
    await heard.unchanged();
    const between = await stat(join(content, REPORT_NAME));
    expect([between.ino, between.mtimeMs]).toEqual([ino, mtimeMs]);
    expect(heard.loud()).toEqual([]);
  });

  test('two services on one folder write identical bytes', async (context) => {
    const { content, serve } = await folder(context);
    await put(content, 'photo.jpg', await jpeg());
    await put(content, 'affiche.pdf', pdf());
    await put(content, 'abîmé.bmp', 'BMpas une image');
    const one = await serve('un');
    const alone = await saying(one, 'photo.jpg', 'data:image/webp', 'affiche.pdf', 'Document, 1');
    await one.close();
    await rm(join(content, REPORT_NAME));
    const two = await serve('deux');
    const other = await saying(two, 'photo.jpg', 'data:image/webp', 'affiche.pdf', 'Document, 1');
    expect(other).toBe(alone);
  });

  test('a page that another service has replaced stays: two that differ do not fight', async (context) => {
    const { content, serve } = await folder(context);
    await put(content, 'a.txt', 'Bonjour.');
    const heard = listen();
    const service = await serve('etat', heard.log);
    await saying(service, 'a.txt', 'À l’écran</span>');
    await writeFile(join(content, REPORT_NAME), 'celle d’un autre');
    service.contentFolder.refresh();
    await heard.unchanged();
    expect(await service.page()).toBe('celle d’un autre');
    await service.write('b.txt', 'Encore.');
    await saying(service, 'a.txt', 'b.txt');
  });

  test('the time is that of the last file that came, whatever date it brings, and never goes back', async (context) => {
    const { content, serve } = await folder(context);
    const old = new Date('2019-05-06T10:00:00Z');
    await put(content, 'a.txt', 'Bonjour.');
    await utimes(join(content, 'a.txt'), old, old);
    const { ctime } = await stat(join(content, 'a.txt'));
    const one = await serve('un');
    const page = await saying(one, 'a.txt', 'À l’écran</span>');
    const told = (text: string | null) => /Dernier changement[^<]*/u.exec(text ?? '')?.[0] ?? '';
    expect(told(page)).toContain(String(ctime.getFullYear()));
    await put(content, 'b.txt', 'Plus récent.');
    await utimes(join(content, 'b.txt'), old, new Date('2030-05-06T10:00:00Z'));
    const newest = told(await saying(one, 'b.txt', 'lundi 6 mai 2030'));
    await rm(join(content, 'b.txt'));
    expect(told(await eventually(one.page, (text) => text?.includes('b.txt') === false))).toBe(newest);
    await one.close();
    await put(content, 'c.txt', 'Encore.');
    expect(told(await saying(await serve('deux'), 'c.txt'))).toBe(newest);
  });

  test('an event that a table gives and a fiche too is told as left out, and nothing has to be put right', async (context) => {
    const { content, serve } = await folder(context);
    await put(
      content,
      'Agenda.csv',
      'date;ville;titre\n2031-03-11;Xville;Forum des métiers\n2031-03-12;Xville;Concert\n',
    );
    await put(content, 'Forum.md', '---\ntitre: Forum des métiers\nville: Xville\ndates: 2031-03-11\n---\n');
    const page = await saying(await serve(), 'Ce qui n’est pas montré</h2>', 'Aucun fichier n’est à revoir');
    expect(page).toMatch(/class="remark"[^>]*><div><h3><a href="\.\/Agenda\.csv">.*a aussi sa propre fiche/su);
    expect(page).not.toMatch(/fichiers? à revoir<\/h2>/u);
  });

  test('a page taken out by hand comes back', async (context) => {
    const { content, serve } = await folder(context);
    await put(content, 'a.txt', 'Bonjour.');
    const service = await serve();
    const page = await saying(service, 'a.txt', 'À l’écran</span>');
    await rm(join(content, REPORT_NAME));
    service.contentFolder.refresh();
    expect(await eventually(service.page, (text) => text !== null)).toBe(page);
  });

  test('where the page cannot be written it is said once, quietly, and nothing else suffers', async (context) => {
    const { content, serve } = await folder(context);
    // A folder in the place of the page: root may write anywhere, so permissions prove nothing here.
    await put(content, `${REPORT_NAME}/plein.txt`, 'x');
    await put(content, 'a.txt', 'Bonjour.');
    const heard = listen();
    const service = await serve('etat', heard.log);
    await eventually(
      async () => heard.loud().length,
      (n) => n > 0,
    );
    await service.write('b.txt', 'Encore.');
    await eventually(
      async () => service.contentFolder.state().catalogue.items.length,
      (n) => n === 2,
    );
    await rm(join(content, REPORT_NAME), { recursive: true });
    await service.write('c.txt', 'Encore une fois.');
    await saying(service, 'c.txt');
    expect(heard.loud()).toEqual([[20, 'report not written']]);
    expect(service.contentFolder.state().catalogue.problems).toEqual([]);
  });

  test('in the empty place of a share that has come off nothing is written', async (context) => {
    const { content, serve } = await folder(context);
    await put(content, 'preau.yml', 'lieu: Ici\n');
    await put(content, 'a.txt', 'Bonjour.');
    const service = await serve();
    await saying(service, 'a.txt', 'À l’écran</span>');
    await rename(content, `${content}-parti`);
    await put(content, '.monté', '');
    await eventually(
      async () => service.contentFolder.state().reachable,
      (reachable) => !reachable,
    );
    await rm(content, { recursive: true });
    await rename(`${content}-parti`, content);
    await eventually(async () => service.contentFolder.state().reachable, Boolean);
    await service.write('b.txt', 'Encore.');
    await saying(service, 'b.txt');
    expect(await pageOf(`${content}-parti`)).toBeNull();
  });
});

test('sixty odd files: each has a row or a sentence', async (context) => {
  const { content, serve } = await folder(context);
  const photo = await jpeg({ width: 320, height: 240 });
  const odd = [
    ...Array.from(
      { length: 10 },
      (_, tenth) => [`coupé ${tenth}.jpg`, photo.subarray(0, Math.floor((photo.length * tenth) / 10))] as const,
    ),
    ...Array.from(
      { length: 10 },
      (_, tenth) => [`coupé ${tenth}.pdf`, pdf().subarray(0, Math.floor((pdf().length * tenth) / 10))] as const,
    ),
    ...[
      'zip',
      'exe',
      'xlsx',
      'lnk',
      'html',
      'js',
      'heic',
      'mp4',
      'docx',
      'odt',
      'pptx',
      'ics',
      'csv',
      'svg',
      'gif',
      'tiff',
      'bmp',
      'webm',
    ].map((ending) => [`mauvais.${ending}`, 'ceci n’en est pas un\u0000\u0001'] as const),
    ['vide.png', ''],
    ['sans extension', 'abc'],
    ['CON.jpg', photo],
    ['photo.jpg.txt', photo],
    ['texte.jpg', 'du texte'],
    ['photo.jpg/dedans.txt', 'dans un dossier au nom de photo'],
    ['<b>gras</b> & "guillemets".txt', 'a'],
    ['émoji 🎬 ’ « ».txt', 'b'],
    ['décomposé é.txt'.normalize('NFD'), 'c'],
    [`${'long '.repeat(45)}.txt`, 'd'],
    ['javascript:alert(1).txt', 'e'],
    ['100% #1 ?.txt', 'f'],
    ['32 mai.txt', 'g'],
    ['lundi 11 mars 2031.txt', 'h'],
    ['2031-02-30 Jamais.txt', 'i'],
    ['du 7 au 4 mai - Envers.txt', 'j'],
    ['inconnue.md', '---\ntitre: A\nvile: B\n---\n'],
    ['tabulé.md', '---\ntitre: A\n\tville: B\n---\n'],
    ['sans image.md', '---\ntitre: Fête\nville: Nulleville\ndates: 2031-03-11\nimage: absente.jpg\n---\n'],
    ['expo vide/exposition.md', '---\ntitre: Rien\n---\n'],
    ['arbre vide/arbre.md', '---\ntitre: Nu\n---\n'],
    ['écrans/couloir/mot.txt', 'k'],
    ['LISEZMOI.md', 'l'],
    ['preau.yml', 'lieu: Ici\nsurprise: 1\n'],
    ['a/b/c/d/e.txt', 'm'],
  ] as const;
  expect(odd.length).toBeGreaterThan(60);
  for (const [path, bytes] of odd) await put(content, path, bytes);
  const service = await serve();
  await service.contentFolder.settled;
  const page = await saying(service, 'sans extension', 'mauvais.zip', 'couloir');
  for (const [path] of odd) {
    const folderUnit = /exposition\.md$|arbre\.md$/u.test(path);
    const address = (folderUnit ? path.slice(0, path.lastIndexOf('/')) : path)
      .split('/')
      .map(encodeURIComponent)
      .join('/');
    const row = page
      ?.split('<tr>')
      .filter(
        (candidate) =>
          candidate.includes(`href="./${address.replaceAll("'", '&#39;')}"`) && candidate.includes('class="status"'),
      );
    expect([path, row?.length]).toEqual([path, 1]);
    expect(row?.[0]).toMatch(/class="status"><span class="badge [a-z]+">[^<]+<\/span>.*<p>[^<]{10,}/su);
  }
  expect(page).not.toContain('<b>gras');
});
