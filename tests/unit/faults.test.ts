import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Programme } from '../../main/contract.ts';
import { takeDisplay } from '../../main/shells/supervision/display-lock.ts';
import { type RunningApp, testClock } from '../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../support/each-test.ts';
import { eventually } from '../support/eventually.ts';
import { startBuiltService } from '../support/faults/built-service.ts';
import { openStream, sendRaw, statusOf } from '../support/faults/raw-http.ts';
import { type Recovery, row } from '../support/faults/row.ts';
import { watchLoop } from '../support/faults/watch-loop.ts';
import { jpeg, pdf, png, svg } from '../support/media-files.ts';

/**
 * The faults that need no browser: each line is a fault and the time after which the service is as it should be. Those of
 * browser, page and display are the table of `tests/e2e/shell-faults.spec.ts`; those of large and many files, of
 * `faults-content.test.ts`.
 */

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);

const objects = () => join(folders.state, 'store/objects');

/** Hashes and paths of all media of the programme. */
async function media(app: RunningApp): Promise<{ hash: string; src: string; file: string }[]> {
  const { slides } = await app.programme();
  const sources = slides.flatMap((slide) => (slide.kind === 'image' ? [slide.src, slide.blur ?? ''] : []));
  return sources
    .filter((src) => src !== '')
    .map((src) => {
      const hash = src.split('/')[2] ?? '';
      return { hash, src, file: join(objects(), hash.slice(0, 2), hash.slice(2)) };
    });
}

/** Whether every medium of the programme is served with the bytes that its hash names; and there are `count` of them. */
async function isServed(app: RunningApp, count: number): Promise<boolean> {
  const all = await media(app);
  const right = await Promise.all(
    all.map(async ({ src, hash }) => {
      const answer = await app.get(src);
      const bytes = Buffer.from(await answer.arrayBuffer());
      return answer.status === 200 && createHash('sha256').update(bytes).digest('hex').slice(0, 32) === hash;
    }),
    // A file that is replaced while it is sent ends the answer.
  ).catch(() => [false]);
  return all.length === count && right.every(Boolean);
}

const served = (app: RunningApp, count: number) => async (): Promise<void> => {
  await eventually(() => isServed(app, count), Boolean, 60_000);
};

/** A service with three photos, all of them shown. */
async function withPhotos(): Promise<RunningApp> {
  for (const n of [1, 2, 3]) await folders.write(`Photo ${n}.jpg`, await jpeg({ width: 300 + n, height: 200 }));
  const app = await start();
  await eventually(() => isServed(app, 6), Boolean);
  return app;
}

const flip = async (file: string): Promise<void> => {
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 255;
  await writeFile(file, bytes);
};
const DAMAGES: readonly (readonly [name: string, damage: (file: string) => Promise<void>])[] = [
  ['flipped', flip],
  ['cut', (file) => truncate(file, 40)],
  ['emptied', (file) => truncate(file, 0)],
  [
    'replaced by a folder',
    async (file) => {
      await rm(file);
      await mkdir(file);
    },
  ],
];

describe('the disk', () => {
  for (const [name, path] of [
    ['state', '.'],
    ['store', 'store'],
  ] as const) {
    row(`the ${name} folder is deleted while the service runs`, 10_000, async () => {
      const app = await withPhotos();
      // The service writes there meanwhile.
      await rm(join(folders.state, path), { recursive: true, maxRetries: 10 });
      return { recovered: served(app, 6) };
    });
  }

  for (const [name, damage] of DAMAGES) {
    row(`objects of the store are ${name} while Préau is off`, 10_000, async () => {
      const app = await withPhotos();
      const all = await media(app);
      await app.close();
      for (const { file } of all) await damage(file);
      return { recovered: async () => served(await start(), 6)() };
    });
  }

  for (const [name, damage] of DAMAGES.slice(1)) {
    row(`objects of the store are ${name} while Préau runs`, 10_000, async () => {
      const app = await withPhotos();
      for (const { file } of await media(app)) await damage(file);
      return { recovered: served(app, 6) };
    });
  }

  row('an object of the store is flipped, and the photo is saved again', 10_000, async () => {
    const app = await withPhotos();
    for (const { file } of await media(app)) await flip(file);
    for (const n of [1, 2, 3]) await folders.write(`Photo ${n}.jpg`, await jpeg({ width: 300 + n, height: 200 }));
    return { recovered: served(app, 6) };
  });

  row('affichage.json is a folder', 1_000, async () => {
    await mkdir(join(folders.state, 'affichage.json/dedans'), { recursive: true });
    return {
      async recovered() {
        const giveBack = takeDisplay(folders.state);
        expect(giveBack).not.toBeNull();
        giveBack?.();
      },
    };
  });
});

/** How often the power is cut: 200 times with PREAU_CUTS=200, which takes minutes. */
const CUTS = Number(process.env.PREAU_CUTS ?? 3);

/** Mixed files: photos, drawings, texts, calendars, tables, half of them small; `count` of them are shown. */
async function writeMixed(count: number): Promise<void> {
  const photo = await jpeg({ width: 1_600, height: 1_200 });
  for (let n = 0; n < count; n += 1) {
    const sort = n % 5;
    // Each photo has bytes of its own after its end, and hence an object of its own.
    if (sort === 0) await folders.write(`Photo ${n}.jpg`, await jpeg({ width: 400 + n, height: 300 }));
    else if (sort === 1) await folders.write(`Grande ${n}.jpg`, photo);
    else if (sort === 2) await folders.write(`Mot ${n}.md`, `# Mot ${n}\n\nBonjour.\n`);
    else if (sort === 3) await folders.write(`Dessin ${n}.svg`, svg(`<rect width="${n}" height="9"/>`));
    else await folders.write(`Page ${n}.pdf`, pdf());
  }
}

/** The notes of files that were being read tell of another start of the machine, as they do after a power cut. */
async function startMachineAgain(): Promise<void> {
  const folder = join(folders.state, 'tries');
  for (const name of await readdir(folder).catch(() => [])) {
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace(/"boot":"[^"]*"/u, '"boot":"before"'));
  }
}

/** Every object of the store under the hash that its bytes have. */
async function damagedObjects(): Promise<string[]> {
  const names = await readdir(objects(), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const damaged = async (file: string) => {
    const name = file.slice(objects().length).replace(/\W/gu, '');
    const found = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return found.startsWith(name) ? [] : [file];
  };
  return (await Promise.all(files.map(damaged))).flat();
}

describe('the power', () => {
  row(
    `the power is cut ${CUTS} times at random while 200 mixed files are read`,
    60_000,
    async () => {
      await writeMixed(200);
      for (let cut = 0; cut < CUTS; cut += 1) {
        const service = startBuiltService(folders);
        // The instants lie closer together at the beginning, when the most is written.
        await pause(100 + Math.random() ** 2 * 6_000);
        await service.cut();
        await startMachineAgain();
        expect(await damagedObjects()).toEqual([]);
      }
      return {
        async recovered() {
          const app = await start();
          await eventually(
            async () => (await app.catalogue()).items.length,
            (items) => items === 200,
            60_000,
          );
          expect((await app.catalogue()).problems).toEqual([]);
          const all = await media(app);
          expect(await isServed(app, all.length)).toBe(true);
          expect(await damagedObjects()).toEqual([]);
        },
      };
    },
    60_000 + CUTS * 10_000,
  );

  row('the state folder has become read-only, and the service dies', 10_000, async () => {
    await folders.write('Affiche.png', await png());
    await folders.write('Mot.md', '# Un mot\n\nBonjour.\n');
    const first = await start();
    await shown(first, ['Affiche', 'Un mot'])();
    await first.close();
    await setWritable(join(folders.state, '..'), false);
    const service = startBuiltService(folders, process.getuid?.() === 0 ? NOBODY : undefined);
    return {
      async recovered() {
        const url = await service.url;
        const { slides } = (await (await fetch(new URL('api/programme', url ?? ''))).json()) as Programme;
        expect(slides.map(({ title }) => title).toSorted()).toEqual(['Affiche', 'Un mot']);
        for (const slide of slides) {
          if (slide.kind === 'image') expect((await fetch(new URL(slide.src, url ?? ''))).status).toBe(200);
        }
        await service.cut();
        await setWritable(join(folders.state, '..'), true);
      },
    };
  });
});

/** A user that owns nothing. */
const NOBODY = 65_534;

async function setWritable(folder: string, writable: boolean): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = [
    folder,
    ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name)),
  ];
  for (const path of paths) await chmod(path, writable ? 0o755 : 0o555);
}

/** Ways in which the JSON of a saved catalogue may be wrong. */
const SHAPES: readonly (readonly [name: string, spoil: (catalogue: SavedJson) => unknown])[] = [
  ['no plates', (saved) => spoilItems(saved, (item) => ({ ...item, kind: 'exhibition', plates: null }))],
  ['an unknown kind', (saved) => spoilItems(saved, (item) => ({ ...item, kind: 'hologramme' }))],
  [
    'an unknown zone',
    (saved) => ({ ...saved, site: { ...saved.site, place: { ...saved.site.place, zone: 'Lune/Mer' } } }),
  ],
  ['screens that are a number', (saved) => spoilItems(saved, (item) => ({ ...item, screens: 3 }))],
  ['days that do not exist', (saved) => spoilItems(saved, (item) => ({ ...item, when: IMPOSSIBLE }))],
  [
    'sizes that are texts',
    (saved) => spoilItems(saved, (item) => ({ ...item, pages: [{ hash: '../../..', width: 'a' }] })),
  ],
  ['no place', (saved) => ({ ...saved, site: {} })],
  ['no units', ({ units: _units, ...saved }) => saved],
  ['units that are null', (saved) => ({ ...saved, units: [null, ...saved.units, 7] })],
  ['another version', (saved) => ({ ...saved, format: 9_999 })],
  ['nothing', () => null],
];

const IMPOSSIBLE = {
  type: 'rule',
  ranges: [{ from: '2031-02-30', to: null }],
  weekdays: [],
  months: [],
  except: { ranges: [], weekdays: [] },
  hours: [],
  label: '',
};

interface SavedJson {
  readonly site: { readonly place: object };
  readonly units: readonly { readonly reading: { readonly items: readonly object[] } }[];
}

const spoilItems = (saved: SavedJson, spoil: (item: object) => object): object => ({
  ...saved,
  units: saved.units.map((unit) => ({ ...unit, reading: { ...unit.reading, items: unit.reading.items.map(spoil) } })),
});

/** Waits until no route fails and all that lies in the folder is shown. */
const shown = (app: RunningApp, titles: readonly string[]) => async (): Promise<void> => {
  const routes = ['', 'health', 'api/catalogue', 'api/programme', 'api/programme?at=2031-05-05', '_unknown'];
  await eventually(
    async () => {
      const statuses = await Promise.all(routes.map(async (route) => (await app.get(route)).status));
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      return (await app.programme()).slides.map(({ title }) => title);
    },
    (seen) => titles.every((title) => seen.includes(title)),
    30_000,
  );
};

describe('the saved catalogue', () => {
  for (const [name, spoil] of SHAPES) {
    row(`the saved catalogue has ${name}`, 10_000, async () => {
      await folders.write('preau.yml', 'lieu: Ici\n');
      await folders.write('Affiche.png', await png());
      await folders.write('Mot.md', '# Un mot\n\nBonjour.\n');
      const first = await start();
      await shown(first, ['Affiche', 'Un mot'])();
      await first.close();
      const [file = ''] = await readdir(join(folders.state, 'catalogues'));
      const path = join(folders.state, 'catalogues', file);
      await writeFile(path, JSON.stringify(spoil(JSON.parse(await readFile(path, 'utf8')) as SavedJson)));
      return { recovered: async () => shown(await start(), ['Affiche', 'Un mot'])() };
    });
  }

  row('the saved catalogue is half of itself', 10_000, async () => {
    await folders.write('Mot.md', '# Un mot\n\nBonjour.\n');
    const first = await start();
    await shown(first, ['Un mot'])();
    await first.close();
    const [file = ''] = await readdir(join(folders.state, 'catalogues'));
    await truncate(join(folders.state, 'catalogues', file), 100);
    return { recovered: async () => shown(await start(), ['Un mot'])() };
  });
});

describe('the clock', () => {
  const jumps = ['2031-03-11T10:00', '2031-03-11T08:00', '2032-03-11T09:00', '1970-01-01T00:00', '2031-03-11T17:00'];
  for (const to of jumps) {
    row(`the clock jumps to ${to.replace('T', ' at ')}`, 10_000, async (): Promise<Recovery> => {
      await folders.write('Mot.md', '# Un mot\n\nBonjour.\n');
      await folders.write(`${to.slice(0, 10)} Mot du jour.md`, '# Mot du jour\n\nBonjour.\n');
      const clock = testClock('2031-03-11T09:00');
      const app = await start(undefined, { clock });
      await shown(app, ['Un mot'])();
      const messages = await listen(app);
      clock.set(to);
      return {
        async recovered() {
          await eventually(
            async () => messages(),
            (text) => text.includes(`"day":"${to.slice(0, 10)}"`),
            30_000,
          );
          await shown(app, ['Un mot', 'Mot du jour'])();
        },
      };
    });
  }
});

/** All that the stream of the programme has said so far. */
async function listen(app: RunningApp): Promise<() => string> {
  const answer = await app.get('api/programme/stream', { accept: 'text/event-stream' });
  let text = '';
  void answer.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeTo(
      new WritableStream({
        write(chunk) {
          text += chunk;
        },
      }),
    )
    .catch(() => undefined);
  return () => text;
}

describe('the network', () => {
  row('10,000 quick changes of files', 10_000, async () => {
    await folders.write('Mot.md', '# Un mot\n\nBonjour.\n');
    const app = await start();
    const longestMs = watchLoop();
    const change = (n: number, file: number) =>
      (n + file) % 3 === 2
        ? folders.remove(`Essai ${file}.md`)
        : folders.write(`Essai ${file}.md`, `# Essai ${n}\n\nBonjour.\n`);
    for (let n = 0; n < 250; n += 1) await Promise.all(Array.from({ length: 40 }, (_, file) => change(n, file)));
    await folders.write('Dernier.md', '# Dernier mot\n\nBonjour.\n');
    return {
      async recovered() {
        await shown(app, ['Un mot', 'Dernier mot'])();
        expect(longestMs()).toBeLessThan(1_000);
      },
    };
  });

  row('200 screens that connect and leave at once, five times', 10_000, async () => {
    await folders.write('Mot.md', '# Un mot\n\nBonjour.\n');
    const app = await start();
    await shown(app, ['Un mot'])();
    for (let time = 0; time < 5; time += 1) {
      const streams = await Promise.all(Array.from({ length: 200 }, (_, n) => openStream(app.url, `écran ${n}`)));
      for (const stream of streams) stream.destroy();
    }
    const whileThere = await Promise.all(Array.from({ length: 200 }, (_, n) => openStream(app.url, `écran ${n}`)));
    await eventually(
      async () => (await app.health()).screens.filter(({ connected }) => connected).length,
      (connected) => connected === 200,
    );
    await folders.write('Deux.md', '# Deuxième mot\n\nBonjour.\n');
    await shown(app, ['Deuxième mot'])();
    for (const stream of whileThere) stream.destroy();
    return {
      async recovered() {
        await eventually(
          async () => (await app.health()).screens.length,
          (screens) => screens === 0,
        );
      },
    };
  });

  row(
    'forty screens that read nothing, or a byte a second, while the programme changes 300 times',
    10_000,
    async () => {
      const app = await start();
      const streams = await Promise.all(Array.from({ length: 40 }, () => openStream(app.url, '')));
      for (const stream of streams) stream.pause();
      const before = heapMb();
      for (let n = 0; n < 300; n += 1) {
        await folders.write('Long.md', `# Long ${n}\n\n${`Un mot de plus pour ce jour ${n}. `.repeat(900)}\n`);
        if (n % 10 === 0) await eventually(async () => (await app.programme()).slides[0]?.title ?? '', Boolean);
      }
      await folders.write('Dernier.md', '# Dernier mot\n\nBonjour.\n');
      return {
        async recovered() {
          await shown(app, ['Dernier mot'])();
          expect(heapMb() - before).toBeLessThan(100);
          for (const stream of streams) stream.destroy();
        },
      };
    },
  );

  row('giant, malformed and half requests', 10_000, async () => {
    await folders.write('Mot.md', '# Un mot\n\nBonjour.\n');
    const app = await start();
    const host = new URL(app.url).host;
    const post = (length: number | string, body = '') =>
      `POST /api/screens HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
    const requests = [
      'x'.repeat(100_000),
      `GET /${'a'.repeat(200_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'a'.repeat(200_000)}\r\n\r\n`,
      `GET / HTTP/1.1\r\n${Array.from({ length: 5_000 }, (_, n) => `X${n}: a\r\n`).join('')}\r\n`,
      `GET /% HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `\0\0\0\0`,
      new Uint8Array(5_000).map((_, n) => (n * 37) % 256),
      post(1e12, '{'),
      post(-1),
      post('beaucoup'),
      post(50_000, `{"screen":"${'a'.repeat(49_000)}"}`),
      post(2, '[['),
      post(8, '{"a":1}}'),
      `POST /api/screens HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nzz\r\n`,
      `DELETE /media/a/b HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      `GET /api/programme?at=${'9'.repeat(3_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      `GET /api/programme?screen=a&screen=b HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      `GET /media/${'0'.repeat(32)}/a HTTP/1.1\r\nHost: ${host}\r\nRange: bytes=${'0-1,'.repeat(5_000)}\r\n\r\n`,
    ];
    return {
      async recovered() {
        const answers = await Promise.all(requests.map((request) => sendRaw(app.url, request, 1_000)));
        for (const answer of answers)
          expect(statusOf(answer)).toSatisfy((status: number) => status === 0 || (status >= 400 && status < 500));
        await shown(app, ['Un mot'])();
      },
    };
  });

  row('hostile Host and Origin headers', 10_000, async () => {
    const app = await start();
    const { host } = new URL(app.url);
    const ask = (method: string, path: string, asked: string, origin?: string) =>
      sendRaw(
        app.url,
        `${method} ${path} HTTP/1.1\r\nHost: ${asked}\r\n${origin === undefined ? '' : `Origin: ${origin}\r\n`}Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
      );
    const hosts = [
      'attaquant.example',
      'localhost.attaquant.example',
      '127.0.0.1.attaquant.example',
      '',
      'a'.repeat(300),
      'localhost@attaquant.example',
      '[::1].attaquant.example',
    ];
    const origins = [
      undefined,
      'null',
      'http://attaquant.example',
      `https://${host}.attaquant.example`,
      'http://localhost:1',
      'file://',
      `http://${host}@attaquant.example`,
    ];
    return {
      async recovered() {
        for (const path of ['/', '/health', '/api/programme', '/api/programme/stream', '/api/catalogue']) {
          const answers = await Promise.all(hosts.map((asked) => ask('GET', path, asked)));
          expect(answers.map(statusOf).filter((status) => status !== 403 && status !== 400)).toEqual([]);
        }
        const answers = await Promise.all(origins.map((origin) => ask('POST', '/api/screens', host, origin)));
        expect(answers.map(statusOf)).toEqual(origins.map(() => 403));
        expect(answers.join().toLowerCase()).not.toContain('access-control-allow-origin');
      },
    };
  });

  row('another machine looks at a service with --host 0.0.0.0', 10_000, async () => {
    await folders.write('Affiche.png', await png());
    await folders.write('Conseil de discipline.docx', 'damaged');
    const app = await start(undefined, { host: '0.0.0.0' });
    await shown(app, ['Affiche'])();
    const { port } = new URL(app.url);
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const own = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
    const from = (path: string) => fetch(`http://${own?.address ?? '127.0.0.1'}:${port}/${path}`);
    return {
      async recovered() {
        if (own === undefined) return; // This machine has no network, and another one cannot look.
        const health = await (await from('health')).text();
        const told = [health, await (await from('api/programme')).text(), await (await from('')).text()].join();
        expect(told).not.toContain('Conseil');
        expect(told).not.toContain(folders.content);
        expect(told).toContain('Affiche');
        expect((await from('api/catalogue')).status).toBe(401);
        for (const path of ['contenu/Affiche.png', '_%C3%A9tat.html', 'etat', 'store', 'catalogues', '.env']) {
          expect([path, (await from(path)).status]).toEqual([path, 404]);
        }
        const headers = Object.fromEntries((await from('')).headers);
        expect(headers).not.toHaveProperty('server');
        expect(headers).not.toHaveProperty('x-powered-by');
      },
    };
  });

  row('paths that lead outside, in every encoding', 30_000, async () => {
    await folders.write('Affiche.png', await png());
    await writeFile(join(folders.content, '..', 'secret.txt'), 'SECRET');
    const app = await start();
    const { host } = new URL(app.url);
    const ups = [
      '..',
      '%2e%2e',
      '%2E.',
      '.%2e',
      '%252e%252e',
      '..%00',
      '%c0%ae%c0%ae',
      '..;',
      '.%00.',
      '%u002e%u002e',
      '....',
    ];
    const slashes = ['/', '%2f', '%5c', '\\', '%252f', '//', '%c0%af', '/./'];
    const targets = ['etc/passwd', 'secret.txt'];
    const roots = ['/', '/assets/', `/media/${'0'.repeat(32)}/`, '/media/', '/api/'];
    const paths = ups.flatMap((up) =>
      slashes.flatMap((slash) =>
        roots.flatMap((root) => targets.map((target) => `${root}${`${up}${slash}`.repeat(8)}${target}`)),
      ),
    );
    return {
      async recovered() {
        for (let n = 0; n < paths.length; n += 100) {
          const some = paths.slice(n, n + 100);
          const answers = await Promise.all(
            some.map((path) => sendRaw(app.url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)),
          );
          for (const [index, answer] of answers.entries()) {
            expect([some[index], statusOf(answer)]).toSatisfy(
              ([, status]) => Number(status) >= 400 && Number(status) < 500,
            );
            expect(answer).not.toMatch(/SECRET|root:|"name": "preau"/);
          }
        }
      },
    };
  });
});

const heapMb = (): number => process.memoryUsage().rss / 2 ** 20;
