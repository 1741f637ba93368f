import { mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { programmeSchema } from '../../main/contract.ts';
import { REPORT_NAME } from '../../main/report/page-file.ts';
import { testClock } from '../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../support/each-test.ts';
import { eventually } from '../support/eventually.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);
const picture = (background = '#c8452b', width = 64, height = 36) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

describe('bad input', () => {
  const cases: readonly [string, string | Uint8Array][] = [
    ['Pas du YAML.md', '---\ntitre: a\n\tville: b\n---\n'],
    ['Date impossible.md', '---\ntitre: a\ndates: 2026-02-30\n---\n'],
    ['À rebours.md', '---\ntitre: a\ndates: 2026-05-07/2026-05-04\n---\n'],
    ['2026-02-30 Affiche.png', 'picture'],
    ['Vide.md', ''],
    ['Vide.png', ''],
    ['Texte.jpg', 'Ceci est un texte, assez long pour en être un, et non une photographie.'],
    ['Binaire.md', new Uint8Array(600).map((_, index) => (index * 37) % 256)],
    ['Sorte inconnue.xyz', 'x'],
    ['"guillemets" <b> 🎉 .jpg', 'Toujours pas une image, mais un nom qui peut tout contenir.'],
  ];

  test('is a problem in French for each bad file, and the good file is shown', async () => {
    await folders.write('Bonne.png', await picture());
    for (const [name, bytes] of cases) await folders.write(name, bytes === 'picture' ? await picture() : bytes);
    await writeFile(join(folders.content, '..', 'secret.md'), '# Secret');
    await symlink(join(folders.content, '..', 'secret.md'), join(folders.content, 'Dehors.md'));
    const app = await start();
    const { items, problems } = await eventually(
      () => app.catalogue(),
      (catalogue) => new Set(catalogue.problems.map(({ file }) => file)).size > cases.length,
    );
    const expected = [...cases.map(([name]) => name), 'Dehors.md'];
    expect([...new Set(problems.map(({ file }) => file))].toSorted()).toEqual(expected.toSorted());
    for (const { message, advice } of problems) {
      expect(message).toMatch(/^\p{Lu}.*[.!?]$/u);
      expect(advice).toMatch(/^\p{Lu}.*[.!?]$/u);
    }
    expect(items.map(({ file }) => file)).toEqual(['Bonne.png']);
    expect(JSON.stringify(await app.programme())).not.toContain('Secret');
  });

  test('in preau.yml is a problem, and the last good settings stay', async () => {
    await folders.write('preau.yml', 'theme: sombre\n');
    const app = await start();
    expect((await app.programme()).theme).toBe('sombre');
    await folders.write('preau.yml', 'theme: [rose\n');
    const { problems } = await eventually(
      () => app.catalogue(),
      (catalogue) => catalogue.problems.length > 0,
    );
    expect(problems[0]).toMatchObject({ file: 'preau.yml', severity: 'refused' });
    expect((await app.programme()).theme).toBe('sombre');
  });

  test('such as a drawing with a script is shown as pixels, without the script', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><script>alert(1)</script><rect width="64" height="36" fill="red"/></svg>';
    await folders.write('dessin.svg', svg);
    const app = await start();
    const { slides } = await eventually(
      () => app.programme(),
      (programme) => programme.slides.some(({ kind }) => kind === 'image'),
    );
    const image = slides.find((slide) => slide.kind === 'image');
    const answer = await app.get(image?.src ?? '');
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect((await sharp(await answer.arrayBuffer()).metadata()).format).toBe('jpeg');
  });
});

describe('the folder', () => {
  test('that vanishes leaves the last good programme, also after a restart; when the folder returns it is watched again', async () => {
    await folders.write('preau.yml', 'lieu: Ici\n');
    await folders.write('Affiche.png', await picture());
    const first = await start();
    await eventually(
      () => first.programme(),
      ({ slides }) => slides.some(({ kind }) => kind === 'image'),
    );
    const away = `${folders.content}-débranché`;
    await rename(folders.content, away);
    await eventually(
      () => first.health(),
      ({ content }) => !content.reachable,
    );
    expect((await first.programme()).slides.map(({ kind }) => kind)).toEqual(['image']);
    expect((await first.get('health')).status).toBe(503);
    await first.close();
    const second = await start();
    expect((await second.programme()).slides.map(({ kind }) => kind)).toEqual(['image']);
    await rename(away, folders.content);
    await folders.write('Mot.md', '# Retour\n\nBonjour.\n');
    await eventually(
      () => second.programme(),
      ({ slides }) => slides.some(({ kind }) => kind === 'text'),
    );
    expect((await second.health()).content.reachable).toBe(true);
  });

  test('that loses all its files and its settings is a share that came off; a folder without its files alone is empty', async () => {
    await folders.write('preau.yml', 'lieu: Ici\n');
    await folders.write('a.md', '# Un mot\n\nBonjour.\n');
    const app = await start();
    await rename(folders.content, `${folders.content}-x`);
    await mkdir(folders.content);
    await eventually(
      () => app.health(),
      ({ content }) => !content.reachable,
    );
    expect((await app.programme()).slides.map(({ title }) => title)).toEqual(['Un mot']);
    await folders.write('preau.yml', 'lieu: Ici\n');
    await eventually(
      () => app.programme(),
      ({ slides }) => slides.every(({ kind }) => kind === 'idle'),
    );
  });

  test('a file whose date is in its name comes and goes by itself, also from the name of its folder', async () => {
    await folders.write('2031-03-12 Affiche.png', await picture());
    await folders.write('2031-03-13_2031-03-14 Voyage/photo.png', await picture('#14784b'));
    const clock = testClock('2031-03-11T09:00');
    const app = await start(undefined, { clock });
    const shown = async () =>
      (await app.programme()).slides.flatMap((slide) => (slide.kind === 'image' ? [slide.source] : []));
    await eventually(
      () => app.catalogue(),
      ({ items }) => items.length === 2,
    );
    expect(await shown()).toEqual([]);
    clock.set('2031-03-12T00:00');
    expect(await shown()).toEqual(['2031-03-12 Affiche.png']);
    clock.set('2031-03-14T23:59');
    expect(await shown()).toEqual(['2031-03-13_2031-03-14 Voyage/photo.png']);
  });

  test('a picture named by an event belongs to it, and is not shown a second time', async () => {
    await folders.write('fiche.md', '---\ntitre: Fête\nville: Nulleville\nimage: fête.png\n---\n');
    await folders.write('fête.png', await picture());
    const app = await start();
    const { slides } = await eventually(
      () => app.programme(),
      (programme) => programme.slides.some((slide) => slide.kind === 'event' && slide.image !== undefined),
    );
    expect(slides.map(({ kind }) => kind)).toEqual(['event']);
  });

  test('an alert is alone on the wall at once, and leaves when its file is removed; a damaged alert is shown as its file name', async () => {
    await folders.write('Affiche.png', await picture());
    const app = await start();
    await folders.write('alerte/Sortez calmement.jpg', 'pas une image');
    const { slides } = await eventually(
      () => app.programme(),
      (programme) => programme.slides[0]?.kind === 'alert',
    );
    expect(slides.map(({ title }) => title)).toEqual(['Sortez calmement']);
    await folders.remove('alerte');
    await eventually(
      () => app.programme(),
      (programme) => programme.slides[0]?.kind === 'image',
    );
  });

  test('a copy is not shown before it is complete', async () => {
    const whole = await sharp({
      create: {
        width: 900,
        height: 600,
        channels: 3,
        background: '#1f47a8',
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer();
    await folders.write('photo.jpg', whole.subarray(0, whole.length / 2));
    const app = await start();
    const { problems } = await eventually(
      () => app.catalogue(),
      (catalogue) => catalogue.problems.length > 0,
    );
    expect(problems[0]).toMatchObject({ file: 'photo.jpg', severity: 'warning' });
    expect((await app.programme()).slides.map(({ kind }) => kind)).toEqual(['idle']);
    await folders.write('photo.jpg', whole);
    await eventually(
      () => app.programme(),
      ({ slides }) => slides[0]?.kind === 'image',
    );
    expect((await app.catalogue()).problems).toEqual([]);
  });

  test('bytes that arrive without a new modification time are found by another try', async () => {
    const whole = await picture();
    const time = new Date('2031-03-01T00:00:00Z');
    const put = async (bytes: Uint8Array) => {
      await folders.write('photo.png', bytes);
      await utimes(join(folders.content, 'photo.png'), time, time);
    };
    await put(Buffer.concat([whole.subarray(0, 40), Buffer.alloc(whole.length - 40)]));
    const app = await start();
    await eventually(
      () => app.catalogue(),
      (catalogue) => catalogue.problems.length > 0,
    );
    await put(whole);
    await eventually(
      () => app.programme(),
      ({ slides }) => slides[0]?.kind === 'image',
    );
  });
});

describe('the page in the folder', () => {
  test('tells of a file that changes nothing on the wall', async () => {
    await folders.write('a.md', '# Un mot\n\nBonjour.\n');
    await start();
    const page = () => readFile(join(folders.content, REPORT_NAME), 'utf8').catch(() => '');
    await eventually(page, (text) => text.includes('a.md'));
    for (const name of ['LISEZMOI.md', 'LISEZMOI.txt', 'readme.md']) {
      await folders.write(name, '# Mode d’emploi\n');
      await eventually(page, (text) => text.includes(name));
    }
  });
});

describe('the clock', () => {
  test('that jumps, by an hour back or a year forward, is followed within a second', async () => {
    await folders.write('a.md', '---\ntitre: Cette année\nville: Nulleville\ndates: 2031-03-11\nheures: 9h-10h\n---\n');
    await folders.write('b.md', '---\ntitre: Dans un an\nville: Nulleville\ndates: 2032-03-11\n---\n');
    const clock = testClock('2031-03-11T09:30');
    const app = await start(undefined, { clock });
    const stream = await app.get('api/programme/stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (text: string) => {
      while (!heard.includes(text)) heard += (await reader?.read())?.value ?? '';
      heard = '';
    };
    await until('en ce moment');
    clock.set('2031-03-11T08:30');
    await until('à 9');
    clock.set('2032-03-11T08:30');
    await until('Dans un an');
    await reader?.cancel();
  });
});

describe('the nights on which clocks change', () => {
  test.each([
    ['two becomes three', '2026-03-29T01:59:58', '2026-03-29', '3h-5h'],
    ['the day of twenty-three hours ends', '2026-03-29T23:59:58', '2026-03-30', '0h-2h'],
    ['the day of twenty-five hours ends', '2026-10-25T23:59:58', '2026-10-26', '0h-2h'],
  ])('%s, and the programme changes on time', async (_, at, day, hours) => {
    await folders.write('a.md', `---\ntitre: La nuit\nville: Nulleville\ndates: ${day}\nheures: ${hours}\n---\n`);
    const clock = testClock(at.replace(/\d\d:\d\d$/u, '00:00'));
    const app = await start(at, { clock });
    const momentNow = async () => {
      const event = (await app.programme()).slides.find((slide) => slide.kind === 'event');
      return event?.when.moment;
    };
    expect(await momentNow()).not.toBe('en ce moment');
    clock.set(at);
    const stream = await app.get('api/programme/stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('en ce moment')) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    const { at: now } = await app.programme();
    expect(now).toMatch(new RegExp(`^${day}T0[03]:00:0[0-4]`, 'u'));
  });
});

describe('the service', () => {
  test('answers the contract', async () => {
    await folders.write('a.md', '# Un mot\n\nBonjour.\n');
    const app = await start();
    expect(programmeSchema.safeParse(await app.programme()).error).toBeUndefined();
    const refused = async (path: string) => {
      const answer = await app.get(path);
      return [answer.status, ((await answer.json()) as { message: string }).message];
    };
    const long = 'x'.repeat(90);
    expect(await refused('api/programme?at=hier')).toEqual([400, expect.stringContaining('date')]);
    expect(await refused('api/programme?at=%2B275760-09-12T00:00Z')).toEqual([400, expect.stringContaining('date')]);
    expect(await refused(`api/programme?screen=${long}`)).toEqual([400, expect.stringContaining('trop long')]);
    expect(await refused(`api/programme/stream?screen=${long}`)).toEqual([400, expect.stringContaining('trop long')]);
    expect(await refused('api/programme/stream?screen=a&screen=b')).toEqual([400, expect.stringContaining('seul')]);
    expect(await refused('%')).toEqual([400, 'La demande n’est pas comprise.']);
    for (const edge of ['0001-01-02', '9999-12-30']) {
      expect((await app.get(`api/programme?at=${edge}`)).status).toBe(200);
    }
    expect((await (await app.get('api/programme?at=2031-05-05')).json()).day).toBe('2031-05-05');
  });

  test('tells the shell how the programme of its screen wants the display, without the slides', async () => {
    await folders.write('preau.yml', 'orientation: portrait\n');
    const app = await start();
    const { lit, rotation } = await app.programme();
    expect([lit, rotation]).toEqual([true, 90]);
    expect(await (await app.get('api/display')).json()).toEqual({ lit, rotation });
    expect((await app.get(`api/display?screen=${'x'.repeat(1_000)}`)).status).toBe(400);
  });

  test('serves the media that the catalogue names, with byte ranges and for ever, and no other file', async () => {
    await folders.write('Affiche.png', await picture());
    const app = await start();
    const { slides } = await eventually(
      () => app.programme(),
      (programme) => programme.slides[0]?.kind === 'image',
    );
    const src = slides[0]?.kind === 'image' ? slides[0].src : '';
    const part = await app.get(src, { range: 'bytes=0-3' });
    expect([part.status, Buffer.from(await part.arrayBuffer()).toString('hex')]).toEqual([206, 'ffd8ffdb']);
    expect(part.headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/u);
    for (const path of [
      'media/00000000000000000000000000000000/a.webp',
      'media/..%2f..%2fetc%2fpasswd/a',
      '../package.json',
      '%2e%2e/package.json',
      'api/nothing',
    ]) {
      const { status } = await app.get(path);
      expect([path, [404, 403, 400].includes(status)]).toEqual([path, true]);
    }
  });

  test('lets the player cache the assets whose name has a hash, but not its page', async () => {
    const playerDir = join(folders.content, '..', 'player');
    await mkdir(join(playerDir, 'assets'), { recursive: true });
    await writeFile(join(playerDir, 'index.html'), '<!doctype html>');
    await writeFile(join(playerDir, 'assets', 'index-abc.js'), '');
    const app = await start(undefined, { playerDir });
    const kept = async (path: string) => (await app.get(path)).headers.get('cache-control');
    expect(await kept('')).toBe('no-cache');
    expect(await kept('assets/index-abc.js')).toBe('public, max-age=31536000, immutable');
  });

  test('lets its page load nothing but itself, and answers to no host name but its own', async () => {
    const app = await start();
    const page = await app.get('');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    const { port } = new URL(app.url);
    const answer = await new Promise<IncomingMessage>((resolve) => {
      request(
        { port, host: '127.0.0.1', path: '/api/programme', headers: { host: 'attaquant.example' } },
        resolve,
      ).end();
    });
    expect(answer.statusCode).toBe(403);
    expect(await text(answer)).toMatch(/^Préau ne répond pas sous ce nom.*\.$/u);
  });

  test('asks for no process of its own for a page for which Chromium has started one already', async () => {
    const app = await start();
    expect((await app.get('')).headers.get('origin-agent-cluster')).toBeNull();
  });

  test('accepts reports from its own page alone, and small ones', async () => {
    const app = await start();
    const origin = new URL(app.url).origin;
    const post = (headers: Record<string, string>, body: unknown) =>
      fetch(new URL('api/screens', app.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const report = { screen: 'hall', width: 3840, height: 2160, dpr: 1, slide: 'abc' };
    expect((await post({}, report)).status).toBe(403);
    expect((await post({ origin: 'http://attaquant.example' }, report)).status).toBe(403);
    expect((await post({ origin }, { ...report, screen: 'x'.repeat(3_000) })).status).toBe(413);
    expect((await post({ origin }, { ...report, width: -1 })).status).toBe(400);
    expect((await post({ origin }, report)).status).toBe(204);
    expect((await app.health()).screens[0]).toMatchObject({ screen: 'hall', width: 3840, lastSlide: 'abc' });
  });

  test('prepares pictures again when a larger screen connects', async () => {
    await folders.write('grande.png', await picture('#1f47a8', 4_000, 2_250));
    const app = await start();
    const width = async () => {
      const [slide] = (await app.programme()).slides;
      return slide?.kind === 'image' ? slide.width : 0;
    };
    await eventually(width, (pixels) => pixels === 1_920);
    const report = { screen: '', width: 3840, height: 2160, dpr: 1, slide: null };
    await fetch(new URL('api/screens', app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(app.url).origin },
      body: JSON.stringify(report),
    });
    await eventually(width, (pixels) => pixels === 3_840);
  });

  test('shows the last catalogue at once after a restart, also when the folder is out of reach', async () => {
    await folders.write('Affiche.png', await picture());
    const first = await start();
    await eventually(
      () => first.programme(),
      ({ slides }) => slides[0]?.kind === 'image',
    );
    await first.close();
    await rm(folders.content, { recursive: true });
    const second = await start();
    const [slide] = (await second.programme()).slides;
    expect(slide?.kind).toBe('image');
    expect((await second.get(slide?.kind === 'image' ? slide.src : '')).status).toBe(200);
  });
});
