import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../main/content/documents/table.ts';
import { decodeText } from '../../../../main/content/kinds/text/decode-text.ts';
import { renderMarkdown } from '../../../../main/content/kinds/text/markdown.ts';
import { frenchTypography } from '../../../../main/lib/typography.ts';
import { computedMs } from '../../../support/computed.ts';
import { jpeg, pptx } from '../../../support/media-files.ts';
import { makeDocx, makeOdt, paragraph } from '../../../support/office.ts';
import { readDocument } from '../../../support/read-document.ts';
import { makeTextPdf } from '../../../support/text-pdf.ts';

const textOf = (answer: ReturnType<typeof decodeText>): string => (answer.ok ? answer.text : answer.fault.code);

async function blocks(extension: string, bytes: Uint8Array | string): Promise<string[]> {
  const document = await readDocument(extension, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  if (!document.ok) return [document.fault.code];
  return document.blocks.map(({ kind, level, text, bold }) => `${kind}${level || ''}${bold ? '!' : ''} ${text}`);
}

describe('the character references of a text', () => {
  it.each([
    ['&Eacute;cole', 'École'],
    ['&eacute;cole', 'école'],
    ['&OElig;uvres &amp; c&oelig;ur', 'Œuvres & cœur'],
    ['&#201;cole, l&#146;&#xE9;t&eacute;', 'École, l’été'],
    ['&frac12; tarif &rarr; 5&nbsp;&euro;', '½ tarif → 5 €'],
    ['&amp;Eacute;cole', '&Eacute;cole'],
    ['a&#0;b&#31;c', 'a b c'],
    ['R&D; &inconnu; ?a=1&copy=2', 'R&D; &inconnu; ?a=1&copy=2'],
  ])('%s is %s', async (written, read) => {
    expect(await blocks('txt', written)).toEqual([`paragraph ${read}`]);
  });
});

describe('the letters of a text', () => {
  it('are the same in every encoding', () => {
    const text = 'Fête à l’œil\nNoël\n';
    expect(textOf(decodeText(Buffer.from(text)))).toBe(text);
    expect(textOf(decodeText(Buffer.from(`\ufeff${text}`)))).toBe(text);
    expect(textOf(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')))).toBe(text);
    expect(textOf(decodeText(Buffer.from(text.replace('’œ', "'o"), 'utf16le')))).toBe(text.replace('’œ', "'o"));
    expect(textOf(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()))).toBe(text);
    expect(textOf(decodeText(Uint8Array.from([0x46, 0xea, 0x74, 0x65, 0x92, 0x9c])))).toBe('Fête’œ');
    expect(textOf(decodeText(Uint8Array.from([0x63, 0x61, 0x66, 0xe9])))).toBe('café');
    expect(textOf(decodeText(Buffer.from('é\r\nà')))).toBe('é\nà');
  });

  it('are UTF-8 even where the file is cut within the last one', () => {
    const bytes = Buffer.from('Fête à l’école');
    for (let end = 3; end < bytes.length; end++)
      expect('Fête à l’école'.startsWith(textOf(decodeText(bytes.subarray(0, end))))).toBe(true);
  });

  it('of a binary file are refused', () => {
    expect(textOf(decodeText(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')))).toBe('text-binary');
    expect(textOf(decodeText(new Uint8Array(5000)))).toBe('text-binary');
  });
});

describe('the blocks of a document', () => {
  it('are those of Markdown, with its marks and tags cleaned', async () => {
    const text =
      '# Un **titre**\n\nEn 2<sup>de</sup>, *vite* [ici](https://example.org).\n\n- a\n- b\n\n> cité\n\n| A | B |\n|---|---|\n| c | d |\n\n**Gras**\n';
    expect(await blocks('md', text)).toEqual([
      'heading1 Un titre',
      'paragraph En 2de, vite ici.',
      'list-item a',
      'list-item b',
      'quote cité',
      'table-row A | B',
      'table-row c | d',
      'paragraph! Gras',
    ]);
  });

  const paragraphs = [
    paragraph('Titre', { level: 2 }),
    paragraph('Deux & < trois', { bold: true }),
    paragraph('un', { item: true }),
    { runs: [{ text: 'En 2' }, { text: 'de', raised: true }, { text: '.' }] },
  ];
  const expected = ['heading2 Titre', 'paragraph! Deux & ‹ trois', 'list-item un', 'paragraph En 2de.'];

  it('are those of .docx', async () => {
    expect(await blocks('docx', makeDocx(paragraphs))).toEqual(expected);
  });

  it('are those of .odt', async () => {
    expect(await blocks('odt', makeOdt(paragraphs))).toEqual(expected);
  });

  it('are those of .pdf, by their size', async () => {
    const pdf = makeTextPdf([
      { text: 'Grand', size: 20 },
      { text: 'Moyen', size: 14 },
      { text: 'Du texte, long assez pour être le corps de la page.' },
      { text: 'Gras', bold: true },
    ]);
    expect(await blocks('pdf', pdf)).toEqual([
      'heading1 Grand',
      'heading2 Moyen',
      'paragraph Du texte, long assez pour être le corps de la page.',
      'paragraph! Gras',
    ]);
  });

  it('of two columns in a PDF come one column after the other', async () => {
    const { runsToBlocks } = await import('../../../../main/content/kinds/pdf/pdf-blocks.ts');
    const line = (text: string, x: number, y: number) => ({ text, x, y, x2: x + 180, size: 10 });
    const runs = [0, 1, 2, 3].flatMap((row) => [
      line(`Gauche ${row}.`, 50, 200 + row * 40),
      line(`Droite ${row}.`, 320, 200 + row * 40),
    ]);
    const page = {
      width: 595,
      height: 842,
      runs: [{ text: 'Un titre sur toute la largeur', x: 50, y: 120, x2: 500, size: 10 }, ...runs],
    };
    expect(linesOf(runsToBlocks([page])).map((block) => block.text)).toEqual([
      'Un titre sur toute la largeur',
      ...['Gauche', 'Droite'].flatMap((side) => [0, 1, 2, 3].map((row) => `${side} ${row}.`)),
    ]);
  });
});

describe('a document that is not what it seems', () => {
  it('a .docx with macros, remote pictures and links is read as text, and nothing is fetched', async () => {
    const remote =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>';
    const bytes = makeDocx([paragraph('Texte')], {
      'word/vbaProject.bin': new Uint8Array(1000),
      'word/_rels/document.xml.rels': remote,
    });
    expect(await blocks('docx', bytes)).toEqual(['paragraph Texte']);
  });

  it('a bomb is refused before it is inflated', async () => {
    const bomb = new Uint8Array(26 * 1024 * 1024);
    for (const [kind, bytes] of [
      ['docx', makeDocx([], { 'word/document.xml': bomb })],
      ['odt', makeOdt([], { 'content.xml': bomb })],
    ] as const) {
      const before = computedMs();
      expect(await blocks(kind, bytes)).toEqual(['document-bomb']);
      expect(computedMs() - before).toBeLessThan(200);
    }
  });

  it('a bomb whose directory lies about its size is inflated no further than it declares', async () => {
    const bytes = makeOdt([], { 'content.xml': new Uint8Array(8 * 1024 * 1024) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
        view.setUint32(at + 24, 1000, true);
    }
    expect(await blocks('odt', bytes)).toEqual(['document-damaged']);
  });

  it('an entity bomb is refused', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>';
    expect(await blocks('odt', makeOdt([], { 'content.xml': doctype }))).toEqual(['document-damaged']);
    expect(await blocks('docx', makeDocx([], { 'word/document.xml': doctype }))).toEqual(['document-damaged']);
  });

  it('that names a document type, as OpenOffice.org 2 does, is read', async () => {
    const type = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">';
    const named = { 'META-INF/manifest.xml': `<?xml version="1.0"?>\n${type}\n<manifest:manifest/>` };
    expect(await blocks('odt', makeOdt([paragraph('Portes ouvertes')], named))).toEqual(
      await blocks('odt', makeOdt([paragraph('Portes ouvertes')])),
    );
    const own = { 'META-INF/manifest.xml': '<!DOCTYPE m [<!ELEMENT m ANY>]><m/>' };
    expect(await blocks('odt', makeOdt([paragraph('Portes ouvertes')], own))).toEqual(['document-damaged']);
  });

  it('with a password, empty, or of another kind has its own sentence', async () => {
    expect(await blocks('docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(['document-locked']);
    expect(await blocks('odt', makeOdt([], { 'META-INF/manifest.xml': '<m><encryption-data/></m>' }))).toEqual([
      'document-locked',
    ]);
    expect(await blocks('docx', zipSync({ 'a.txt': strToU8('a') }))).toEqual(['document-damaged']);
    for (const kind of ['docx', 'odt']) expect(await blocks(kind, new Uint8Array())).toEqual(['document-damaged']);
    expect(await blocks('pdf', new Uint8Array())).toEqual(['file-damaged']);
    expect(await blocks('txt', new Uint8Array())).toEqual([]);
  });

  it('under the name of another kind says what to rename it to', async () => {
    const real = async (kind: string, bytes: Uint8Array) => {
      const answer = await readDocument(kind, bytes);
      return answer.ok
        ? 'read'
        : `${answer.fault.code} ${/Renommez.*«\s(.*)\s»/u.exec(answer.fault.advice)?.[1] ?? ''}`;
    };
    expect(await real('docx', await jpeg())).toBe('wrong-extension .jpg');
    expect(await real('odt', makeTextPdf([{ text: 'Bonjour' }]))).toBe('wrong-extension .pdf');
    expect(await real('docx', makeOdt([paragraph('Bonjour')]))).toBe('wrong-extension .odt');
    expect(await real('odt', makeDocx([paragraph('Bonjour')]))).toBe('wrong-extension .docx');
    expect(await real('docx', pptx())).toBe('wrong-extension .pptx');
    expect(await real('docx', strToU8('bonjour, ceci est un texte'))).toBe('wrong-content ');
  });

  it('cut at any tenth is refused or read, and never an error', async () => {
    for (const [kind, bytes] of [
      ['docx', makeDocx([paragraph('Texte')])],
      ['odt', makeOdt([paragraph('Texte')])],
      ['pdf', makeTextPdf([{ text: 'Texte' }])],
    ] as const) {
      for (let tenth = 0; tenth < 10; tenth++) {
        const answer = await readDocument(kind, bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)));
        if (answer.ok) expect(kind).toBe('pdf');
        else expect(answer.fault.message).toMatch(/\.$/);
      }
    }
  });

  it('of any bytes has an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('md', 'txt', 'docx', 'odt'),
        async (bytes, kind) => {
          expect(typeof (await readDocument(kind, bytes)).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('a text on the wall', () => {
  it('shows its links as words, lists them apart, and never the e-mail address of a person', () => {
    const { html, links, title, words } = renderMarkdown(
      '# Bonjour\n\nVoir [le site](https://example.org/a) et https://example.org/b, [écrire](mailto:a@b.fr), [non](javascript:alert(1)).\n',
    );
    expect(title).toBe('Bonjour');
    expect(html).not.toContain('<a');
    expect(html).toContain('<p>Voir le site et https://example.org/b, écrire');
    expect(links).toEqual([
      { label: 'le site', url: 'https://example.org/a' },
      { label: 'https://example.org/b', url: 'https://example.org/b' },
    ]);
    expect(words).toBeGreaterThan(5);
  });

  it('never holds raw HTML, pictures, styles or scripts', () => {
    const tags = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '![x](http://example.org/x.png)',
      '<b style="x">',
      '```html\n<i>\n```',
      '[a](data:text/html,x)',
      '<a href="x">',
      'mot',
      '**gras**',
      '- a',
      '| a |\n|---|\n| b |',
    );
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 8 }), fc.constantFrom(' ', '\n\n'), (pieces, between) => {
        const { html } = renderMarkdown(pieces.join(between));
        const allowed = /^(?:p|h[1-6]|ul|ol|li|em|strong|s|code|pre|blockquote|br|hr|table|thead|tbody|tr|th|td)$/;
        for (const [, tag, rest] of html.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)([^>]*)>/g)) {
          expect(tag).toMatch(allowed);
          expect(rest?.trim()).toMatch(/^(?:start="\d+")?$/);
        }
      }),
    );
  });

  it('that is too long is cut between paragraphs, and says so', () => {
    const { html, cut } = renderMarkdown('Un paragraphe de mots.\n\n'.repeat(5_000));
    expect(cut).toBe(true);
    expect(html.length).toBeLessThan(40_000);
  });

  it('has French quotes, dashes and spaces, however often they are set', () => {
    expect(frenchTypography('"Oser" : l\'avenir - 2026-2030 ... non ?')).toBe(
      '«\u00a0Oser\u00a0»\u00a0: l’avenir – 2026-2030 … non\u202f?',
    );
    expect(frenchTypography('https://example.org/a?b=c;d à 14:30')).toBe('https://example.org/a?b=c;d à 14:30');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zéA-Z0-9"'«»“”:;!?.,()\- ]{0,60}$/), (text) => {
        expect(frenchTypography(frenchTypography(text))).toBe(frenchTypography(text));
      }),
      { numRuns: 500 },
    );
  });
});
