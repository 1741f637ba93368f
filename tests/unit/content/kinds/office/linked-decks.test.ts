import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../../../../main/content/kinds/office/office.ts';
import { readPdfText } from '../../../../../main/content/kinds/pdf/pdf-text.ts';
import { officeOf } from '../../../../support/installed-office.ts';
import * as files from '../../../../support/media-files.ts';
import { makeOle } from '../../../../support/ole.ts';
import { sharedCase } from '../../../../support/shared-cases.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEDIA = 'http://schemas.microsoft.com/office/2007/relationships/media';

/** A deck whose first slide has one more relation, to something outside, and one more shape that uses it. */
function linkingDeck(type: string, target: string, shape = '', rels = 'ppt/slides/_rels/s0.xml.rels'): Buffer {
  const parts = unzipSync(files.pptx(['Portes ouvertes']));
  const before = parts[rels] === undefined ? '<Relationships></Relationships>' : strFromU8(parts[rels]);
  const relation = `<Relationship Id="rX" Type="${type}" Target="${target}" TargetMode="External"/>`;
  const slide = strFromU8(parts['ppt/slides/s0.xml'] ?? new Uint8Array());
  return files.zip({
    ...parts,
    [rels]: strToU8(before.replace('</Relationships>', `${relation}</Relationships>`)),
    'ppt/slides/s0.xml': strToU8(slide.replace('</p:spTree>', `${shape}</p:spTree>`)),
  });
}

const frame = '<a:xfrm><a:off x="600000" y="3000000"/><a:ext cx="3000000" cy="2000000"/></a:xfrm>';
const film = (media: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="9" name="f"/><p:cNvPicPr/><p:nvPr>${media}</p:nvPr></p:nvPicPr><p:blipFill/><p:spPr>${frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
const linkedTable = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="t"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${frame.replaceAll('a:xfrm', 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><p:oleObj name="Worksheet" r:id="rX" progId="Excel.Sheet.12"><p:link updateAutomatic="1"/></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>`;

const picture = (blip: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="9" name="p"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>${blip}</p:blipFill><p:spPr>${frame}</p:spPr></p:pic>`;

const LINKED: [string, (target: string) => Buffer][] = [
  ['a sound', (target) => linkingDeck(`${OFFICE}/audio`, target, film('<a:audioFile r:link="rX"/>'))],
  ['an online film', (target) => linkingDeck(`${OFFICE}/video`, target, film('<a:videoFile r:link="rX"/>'))],
  ['a film of PowerPoint 2010', (target) => linkingDeck(MEDIA, target)],
  [
    'the table behind a chart',
    (target) => linkingDeck(`${OFFICE}/oleObject`, target, '', 'ppt/charts/_rels/chart1.xml.rels'),
  ],
  ['a table that is linked', (target) => linkingDeck(`${OFFICE}/oleObject`, target, linkedTable)],
  [
    'a picture of which it has a copy',
    (target) => linkingDeck(`${OFFICE}/image`, target, picture('<a:blip r:embed="rId1" r:link="rX"/>')),
  ],
  ['a picture that PowerPoint itself has lost', () => linkingDeck(`${OFFICE}/image`, 'NULL')],
  ['a web page', (target) => linkingDeck(`${OFFICE}/hyperlink`, target)],
];

describe('a deck that is linked to something outside', () => {
  let dir = '';
  let office: Office | null = null;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'linked-'));
  });
  afterEach(async () => {
    await office?.close();
    await rm(dir, { recursive: true, force: true });
  });
  const drop = async (name: string, bytes: Uint8Array): Promise<string> => {
    await writeFile(join(dir, name), bytes);
    return join(dir, name);
  };
  /** A program in the place of LibreOffice that keeps what it is given. */
  const keeper = async (): Promise<string> => {
    const path = join(dir, 'soffice');
    await writeFile(path, `#!/bin/sh\nfor last; do :; done\ncp "$last" ${dir}/given; exit 1\n`);
    await chmod(path, 0o755);
    return path;
  };

  it.each(LINKED)('is given to LibreOffice without the link, and otherwise as it is: %s', async (_name, make) => {
    const deck = make('https://exemple.fr/a?b=1&amp;c=2');
    office = openOffice(join(dir, 'office'), await keeper());
    expect(await office.toPdf(await drop('a.pptx', deck))).toMatchObject({ code: 'office-failed' });
    const given = unzipSync(await readFile(join(dir, 'given')));
    const whole = unzipSync(deck);
    expect(Object.keys(given)).toEqual(Object.keys(whole));
    for (const [name, part] of Object.entries(given)) {
      const text = strFromU8(part);
      expect(text).not.toMatch(/External|exemple\.fr/u);
      const before = strFromU8(whole[name] ?? new Uint8Array());
      expect(text).toBe(before.replace(/<Relationship [^>]*TargetMode="External"\/>/u, ''));
    }
    expect(await readFile(join(dir, 'a.pptx'))).toEqual(deck);
  });

  it.each([
    ['a picture', linkingDeck(`${OFFICE}/image`, 'https://exemple.fr/a.png')],
    [
      'a picture that is linked and nothing else',
      linkingDeck(`${OFFICE}/image`, 'https://exemple.fr/a.png', picture('<a:blip r:link="rX"/>')),
    ],
    ['a template', linkingDeck(`${OFFICE}/slideMaster`, 'file:///c:/a.potx')],
    [
      'a relation that is not written as PowerPoint does',
      linkingDeck(`${OFFICE}/audio`, 'a" TargetMode="External">x</Relationship><Relationship a="'),
    ],
  ])('is refused where its pages need it: %s', async (_name, deck) => {
    office = openOffice(join(dir, 'office'), await keeper());
    expect(await office.toPdf(await drop('a.pptx', deck))).toMatchObject({ code: 'office-links' });
  });

  it('becomes its slides, and nobody is asked for anything', { timeout: 300_000 }, async (context) => {
    await officeOf(context, '.pptx');
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      office = openOffice(join(dir, 'office'));
      for (const [name, make] of LINKED) {
        const converted = await office.toPdf(await drop('a.pptx', make(`http://127.0.0.1:${port}/a`)));
        if ('code' in converted) throw new Error(`${name}: ${converted.message}`);
        const told = /sound|film/.test(name) ? ['office-media'] : [];
        expect([name, converted.warnings.map(({ code }) => code)]).toEqual([name, told]);
        const text = await readPdfText(await readFile(converted.pdf));
        expect([name, text.ok && text.pages[0]?.runs.map((run) => run.text).join(' ')]).toEqual([
          name,
          'Portes ouvertes',
        ]);
        await converted.discard();
      }
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });

  const cases = [
    'D009-son-lie.pptx',
    'D010-video-en-ligne.pptx',
    'D012-tika-testPPT_charts.pptx',
    'D013-poi-bug54570.pptx',
  ];
  it.for(cases)('of the shared cases becomes its slides: %s', { timeout: 120_000 }, async (name, context) => {
    await officeOf(context, '.pptx');
    const deck = await sharedCase(context, 'media', name);
    office = openOffice(join(dir, 'office'));
    const converted = await office.toPdf(await drop('a.pptx', deck));
    expect('code' in converted ? converted.code : 'shown').toBe('shown');
  });
});

describe('a deck or an old document under a password', () => {
  it.each([
    ['a.pptx', makeOle({ EncryptionInfo: new Uint8Array(8), EncryptedPackage: new Uint8Array(64) })],
    ['a.ppt', makeOle({ 'PowerPoint Document': new Uint8Array(8), EncryptedSummary: new Uint8Array(8) })],
    // The flag fEncrypted of [MS-DOC] 2.5.2.
    ['a.doc', makeOle({ WordDocument: Buffer.from('eca5c1000000000000000001', 'hex') })],
    [
      'a.odp',
      files.zip({
        mimetype: strToU8('application/vnd.oasis.opendocument.presentation'),
        'META-INF/manifest.xml': strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
        'content.xml': strToU8('no XML'),
      }),
    ],
  ])('says so: %s', async (name, bytes) => {
    const dir = await mkdtemp(join(tmpdir(), 'locked-'));
    const office = openOffice(join(dir, 'office'), 'no such program');
    await writeFile(join(dir, name), bytes);
    expect(await office.toPdf(join(dir, name))).toMatchObject({
      code: 'document-locked',
      message: 'Ce document est protégé par un mot de passe.',
    });
    await office.close();
    await rm(dir, { recursive: true, force: true });
  });
});

describe('an old text of Word with words that were deleted', () => {
  /** A text whose properties stand behind 5,000 bytes of its tables, and say in their eighth byte what is seen. */
  const oldText = (table: '0Table' | '1Table', view: number): Buffer => {
    const text = Buffer.alloc(0x200);
    text.writeUInt16LE(0xa5ec, 0);
    text.writeUInt16LE(table === '1Table' ? 0x0200 : 0, 10);
    text.writeUInt32LE(5_000, 0x192);
    text.writeUInt32LE(500, 0x196);
    const tables = Buffer.alloc(6_000, 0x11);
    tables[5_007] = view;
    return makeOle({ WordDocument: text, [table]: tables });
  };
  it.each(['0Table', '1Table'] as const)(
    'is given to LibreOffice without them (%s), and stays as it is',
    async (table) => {
      const dir = await mkdtemp(join(tmpdir(), 'deleted-'));
      const program = join(dir, 'soffice');
      await writeFile(program, `#!/bin/sh\nfor last; do :; done\ncp "$last" ${dir}/given; exit 1\n`);
      await chmod(program, 0o755);
      const office = openOffice(join(dir, 'office'), program);
      const path = join(dir, 'a.doc');
      await writeFile(path, oldText(table, 0xff));
      expect(await office.toPdf(path)).toMatchObject({ code: 'office-failed' });
      expect(await readFile(join(dir, 'given'))).toEqual(oldText(table, 0xe7));
      expect(await readFile(path)).toEqual(oldText(table, 0xff));
      await office.close();
      await rm(dir, { recursive: true, force: true });
    },
  );
});
