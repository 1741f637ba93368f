import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareFile } from '../../../../main/content/preparation/prepare-file.ts';
import { StoreError } from '../../../../main/content/store/store.ts';
import { startMachineNoise } from '../../../support/machine-noise.ts';
import { type MediaBench, openMediaBench, shown } from '../../../support/media-bench.ts';
import * as files from '../../../support/media-files.ts';

describe('the media preparer', () => {
  let bench: MediaBench;
  beforeEach(async () => {
    bench = await openMediaBench();
  });
  afterEach(() => bench.close());

  /** A thread entry of the test's own, where what matters is not the picture. */
  const entry = async (body: string): Promise<URL> => {
    const path = join(bench.dir, `entry-${Math.random()}.mjs`);
    await writeFile(
      path,
      `import { appendFileSync, existsSync } from 'node:fs';\nexport async function step(job) {\n${body}\n}\n`,
    );
    return pathToFileURL(path);
  };
  const REFUSE = (code: string): string =>
    `return { done: true, prepared: { ok: false, fault: { code: '${code}', message: '', advice: '', retry: false } } };`;
  const WAIT = (path: string): string =>
    `while (!existsSync(${JSON.stringify(path)})) await new Promise((next) => setTimeout(next, 5));`;
  const fakeFile = (path: string, mtimeMs = 1) => ({ absolute: join(bench.dir, path), path, size: 1, mtimeMs });
  const readText = (path: string): Promise<string> => readFile(path, 'utf8');
  const crashNotes = (): Promise<string[]> => readdir(join(bench.dir, 'state', 'tries')).catch(() => []);

  it('reads the file with the highest priority first, and equals in the order in which they came', async () => {
    const log = join(bench.dir, 'order.txt');
    const go = join(bench.dir, 'go');
    const body = `${WAIT(go)} appendFileSync(${JSON.stringify(log)}, job.file.path + ' ');`;
    const mediaPreparer = bench.open({ worker: await entry(`${body}${REFUSE('seen')}`) });
    const all = [
      ['première', 1],
      ['vieille', 1],
      ['aussi', 1],
      ['affiche', 9],
    ] as const;
    const answers: Promise<unknown>[] = [];
    for (const [index, [name, priority]] of all.entries()) {
      answers.push(mediaPreparer.prepare(fakeFile(`${name}.jpg`), { longSide: 9 }, priority));
      // Each file looks for its crash note before it queues: the next file comes once this one is in the queue.
      await expect.poll(() => mediaPreparer.facts().waiting).toBe(index);
      await expect.poll(() => mediaPreparer.facts().running.length).toBe(1);
    }
    await writeFile(go, '');
    await Promise.all(answers);
    expect(await readText(log)).toBe('première.jpg affiche.jpg vieille.jpg aussi.jpg ');
  });

  it('a poster dropped while a long document is read does not wait for its last page', async () => {
    const log = join(bench.dir, 'order.txt');
    const go = join(bench.dir, 'go');
    const note = `appendFileSync(${JSON.stringify(log)}, job.file.path + job.firstPage + ' ');`;
    const page =
      "return { done: false, media: [{ hash: '0'.repeat(32), name: 'p', width: 1, height: 1 }], of: 3, nextPage: job.firstPage + 1, warnings: [] };";
    const body = `if (job.firstPage === 0) { ${WAIT(go)} } ${note} if (job.file.path === 'affiche.jpg') { ${REFUSE('seen')} } ${page}`;
    const mediaPreparer = bench.open({ worker: await entry(body) });
    const deck = mediaPreparer.prepare(fakeFile('livret.pdf'), { longSide: 9 }, 1);
    await expect.poll(() => mediaPreparer.facts().running).toEqual(['livret.pdf']);
    const poster = mediaPreparer.prepare(fakeFile('affiche.jpg'), { longSide: 9 }, 2);
    await expect.poll(() => mediaPreparer.facts().waiting).toBe(1);
    await writeFile(go, '');
    await poster;
    expect(shown(await deck)).toMatchObject({ kind: 'pages', of: 3, media: { length: 3 } });
    expect(await readText(log)).toBe('livret.pdf0 affiche.jpg0 livret.pdf1 livret.pdf2 ');
  });

  it('all pages of a new document come before an older file that waits', async () => {
    const log = join(bench.dir, 'order.txt');
    const go = join(bench.dir, 'go');
    const page =
      "return { done: false, media: [{ hash: '0'.repeat(32), name: 'p', width: 1, height: 1 }], of: 3, nextPage: job.firstPage + 1, warnings: [] };";
    const body = `if (job.firstPage === 0) { ${WAIT(go)} } appendFileSync(${JSON.stringify(log)}, job.file.path + job.firstPage + ' '); if (job.file.path === 'ancienne.jpg') { ${REFUSE('seen')} } ${page}`;
    const mediaPreparer = bench.open({ worker: await entry(body) });
    const deck = mediaPreparer.prepare(fakeFile('livret.pdf'), { longSide: 9 }, 2);
    await expect.poll(() => mediaPreparer.facts().running).toEqual(['livret.pdf']);
    const older = mediaPreparer.prepare(fakeFile('ancienne.jpg'), { longSide: 9 }, 1);
    await expect.poll(() => mediaPreparer.facts().waiting).toBe(1);
    await writeFile(go, '');
    await Promise.all([deck, older]);
    expect(await readText(log)).toBe('livret.pdf0 livret.pdf1 livret.pdf2 ancienne.jpg0 ');
  });

  it('a file that ends a thread three times is not read again, and the other files are read', async () => {
    const log = join(bench.dir, 'order.txt');
    const body = `appendFileSync(${JSON.stringify(log)}, job.file.path + ' '); if (job.file.path === 'piège.jpg') { setTimeout(() => { throw new Error('native'); }); await new Promise(() => undefined); }`;
    const mediaPreparer = bench.open({ worker: await entry(`${body}${REFUSE('seen')}`), threads: 2 });
    const trap = mediaPreparer.prepare(fakeFile('piège.jpg'), { longSide: 9 }, 9);
    const others = ['a', 'b', 'c', 'd'].map((name) =>
      mediaPreparer.prepare(fakeFile(`${name}.jpg`), { longSide: 9 }, 1),
    );
    for (const other of others) expect(await other).toMatchObject({ fault: { code: 'seen' } });
    expect(await trap).toMatchObject({ fault: { code: 'file-deadly', retry: false } });
    expect((await readText(log)).split('piège.jpg')).toHaveLength(4);
    expect(await crashNotes()).toHaveLength(1);
  });

  it('a file that ends the service three times is not read at the next start; when it has been saved again, it is read', async () => {
    const file = await bench.drop('piège.jpg', await files.jpeg());
    const worker = await entry("process.kill(process.pid, 'SIGKILL'); await new Promise(() => undefined);");
    const built = new URL('../../../../build/modules/content/', import.meta.url).href;
    const script = join(bench.dir, 'service.mjs');
    await writeFile(
      script,
      `import { openStore } from '${built}store/store.js';\nimport { createMediaPreparer } from '${built}preparation/media-preparer.js';
const store = await openStore(${JSON.stringify(bench.store.dir)});
const mediaPreparer = createMediaPreparer({ store, stateDir: ${JSON.stringify(join(bench.dir, 'state'))}, log: { warn() {} }, office: null, worker: new URL('${worker.href}') });
const prepared = await mediaPreparer.prepare(${JSON.stringify(file)}, { longSide: 800 }, 1);
await mediaPreparer.close();
process.stdout.write(prepared.ok ? 'shown' : prepared.fault.code);`,
    );
    const run = (): Promise<string> =>
      new Promise((resolve) => {
        execFile(process.execPath, [script], (error, stdout) => resolve(error?.signal ?? stdout));
      });
    const ends: string[] = [];
    for (let start = 0; start < 4; start += 1) ends.push(await run());
    expect(ends).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', 'file-deadly']);
    await utimes(file.absolute, 5, 5);
    const saved = { ...file, mtimeMs: 5000 };
    expect(await bench.mediaPreparer.prepare(saved, { longSide: 800 }, 1)).toMatchObject({ ok: true });
  });

  it('a file that was being read when the service was stopped on purpose is not taken for a file that crashes', async () => {
    const mediaPreparer = bench.open({ worker: await entry('await new Promise(() => undefined);') });
    const running = mediaPreparer.prepare(fakeFile('film.jpg'), { longSide: 9 }, 1);
    await expect.poll(async () => (await crashNotes()).length).toBe(1);
    const waiting = mediaPreparer.prepare(fakeFile('autre.jpg'), { longSide: 9 }, 1);
    await mediaPreparer.close();
    expect(await waiting).toMatchObject({ fault: { code: 'stopped', retry: true } });
    expect(await running).toMatchObject({ fault: { code: 'stopped', retry: true } });
    expect(await crashNotes()).toEqual([]);
  });

  it('nor is a document between two of its pages', async () => {
    const go = join(bench.dir, 'go');
    const page =
      "return { done: false, media: [{ hash: '0'.repeat(32), name: 'p', width: 1, height: 1 }], of: 3, nextPage: job.firstPage + 1, warnings: [] };";
    const mediaPreparer = bench.open({
      worker: await entry(
        `if (job.file.path === 'affiche.jpg') await new Promise(() => undefined); ${WAIT(go)} ${page}`,
      ),
    });
    const deck = mediaPreparer.prepare(fakeFile('livret.pdf'), { longSide: 9 }, 1);
    await expect.poll(() => mediaPreparer.facts().running).toEqual(['livret.pdf']);
    const poster = mediaPreparer.prepare(fakeFile('affiche.jpg'), { longSide: 9 }, 2);
    await expect.poll(() => mediaPreparer.facts().waiting).toBe(1);
    await writeFile(go, '');
    await expect.poll(() => mediaPreparer.facts()).toEqual({ waiting: 1, running: ['affiche.jpg'] });
    await mediaPreparer.close();
    expect([await deck, await poster]).toMatchObject([{ fault: { code: 'stopped' } }, { fault: { code: 'stopped' } }]);
    expect(await crashNotes()).toEqual([]);
  });

  it('documents that are dropped one after the other find the same decoder, and at rest a new one takes its place', async () => {
    const log = join(bench.dir, 'threads.txt');
    const note = `const { threadId } = await import('node:worker_threads'); appendFileSync(${JSON.stringify(log)}, threadId + ' ');`;
    const worker = await entry(`${note}${REFUSE('seen')}`);
    const threads = async (): Promise<string[]> => (await readText(log)).trim().split(' ');
    const busy = bench.open({ worker, restMs: 3_600_000 });
    await busy.prepare(fakeFile('un.pdf'), { longSide: 9 }, 1);
    await busy.prepare(fakeFile('deux.pdf'), { longSide: 9 }, 1);
    expect(new Set(await threads()).size).toBe(1);
    const resting = bench.open({ worker, restMs: 1 });
    await expect
      .poll(async () => {
        await resting.prepare(fakeFile('un.pdf'), { longSide: 9 }, 1);
        return new Set(await threads()).size;
      })
      .toBeGreaterThan(2);
  });

  it('two requests for the same file read it once', async () => {
    const log = join(bench.dir, 'order.txt');
    const mediaPreparer = bench.open({
      worker: await entry(`appendFileSync(${JSON.stringify(log)}, 'x');${REFUSE('seen')}`),
    });
    const file = fakeFile('photo.jpg');
    await Promise.all([1, 2, 3].map((priority) => mediaPreparer.prepare(file, { longSide: 9 }, priority)));
    expect(await readText(log)).toBe('x');
  });

  it('a full disk is a problem of each file, which is read again later', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const store = { ...bench.store, put: () => Promise.reject(new StoreError(full)) };
    for (const [name, content] of [
      ['photo.jpg', await files.jpeg()],
      ['a.pdf', files.pdf()],
      ['film.mp4', await files.committed('film-h264.mp4')],
    ] as const) {
      const file = await bench.drop(name, content);
      const step = await prepareFile(
        { file, longSide: 800, storeDir: bench.store.dir, quietMs: 0, firstPage: 0 },
        store,
      );
      expect(step, name).toMatchObject({ prepared: { fault: { code: 'store-full', retry: true } } });
    }
  });

  it('the event loop of the service never stalls for 200 ms while files are prepared', async () => {
    const photo = await files.jpeg({ width: 2400, height: 1800 });
    const noise = await startMachineNoise();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const work = [
      bench.prepare('photo.jpg', photo),
      bench.prepare('iphone.heic', await files.committed('iphone.heic')),
      bench.prepare('livret.pdf', files.pdf({ pages: 6 })),
      bench.prepare('film.mp4', await files.committed('film-h264.mp4')),
      bench.prepare('énorme.png', await files.hostile.hugePng()),
    ];
    await Promise.all(work);
    delay.disable();
    // Stalls that other processes of the machine cause are measured apart, and allowed for.
    expect(delay.max / 1e6).toBeLessThan(200 + 3 * (await noise.stop()));
  });

  it('a bitmap that ends in black is shown once it has not changed for ten minutes', async () => {
    const black = await files.bmp();
    black.fill(0, black.length / 2);
    const file = await bench.drop('nuit.bmp', black);
    expect(await bench.mediaPreparer.prepare(file, { longSide: 800 }, 1)).toMatchObject({
      fault: { code: 'file-zeros' },
    });
    const later = bench.open({ now: () => Date.now() + 601_000 });
    expect(await later.prepare(file, { longSide: 800 }, 1)).toMatchObject({ ok: true });
  });

  it('a file that was changed or removed after it was listed is read again later', async () => {
    const file = await bench.drop('photo.jpg', await files.jpeg());
    await utimes(file.absolute, 1, 1);
    expect(await bench.mediaPreparer.prepare(file, { longSide: 800 }, 1)).toMatchObject({
      fault: { code: 'file-changing', retry: true },
    });
    await rm(file.absolute);
    expect(await bench.mediaPreparer.prepare(file, { longSide: 801 }, 1)).toMatchObject({
      fault: { code: 'file-gone', retry: true },
    });
    await mkdir(file.absolute);
    expect(await bench.mediaPreparer.prepare(file, { longSide: 802 }, 1)).toMatchObject({ ok: false });
  });

  it('no file is prepared again after a restart, unless the store has lost the result or the note is damaged', async () => {
    const file = await bench.drop('photo.jpg', await files.jpeg());
    const first = shown(await bench.mediaPreparer.prepare(file, { longSide: 800 }, 1));
    await bench.mediaPreparer.close();
    const notes = join(bench.dir, 'state', 'prepared');
    const again = (worker?: URL) => bench.open(worker ? { worker } : {}).prepare(file, { longSide: 800 }, 1);
    const nobody = await entry("throw new Error('prepared again');");
    expect(await again(nobody)).toEqual(first);
    for (const note of await readdir(notes)) await writeFile(join(notes, note), '{"ok":true,"media":[');
    expect(await again()).toEqual(first);
    await rm(bench.store.pathOf(first.media[0]?.hash ?? ''));
    expect(await again()).toEqual(first);
    expect(await bench.store.has(first.media[0]?.hash ?? '')).toBe(true);
  });
});
