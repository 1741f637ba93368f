import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPdf } from '../../../../main/content/kinds/pdf/read-pdf.ts';
import type { DocumentText } from '../../../../main/content/press-release/document-text.ts';
import type { ParseRefused } from '../../../../main/content/reading/parse-job.ts';
import type { ReadTools } from '../../../../main/content/reading/reading.ts';
import { createTextPool, type TextPool, type TextPoolOptions } from '../../../../main/content/reading/text-pool.ts';
import type { SourceFile } from '../../../../main/content/scan/listing.ts';
import type { Unit } from '../../../../main/content/scan/unit.ts';
import { quiet } from '../../../support/media-bench.ts';
import { makeTextPdf } from '../../../support/text-pdf.ts';

describe('the text pool', () => {
  let dir = '';
  const opened: TextPool[] = [];
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'texts-'));
  });
  afterEach(async () => {
    for (const pool of opened.splice(0)) await pool.close();
    await rm(dir, { recursive: true, force: true });
  });
  const open = (options: Partial<TextPoolOptions> = {}): TextPool => {
    const pool = createTextPool({ stateDir: dir, log: quiet, ...options });
    opened.push(pool);
    return pool;
  };
  /** A thread of the test's own: it writes down what it is given, then goes on as `body` says. */
  const entry = async (body: string): Promise<URL> => {
    const path = join(dir, `entry-${Math.random()}.mjs`);
    const lines = [
      "import { appendFileSync, existsSync } from 'node:fs';",
      `export async function parseFile({ absolute }) { appendFileSync(${JSON.stringify(join(dir, 'order'))}, absolute + ' ');`,
      `${body}\nreturn { ok: false, fault: { code: 'seen', message: '', advice: '' } }; }`,
    ];
    await writeFile(path, lines.join('\n'));
    return pathToFileURL(path);
  };
  const order = (): Promise<string> => readFile(join(dir, 'order'), 'utf8').catch(() => '');
  const until = (name: string): string =>
    `while (!existsSync(${JSON.stringify(join(dir, name))})) await new Promise((next) => setTimeout(next, 5));`;
  const file = (path: string): SourceFile => ({ path, absolute: path, size: 9, mtimeMs: 1, ctimeMs: 0, inode: 1 });
  const read = (pool: TextPool, path: string, priority = 1) =>
    pool.run(
      file(path),
      { absolute: path, ending: '.pdf', zone: 'Europe/Paris', reference: '2031-03-11', keepsContacts: false },
      priority,
    );
  /** A time limit, milliseconds, that a document which takes no time keeps: a thread is started within it, which takes long on a busy machine. */
  const limitHere = async (): Promise<number> => {
    const sinceMs = performance.now();
    await read(open({ worker: await entry('') }), 'mesure.pdf');
    return Math.max(1_500, Math.ceil(5 * (performance.now() - sinceMs)));
  };
  const notes = (): Promise<string[]> => readdir(join(dir, 'tries')).catch(() => []);

  it('a poster dropped while many documents wait is read next', async () => {
    const pool = open({ worker: await entry(until('go')) });
    const first = read(pool, 'ancien.pdf');
    await expect.poll(order).toBe('ancien.pdf ');
    const others = [read(pool, 'ancien2.pdf'), read(pool, 'ancien3.pdf'), read(pool, 'affiche.pdf', 9)];
    await writeFile(join(dir, 'go'), '');
    await Promise.all([first, ...others]);
    expect(await order()).toBe('ancien.pdf affiche.pdf ancien2.pdf ancien3.pdf ');
  });

  it('documents that wait in the queue when the service stops, three times, are still read at the next start', async () => {
    const worker = await entry(until('go'));
    for (let stop = 1; stop <= 3; stop += 1) {
      const pool = open({ worker });
      const all = ['a', 'b', 'c'].map((name) => read(pool, `${name}.pdf`));
      await expect.poll(order).toBe('a.pdf '.repeat(stop));
      expect(await notes()).toHaveLength(1);
      await pool.close();
      for (const answer of await Promise.all(all)) {
        expect(answer).toMatchObject({ fault: { code: 'stopped', retry: true }, unread: true });
      }
      expect(await notes()).toEqual([]);
    }
    await writeFile(join(dir, 'go'), '');
    const pool = open({ worker });
    for (const name of ['a', 'b', 'c'])
      expect(await read(pool, `${name}.pdf`)).toMatchObject({ fault: { code: 'seen' } });
  });

  it('the time that a document waits does not count towards the time limit of its reading', async () => {
    const limitMs = await limitHere();
    const slow = await entry('await new Promise((next) => setTimeout(next, 200));');
    const pool = open({ worker: slow, limitMs });
    const many = Array.from({ length: 2 + limitMs / 200 }, (_, index) => read(pool, `${index}.pdf`));
    const answers = await Promise.all(many);
    for (const answer of answers) expect(answer).toMatchObject({ fault: { code: 'seen' } });
  });

  it('a document that takes too long three times is put aside, and the others are read', async () => {
    const worker = await entry("if (absolute === 'piège.pdf') await new Promise(() => undefined);");
    const pool = open({ worker, limitMs: await limitHere() });
    for (let time = 0; time < 3; time += 1) {
      const [trap, other] = await Promise.all([read(pool, 'piège.pdf'), read(pool, 'bon.pdf')]);
      expect(trap).toMatchObject({ fault: { code: 'too-slow', retry: true }, unread: true });
      expect(other).toMatchObject({ fault: { code: 'seen' } });
    }
    const last = await read(pool, 'piège.pdf');
    expect(last).toMatchObject({ fault: { code: 'file-deadly', retry: false }, unread: true });
  });

  it('a file that was removed before its turn is not taken for a file that crashes', async () => {
    const pool = open();
    for (let time = 0; time < 4; time += 1) {
      expect(await read(pool, join(dir, 'parti.pdf'))).toMatchObject({ fault: { code: 'file-gone', retry: true } });
    }
    expect(await notes()).toEqual([]);
  });

  it('a press release whose text could not be read never shows its pages, which have its press contact', async () => {
    const release = join(dir, 'communique.pdf');
    await writeFile(release, makeTextPdf([{ text: 'Contact presse : 06 12 34 56 78' }]));
    const { size, mtimeMs } = await stat(release);
    const source: SourceFile = { path: 'communique.pdf', absolute: release, size, mtimeMs, ctimeMs: 0, inode: 1 };
    const unit: Unit = { kind: 'file', path: source.path, files: [source], alert: false, screens: null, signature: '' };
    const pool = open({
      worker: await entry("setTimeout(() => { throw new Error('native'); }); await new Promise(() => undefined);"),
    });
    const prepared: string[] = [];
    const tools: ReadTools<DocumentText> = {
      zone: 'Europe/Paris',
      bytes: () => readFile(release),
      parse: async ({ absolute }) =>
        (await pool.run(
          source,
          { absolute, ending: '.pdf', zone: 'Europe/Paris', reference: '2031-03-11', keepsContacts: false },
          1,
        )) as ParseRefused,
      prepare: async ({ path }) => {
        prepared.push(path);
        return { ok: true, kind: 'pages', media: [], of: 1, fit: 'contain', warnings: [] };
      },
      find: () => null,
      writtenOn: () => Temporal.PlainDate.from('2031-03-11'),
    };
    const readings = [];
    for (let time = 0; time < 4; time += 1) readings.push(await readPdf(unit, tools));
    expect(readings.map(({ items, retry }) => ({ items, retry }))).toEqual([
      { items: [], retry: true },
      { items: [], retry: true },
      { items: [], retry: true },
      { items: [], retry: false },
    ]);
    expect(readings[3]?.problems).toMatchObject([{ severity: 'refused', code: 'file-deadly' }]);
    expect(prepared).toEqual([]);
  });
});
