import { execFile, spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice } from '../../../../../main/content/kinds/office/office.ts';
import { createMediaPreparer } from '../../../../../main/content/preparation/media-preparer.ts';
import { mayPass } from '../../../../../main/content/scan/settle.ts';
import { officeOf } from '../../../../support/installed-office.ts';
import { type MediaBench, openMediaBench, quiet, shown } from '../../../../support/media-bench.ts';
import * as files from '../../../../support/media-files.ts';
import { pagesOf } from '../../../../support/odd-pdfs.ts';
import { makeOle } from '../../../../support/ole.ts';
import { makeTextPdf } from '../../../../support/text-pdf.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const openDocument = (kind: 'presentation' | 'text', body: string): Buffer => {
  const spaces = Object.entries({ office: 'office', text: 'text', draw: 'drawing', svg: 'svg-compatible' })
    .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  return files.zip({
    mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.${kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content ${spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
  });
};
const frame = (href: string): string =>
  `<draw:frame text:anchor-type="paragraph" svg:width="9cm" svg:height="6cm"><draw:image xlink:href="${href}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>`;
/** A deck of one picture, linked by `href`. */
const linkingDeck = (href: string, more = ''): Buffer =>
  openDocument('presentation', `<draw:page>${frame(href)}${more}</draw:page>`);
const linkingText = (href: string): Buffer => openDocument('text', `<text:p>${frame(href)}bonjour</text:p>`);
/** A deck with one more relation. */
const withRelation = (attributes: string): Buffer => {
  const parts = unzipSync(files.pptx());
  const name = 'ppt/slides/_rels/s0.xml.rels';
  const rels = strFromU8(parts[name] ?? new Uint8Array());
  const more = `<Relationship Id="x" Target="https://exemple.fr/a.png" ${attributes}/></Relationships>`;
  return files.zip({ ...parts, [name]: strToU8(rels.replace('</Relationships>', more)) });
};

/** Whether a process with this number is alive; a zombie is not. */
const isAlive = async (pid: number): Promise<boolean> => {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/\) [ZX] /.test(status);
};

describe('decks and old documents that LibreOffice converts', () => {
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
  /** A program in the place of LibreOffice. Its last arguments are `--outdir FOLDER SOURCE`. */
  const script = async (body: string): Promise<string> => {
    const path = join(dir, 'soffice');
    await writeFile(path, `#!/bin/sh\nfor last; do :; done\nout=$(dirname "$last")\n${body}\n`);
    await chmod(path, 0o755);
    return path;
  };

  it('are converted one at a time, outside the content folder, and leave no file behind', async () => {
    await writeFile(join(dir, 'page.pdf'), files.pdf({ pages: 3, size: { width: 400, height: 225 } }));
    const log = join(dir, 'log.txt');
    const program = await script(
      `echo begin >> ${log}; sleep 0.05; cp ${dir}/page.pdf "$out/document.pdf"; echo end >> ${log}`,
    );
    const mediaPreparer = bench.open({ office: openOffice(join(dir, 'office'), program) });
    const decks = [await bench.drop('a.pptx', files.pptx()), await bench.drop('b.odp', files.pptx())];
    const prepared = await Promise.all(decks.map((deck) => mediaPreparer.prepare(deck, { longSide: 400 }, 1)));
    for (const each of prepared) expect(shown(each)).toMatchObject({ kind: 'pages', of: 3, fit: 'contain' });
    expect(prepared[0]).toMatchObject({ media: [{ width: 400, name: 'a-p1.jpg' }, {}, {}] });
    expect(await readFile(log, 'utf8')).toBe('begin\nend\nbegin\nend\n');
    expect((await readdir(bench.dir)).sort()).toEqual(['a.pptx', 'b.odp', 'state', 'store']);
    expect(await readdir(join(dir, 'office'))).toEqual(['profile']);
  });

  it('what their pages say is read, since the deck itself is not', async () => {
    await writeFile(
      join(dir, 'page.pdf'),
      makeTextPdf([{ text: 'Fête samedi 9 mai' }, { text: 'Mme Untel, 06 00 00 00 05' }]),
    );
    const office = openOffice(join(dir, 'office'), await script(`cp ${dir}/page.pdf "$out/document.pdf"`));
    const mediaPreparer = bench.open({ office });
    const prepared = await mediaPreparer.prepare(await bench.drop('a.pptx', files.pptx()), { longSide: 400 }, 1);
    const words = { lines: ['Fête samedi 9 mai', 'Mme Untel, 06 00 00 00 05'], reachesPerson: true };
    expect(shown(prepared)).toMatchObject({ words });
    const again = bench.open({ office });
    expect(await again.prepare(await bench.drop('a.pptx', files.pptx()), { longSide: 400 }, 1)).toMatchObject({
      words,
    });
  });

  it('a LibreOffice that hangs is killed with all processes that it started', async () => {
    const pids = join(dir, 'pids');
    const program = await script(`sleep 300 & echo $! $$ > ${pids}; wait`);
    const office = openOffice(join(dir, 'office'), program, 300);
    const deck = await bench.drop('a.pptx', files.pptx());
    expect(await office.toPdf(deck.absolute)).toMatchObject({ code: 'too-slow' });
    for (const pid of (await readFile(pids, 'utf8')).trim().split(' ')) {
      await expect.poll(() => isAlive(Number(pid))).toBe(false);
    }
    await office.close();
  });

  it('stopping the service kills the LibreOffice that runs', async () => {
    const office = openOffice(join(dir, 'office'), await script('exec sleep 300'));
    const deck = await bench.drop('a.pptx', files.pptx());
    const [running, waiting] = [office.toPdf(deck.absolute), office.toPdf(deck.absolute)];
    await expect.poll(async () => (await readdir(join(dir, 'office')).catch(() => [])).length).toBeGreaterThan(0);
    await office.close();
    expect([await running, await waiting]).toMatchObject([{ code: 'stopped' }, { code: 'stopped' }]);
  });

  it('files of other formats, unfinished copies, bombs and links to outside never reach LibreOffice', async () => {
    const ran = join(dir, 'ran');
    const office = openOffice(join(dir, 'office'), await script(`touch ${ran}; exit 1`));
    const judged: [string, Buffer, string][] = [
      ['bombe.pptx', files.hostile.bombDeck(), 'archive-bomb'],
      ['coupé.odp', files.pptx().subarray(0, -30), 'file-truncated'],
      ['texte.ppt', Buffer.from('ceci est un texte, non un diaporama'), 'wrong-content'],
      ['vide.doc', Buffer.alloc(0), 'file-empty'],
      ['page.doc', files.pdf(), 'wrong-extension'],
      ['photo.pptx', await files.jpeg(), 'wrong-extension'],
      ['réseau.odp', linkingDeck('http://127.0.0.1/a.png'), 'office-links'],
      ['disque.odp', linkingDeck('file:///etc/a.png'), 'office-links'],
      ['voisin.odp', linkingDeck('../../a.png'), 'office-links'],
      ['ruse.odp', linkingDeck('&#x66;ile:///etc/a.png'), 'office-links'],
      ['autre ruse.odp', linkingDeck('%2e%2e/a.png'), 'office-links'],
      ['suivi.rtf', Buffer.from('{\\rtf1\\ansi Le {\\deleted lundi}mardi}'), 'office-deletions'],
      ['suivi.doc', Buffer.from('{\\rtf1\\ansi Le {\\deleted lundi}mardi}'), 'office-deletions'],
      ['à la ligne.rtf', Buffer.from('{\\rtf1\r\n{\\fonttbl}Le {\\deleted lundi}mardi}'), 'office-deletions'],
      ['espacé.rtf', Buffer.from('{\\rtf \\ansi Le {\\deleted lundi}mardi}'), 'office-deletions'],
      ['groupe.rtf', Buffer.from('{\\rtf1{\\fonttbl}Le {\\deleted lundi}mardi}'), 'office-deletions'],
      ['coupé.rtf', Buffer.from('{\\rtf1\\ansi Le {\\b lundi'), 'file-truncated'],
      ['texte.ppsx', Buffer.from('{\\rtf1\\ansi Rendez-vous lundi}'), 'wrong-extension'],
      ['lié.pptx', withRelation(`Type="${OFFICE}/image" TargetMode="External"`), 'office-links'],
    ];
    for (const [name, content, code] of judged) {
      const { absolute } = await bench.drop(name, content);
      expect(await office.toPdf(absolute), name).toMatchObject({ code });
    }
    expect(await readdir(dir)).not.toContain('ran');
    const { absolute } = await bench.drop('diapos.pptx', files.pptx());
    expect(await office.toPdf(absolute)).toMatchObject({ code: 'office-failed' });
    expect(await readdir(dir)).toContain('ran');
  });

  it('a link that needs a click, or words that look like a link, are no reason to refuse a deck', async () => {
    const office = openOffice(join(dir, 'office'), await script('exit 1'));
    const harmless: [string, Buffer][] = [
      ['lien.pptx', withRelation(`Type="${OFFICE}/hyperlink" TargetMode="External"`)],
      ['dedans.odp', linkingDeck('Pictures/a.png')],
      ['lien.odp', linkingDeck('Pictures/a.png', '<text:a xlink:href="https://exemple.fr/">ici</text:a>')],
      ['mots.odp', linkingDeck('Pictures/a.png', '<text:p>d’après href="https://exemple.fr/"</text:p>')],
    ];
    for (const [name, content] of harmless) {
      const { absolute } = await bench.drop(name, content);
      expect(await office.toPdf(absolute), name).toMatchObject({ code: 'office-failed' });
    }
  });

  it('folders that a killed service left are removed at the next start, and the LibreOffice that still runs is killed', async () => {
    const office = join(dir, 'office');
    const dead = spawnSync('true').pid;
    const left = join(office, `job-${dead}-abc`);
    const foreign = join(office, `job-${process.ppid}-abc`);
    await mkdir(left, { recursive: true });
    await mkdir(foreign);
    const orphan = spawn('sh', ['-c', 'sleep 300; exit', 'soffice', '--outdir', left], { stdio: 'ignore' });
    const neighbour = spawn('sh', ['-c', 'sleep 300; exit', 'soffice', '--outdir', foreign], { stdio: 'ignore' });
    try {
      await openOffice(office, 'soffice').close();
      expect(await readdir(office)).toEqual([`job-${process.ppid}-abc`]);
      await expect.poll(() => orphan.signalCode).toBe('SIGKILL');
      expect(neighbour.signalCode).toBeNull();
    } finally {
      for (const child of [orphan, neighbour]) child.kill('SIGKILL');
    }
  });

  it.each([
    ['diapos.pptx', files.pptx(), ['writer', 'calc'], 'Impress'],
    ['lettre.doc', makeOle({ WordDocument: Buffer.alloc(4096) }), ['calc', 'impress'], 'Writer'],
    ['notes.xls', makeOle({ Workbook: Buffer.alloc(4096) }), ['impress', 'writer'], 'Calc'],
  ])(
    '%s is not given to a LibreOffice that lacks what opens it, until that is installed',
    async (name, bytes, has, missing) => {
      const registry = join(dir, 'share/registry');
      await mkdir(registry, { recursive: true });
      await mkdir(join(dir, 'program'));
      for (const part of ['main', ...has]) await writeFile(join(registry, `${part}.xcd`), '');
      await writeFile(join(dir, 'page.pdf'), files.pdf());
      const program = join(dir, 'program/soffice');
      await rename(await script(`cp ${dir}/page.pdf "$out/document.pdf"`), program);
      const office = openOffice(join(dir, 'office'), program);
      const file = await bench.drop(name, bytes);
      const refused = await office.toPdf(file.absolute);
      if (!('code' in refused)) throw new Error('it was given');
      expect(`${refused.message} ${refused.advice}`).toContain(missing.toLowerCase());
      expect(refused.message).toContain(`il manque ${missing} à LibreOffice`);
      expect(mayPass({ problems: [{ file: name, severity: 'refused', ...refused }] })).toBe(true);
      await writeFile(join(registry, `${missing.toLowerCase()}.xcd`), '');
      expect(await office.toPdf(file.absolute)).toMatchObject({ warnings: [] });
      await office.close();
    },
  );

  it('an old binary document gets no picture from the network', { timeout: 120_000 }, async (context) => {
    const program = await officeOf(context, '.doc');
    const asked: string[] = [];
    const picture = await files.png();
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      // LibreOffice itself writes the trap, as a person would who links a picture instead of inserting it.
      await writeFile(join(dir, 'piège.odt'), linkingText(`http://127.0.0.1:${port}/trap.png`));
      const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'author')).href}`;
      const args = [profile, '--headless', '--convert-to', 'doc', '--outdir', dir, join(dir, 'piège.odt')];
      await promisify(execFile)(program, args);
      expect(asked, 'the trap works').toContain('/trap.png');
      asked.length = 0;
      const office = openOffice(join(dir, 'office'));
      const converted = await office.toPdf(join(dir, 'piège.doc'));
      if ('code' in converted) throw new Error(converted.message);
      await converted.discard();
      await office.close();
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('a text in RTF, also under the name of Word, becomes its pages', { timeout: 120_000 }, async (context) => {
    const office = openOffice(join(dir, 'office'), await officeOf(context, '.doc'));
    const mediaPreparer = bench.open({ office });
    const rtf = Buffer.from("{\\rtf1\\ansi\\ansicpg1252 R\\'e9union salle 12 {\\v en secret}\\deleted0\\par}\r\n\0");
    for (const name of ['note.rtf', 'note.doc']) {
      const prepared = shown(await mediaPreparer.prepare(await bench.drop(name, rtf), { longSide: 400 }, 1));
      expect(prepared).toMatchObject({ kind: 'pages', of: 1, words: { lines: ['Réunion salle 12'] } });
    }
  });

  it.for(['.ppsx', '.ppsm'])('a slide show %s becomes its slides', { timeout: 120_000 }, async (ending, context) => {
    const mediaPreparer = bench.open({ office: openOffice(join(dir, 'office'), await officeOf(context, '.pptx')) });
    const deck = await bench.drop(`Fête${ending}`, files.pptx(['Portes ouvertes']));
    const prepared = shown(await mediaPreparer.prepare(deck, { longSide: 400 }, 1));
    expect(prepared).toMatchObject({ kind: 'pages', of: 1, words: { lines: ['Portes ouvertes'] } });
  });

  const slide = (inside: string): Buffer => {
    const parts = unzipSync(files.pptx());
    const page = strFromU8(parts['ppt/slides/s0.xml'] ?? new Uint8Array()).replace('<a:r>', `${inside}<a:r>`);
    return files.zip({ ...parts, 'ppt/slides/s0.xml': strToU8(page) });
  };
  const DATE_FIELD = '<a:fld id="{1}" type="datetime1"><a:t>4/5</a:t></a:fld>';
  const onMaster = (inside: string): Buffer => {
    const parts = unzipSync(files.pptx());
    const master = strFromU8(parts['ppt/slideMasters/m.xml'] ?? new Uint8Array());
    const shape = `<p:sp>${inside}</p:sp></p:spTree>`;
    return files.zip({ ...parts, 'ppt/slideMasters/m.xml': strToU8(master.replace('</p:spTree>', shape)) });
  };
  /** An old document whose one stream has these bytes, between others. */
  const old = (stream: string, hex: string): Buffer => {
    const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
    return makeOle({ [stream]: Buffer.concat([Buffer.alloc(1500, 7), bytes, Buffer.alloc(2600, 7)]) });
  };
  const hexOf = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
  const rtf = (inside: string): Buffer => Buffer.from(`{\\rtf1\\ansi Le ${inside}, portes ouvertes}`);
  const TODAY: readonly [file: string, bytes: Buffer, codes: readonly string[]][] = [
    ['a.pptx', slide('<a:fld id="{1}" type="datetime4"><a:t>4 mai 2021</a:t></a:fld>'), ['office-today']],
    ['b.pptx', slide('<a:fld id="{1}" type="slidenum"><a:t>4</a:t></a:fld>'), []],
    ['a.odp', openDocument('presentation', '<text:p><text:date>4/5/2021</text:date></text:p>'), ['office-today']],
    ['b.odp', openDocument('presentation', '<text:p><text:date text:fixed="true">4/5</text:date></text:p>'), []],
    ['a.rtf', rtf('{\\field{\\*\\fldinst {\\rtlch DATE \\\\@ "d"}}{\\fldrslt 4}}'), ['office-today']],
    ['b.rtf', rtf('\\chdate'), ['office-today']],
    ['c.rtf', rtf('{\\field{\\*\\fldinst PAGE}{\\fldrslt 4}} DATE'), []],
    ['c.pptx', onMaster(DATE_FIELD), ['office-today']],
    ['d.pptx', onMaster(`<p:ph type="dt"/>${DATE_FIELD}`), []],
    ['a.ppt', old('PowerPoint Document', '0000f70f08000000'), ['office-today']],
    ['b.ppt', old('PowerPoint Document', '0000151084000000'), ['office-today']],
    ['c.ppt', old('PowerPoint Document', '3f00d90f0c000000 0000da0f04000000 0d002300'), ['office-today']],
    ['d.ppt', old('PowerPoint Document', '3f00d90f0c000000 0000da0f04000000 0d002500'), []],
    ['e.ppt', old('PowerPoint Document', '4f00d90f0c000000 0000da0f04000000 0d002300 0000f80f04000000'), []],
    ['a.xls', old('Workbook', '0600 1900 19010000 41dd00'), ['office-today']],
    ['b.xls', old('Workbook', '0600 1900 19010000 4401000000 414a00 03'), ['office-today']],
    ['c.xls', old('Workbook', '0600 1900 4401000000 1e0100 03'), []],
    ['d.xls', old('Workbook', `1400 0a00 0700 00${hexOf('&CLe &D')}`), ['office-today']],
    ['e.xls', old('Workbook', `1400 0a00 0700 00${hexOf('&CPage &P')} 0a00 0700 00${hexOf('R&D')}`), []],
    ['a.doc', old('WordDocument', `13${hexOf(' MERGEFIELD Nom ')}14${hexOf('«Nom»')}15`), ['office-letter']],
    ['b.doc', old('WordDocument', `13${hexOf(' MERGEFIELD Nom ')}14${hexOf('Camille')}15`), []],
    ['d.rtf', rtf("{\\field{\\*\\fldinst MERGEFIELD Nom}{\\fldrslt {\\b \\'abNom\\'bb}}}"), ['office-letter']],
  ];
  it.each(TODAY)('%s: a date that is that of the day on which it is drawn is told', async (name, bytes, codes) => {
    await writeFile(join(dir, 'page.pdf'), files.pdf());
    const office = openOffice(join(dir, 'office'), await script(`cp ${dir}/page.pdf "$out/document.pdf"`));
    const made = await office.toPdf((await bench.drop(name, bytes)).absolute);
    if ('code' in made) throw new Error(made.message);
    expect(made.warnings.map(({ code }) => code)).toEqual(codes);
    await office.close();
  });

  it('a deck whose slides are all hidden is refused for that; one of which some are is not', async () => {
    await writeFile(join(dir, 'page.pdf'), files.pdf());
    const office = openOffice(join(dir, 'office'), await script(`cp ${dir}/page.pdf "$out/document.pdf"`));
    const refusedAs = async (name: string, bytes: Buffer): Promise<string | undefined> => {
      const made = await office.toPdf((await bench.drop(name, bytes)).absolute);
      return 'code' in made ? made.code : undefined;
    };
    const hide = (deck: Buffer, slides: readonly number[]): Buffer => {
      const parts = unzipSync(deck);
      for (const n of slides) {
        const page = strFromU8(parts[`ppt/slides/s${n}.xml`] ?? new Uint8Array());
        parts[`ppt/slides/s${n}.xml`] = strToU8(page.replace('<p:sld ', '<p:sld show="0" '));
      }
      return files.zip(parts);
    };
    const two = files.pptx(['Un', 'Deux']);
    expect(await refusedAs('a.pptx', hide(two, [0, 1]))).toBe('office-hidden');
    expect(await refusedAs('b.pptx', hide(two, [0]))).toBeUndefined();
    const pages = (...styles: string[]): Buffer => {
      const parts = unzipSync(openDocument('presentation', ''));
      const hidden =
        '<style:style style:name="d2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
      const drawn = styles.map((style) => `<draw:page draw:name="p" draw:style-name="${style}"/>`).join('');
      const content = `<office:document-content><style:style style:name="d1"/>${hidden}${drawn}</office:document-content>`;
      return files.zip({ ...parts, 'content.xml': strToU8(content) });
    };
    expect(await refusedAs('a.odp', pages('d2', 'd2'))).toBe('office-hidden');
    expect(await refusedAs('b.odp', pages('d2', 'd1'))).toBeUndefined();
    await office.close();
  });

  it('a date that is left to the machine is written as in France', { timeout: 120_000 }, async (context) => {
    const mediaPreparer = bench.open({ office: openOffice(join(dir, 'office'), await officeOf(context, '.doc')) });
    const file = await bench.drop('a.rtf', rtf('{\\field{\\*\\fldinst DATE}{\\fldrslt 1}}'));
    const { words } = shown(await mediaPreparer.prepare(file, { longSide: 400 }, 1));
    expect(words?.lines[0]).toMatch(/^Le (?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])\/\d{2,4},/u);
  });

  it('a deck whose pages are blank is refused for that, and not for the film in it', async () => {
    await writeFile(join(dir, 'page.pdf'), pagesOf(['']));
    const office = openOffice(join(dir, 'office'), await script(`cp ${dir}/page.pdf "$out/document.pdf"`));
    const deck = withRelation(
      'Type="http://schemas.microsoft.com/office/2007/relationships/media" TargetMode="External"',
    );
    const prepared = await bench.open({ office }).prepare(await bench.drop('a.pptx', deck), { longSide: 400 }, 1);
    expect(prepared).toMatchObject({ fault: { code: 'document-blank' } });
  });

  it('a real deck becomes its slides', { timeout: 120_000 }, async (context) => {
    await officeOf(context, '.pptx');
    const mediaPreparer = createMediaPreparer({ store: bench.store, stateDir: join(dir, 'state'), log: quiet });
    const deck = await bench.drop('Journée.pptx', files.pptx(['Portes ouvertes', 'Mardi 5 mai']));
    const prepared = shown(await mediaPreparer.prepare(deck, { longSide: 1920 }, 1));
    expect(prepared).toMatchObject({ kind: 'pages', of: 2, media: [{ width: 1920, height: 1080 }, {}] });
    await mediaPreparer.close();
  });
});
