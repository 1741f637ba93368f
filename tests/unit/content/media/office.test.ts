import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findOffice, openOffice } from '../../../../main/content/media/office.ts';
import { createWorkshop } from '../../../../main/content/media/workshop.ts';
import { type MediaBench, openMediaBench, quiet, shown } from '../../../support/media-bench.ts';
import * as files from '../../../support/media-files.ts';
import { skipBecause } from '../../../support/skip-because.ts';

const installed = await findOffice();

/** True while a process of this id lives (a zombie does not). */
const lives = async (pid: number): Promise<boolean> => {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/\) [ZX] /.test(status);
};

describe('decks and old documents go through LibreOffice', () => {
  let dir = '';
  let bench: MediaBench;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'office-'));
    bench = await openMediaBench();
  });
  afterEach(async () => {
    await bench.close();
    await rm(dir, { recursive: true, force: true });
  });
  /** A program that stands for LibreOffice: called with `--outdir FOLDER SOURCE` last. */
  const script = async (body: string): Promise<string> => {
    const path = join(dir, 'soffice');
    await writeFile(path, `#!/bin/sh\nfor last; do :; done\nout=$(dirname "$last")\n${body}\n`);
    await chmod(path, 0o755);
    return path;
  };

  it('one at a time, away from the content folder, and leaves nothing behind', async () => {
    await writeFile(join(dir, 'page.pdf'), files.pdf({ pages: 3, size: { width: 400, height: 225 } }));
    const log = join(dir, 'log.txt');
    const program = await script(
      `echo begin >> ${log}; sleep 0.05; cp ${dir}/page.pdf "$out/document.pdf"; echo end >> ${log}`,
    );
    const workshop = bench.open({ office: openOffice(join(dir, 'office'), program) });
    const decks = [await bench.drop('a.pptx', files.pptx()), await bench.drop('b.odp', files.pptx())];
    const prepared = await Promise.all(decks.map((deck) => workshop.prepare(deck, { longSide: 400 }, 1)));
    for (const each of prepared) expect(shown(each)).toMatchObject({ kind: 'pages', of: 3, fit: 'contain' });
    expect(prepared[0]).toMatchObject({ media: [{ width: 400, name: 'a-p1.webp' }, {}, {}] });
    expect(await readFile(log, 'utf8')).toBe('begin\nend\nbegin\nend\n');
    expect((await readdir(bench.dir)).sort()).toEqual(['a.pptx', 'b.odp', 'state', 'store']);
    expect(await readdir(join(dir, 'office'))).toEqual([]);
  });

  it('one that hangs is ended with all it started', async () => {
    const pids = join(dir, 'pids');
    const program = await script(`sleep 300 & echo $! $$ > ${pids}; wait`);
    const office = openOffice(join(dir, 'office'), program, 300);
    const deck = await bench.drop('a.pptx', files.pptx());
    expect(await office.toPdf(deck.absolute)).toMatchObject({ code: 'too-slow' });
    for (const pid of (await readFile(pids, 'utf8')).trim().split(' ')) {
      await expect.poll(() => lives(Number(pid))).toBe(false);
    }
    await office.close();
  });

  it('stopping ends the one that runs', async () => {
    const office = openOffice(join(dir, 'office'), await script('exec sleep 300'));
    const deck = await bench.drop('a.pptx', files.pptx());
    const [running, waiting] = [office.toPdf(deck.absolute), office.toPdf(deck.absolute)];
    await expect.poll(async () => (await readdir(join(dir, 'office')).catch(() => [])).length).toBeGreaterThan(0);
    await office.close();
    expect([await running, await waiting]).toMatchObject([{ code: 'stopped' }, { code: 'stopped' }]);
  });

  it('what is no document, is cut, or explodes, never reaches it', async () => {
    const ran = join(dir, 'ran');
    const office = openOffice(join(dir, 'office'), await script(`touch ${ran}; exit 1`));
    const judged: [string, Buffer, string][] = [
      ['bombe.pptx', files.hostile.bombDeck(), 'archive-bomb'],
      ['coupé.odp', files.pptx().subarray(0, -30), 'file-truncated'],
      ['texte.ppt', Buffer.from('ceci est un texte, non un diaporama'), 'wrong-content'],
      ['vide.doc', Buffer.alloc(0), 'file-empty'],
      ['page.doc', files.pdf(), 'wrong-extension'],
    ];
    for (const [name, content, code] of judged) {
      const { absolute } = await bench.drop(name, content);
      expect(await office.toPdf(absolute), name).toMatchObject({ code });
    }
    expect(await readdir(dir)).not.toContain('ran');
    const { absolute } = await bench.drop('diapos.pptx', files.pptx());
    expect(await office.toPdf(absolute)).toMatchObject({ code: 'office-failed' });
  });

  it('a real deck becomes its slides', { timeout: 120_000 }, async (context) => {
    if (installed === null) skipBecause(context, 'LibreOffice is not installed');
    const workshop = createWorkshop({ store: bench.store, stateDir: join(dir, 'state'), log: quiet });
    const deck = await bench.drop('Journée.pptx', files.pptx(['Portes ouvertes', 'Mardi 5 mai']));
    const prepared = shown(await workshop.prepare(deck, { longSide: 1920 }, 1));
    expect(prepared).toMatchObject({ kind: 'pages', of: 2, media: [{ width: 1920, height: 1080 }, {}] });
    await workshop.close();
  });
});
