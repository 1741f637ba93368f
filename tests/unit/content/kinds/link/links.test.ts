import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readLink } from '../../../../../main/content/kinds/link/read-link.ts';
import { readText } from '../../../../../main/content/kinds/text/read-text.ts';
import type { Reader, ReadTools } from '../../../../../main/content/reading/reading.ts';
import type { Unit } from '../../../../../main/content/scan/unit.ts';

/** What a reader makes of a file. The tools have nothing by which a page of the web could be asked for. */
async function read(reader: Reader<never>, path: string, bytes: Uint8Array | string) {
  const source = Buffer.from(bytes);
  const file = { path, absolute: '', size: source.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
  const unit: Unit = { kind: 'file', path, files: [file], alert: false, screens: null, signature: '' };
  const tools = {
    zone: 'Europe/Paris',
    bytes: async () => source,
    parse: async () => ({
      ok: true,
      blocks: [],
      warnings: [],
      release: null,
      notice: null,
      isUnreadRelease: false,
      namedDays: null,
    }),
    find: () => null,
    writtenOn: () => Temporal.PlainDate.from('2026-04-20'),
  };
  return reader(unit, tools as unknown as ReadTools<never>);
}

/** A binary property list with one string, its length written in four bits or in one or two bytes (Apple, CFBinaryPList.c). */
function propertyList(address: string): Buffer {
  const { length } = address;
  const mark =
    length < 15 ? [0x50 + length] : length < 256 ? [0x5f, 0x10, length] : [0x5f, 0x11, length >> 8, length & 255];
  const before = Buffer.from([...Buffer.from('bplist00'), 0xd1, 1, 2, 0x53, ...Buffer.from('URL'), ...mark]);
  return Buffer.concat([before, Buffer.from(address), Buffer.from([8, 11, 15, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0])]);
}

const ADDRESS = 'https://www.example.org/metiers?a=1&b=2';

describe('an address becomes a slide with its title and a code', () => {
  it.each([
    [
      'a shortcut of Windows',
      readLink,
      '[InternetShortcut]\r\nURL=https://www.example.org/metiers?a=1&b=2\r\nIconIndex=0\r\n',
      '.url',
    ],
    [
      'a link of macOS',
      readLink,
      '<?xml version="1.0"?><plist><dict><key>URL</key><string>https://www.example.org/metiers?a=1&amp;b=2</string></dict></plist>',
      '.webloc',
    ],
    ['a binary link of macOS', readLink, propertyList(ADDRESS), '.webloc'],
    ['a text', readText, `\n${ADDRESS}\n`, '.txt'],
    ['a text with angle brackets', readText, `<${ADDRESS}>`, '.md'],
  ] as const)('%s', async (_name, reader, bytes, ending) => {
    const { items, problems } = await read(reader, `12 mai - Nos métiers${ending}`, bytes);
    expect(problems).toEqual([]);
    expect(items).toMatchObject([
      { kind: 'text', title: 'Nos métiers', links: [{ label: 'example.org', url: ADDRESS }] },
    ]);
    expect(items[0]?.when).toMatchObject({ ranges: [{ from: '2026-05-12', to: '2026-05-12' }] });
  });

  it('of every length that a property list can write', async () => {
    for (const length of [9, 14, 15, 16, 255, 256, 1000]) {
      const address = `http://a.${'b'.repeat(length)}`.slice(0, length + 2);
      const { items } = await read(readLink, 'a.webloc', propertyList(address));
      expect(items).toMatchObject([{ links: [{ url: new URL(address).href }] }]);
    }
  });

  it('with the name that Markdown gives it, or the one of its header', async () => {
    expect((await read(readText, 'a.md', `[Le forum](${ADDRESS})`)).items).toMatchObject([{ title: 'Le forum' }]);
    const named = `---\ntitre: Le salon\n---\n${ADDRESS}\n`;
    expect((await read(readText, 'a.md', named)).items).toMatchObject([{ title: 'Le salon' }]);
  });

  it('a text with more than an address stays a text', async () => {
    const { items } = await read(readText, 'a.txt', `Notre site : ${ADDRESS}\n`);
    expect(items).toMatchObject([{ html: expect.stringContaining('Notre site') }]);
  });

  it.each([
    ['file:///C:/plan.pdf', 'link-none'],
    ['javascript:alert(1)', 'link-none'],
    ['https://lea:secret@example.org/', 'link-secret'],
    ['', 'link-none'],
  ])('never another address: %s', async (address, code) => {
    const { items, problems } = await read(readLink, 'a.url', `[InternetShortcut]\nURL=${address}\n`);
    expect(items).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'refused', code }]);
    expect(JSON.stringify(problems)).not.toContain('secret@');
  });

  it.each(['http://192.168.1.4/forum', 'https://intranet/', 'http://serveur.local/a', 'http://localhost:8080/'])(
    'that no telephone reaches is told: %s',
    async (address) => {
      const { items, problems } = await read(readLink, 'a.url', `[InternetShortcut]\nURL=${address}\n`);
      expect(items).toHaveLength(1);
      expect(problems).toMatchObject([{ severity: 'warning', code: 'link-inside' }]);
    },
  );
});
