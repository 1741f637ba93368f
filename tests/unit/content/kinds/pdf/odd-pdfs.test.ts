import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindOfEnding } from '../../../../../main/content/kinds/kinds.ts';
import { failedCell } from '../../../../../main/content/kinds/pdf/failed-cells.ts';
import { unseenNotes } from '../../../../../main/content/kinds/pdf/hidden-notes.ts';
import { readPdfText } from '../../../../../main/content/kinds/pdf/pdf-text.ts';
import { pdf } from '../../../../support/media-files.ts';
import {
  adobeWait,
  blended,
  chinesePage,
  filledForm,
  formsWithinForms,
  numberedPage,
  pagesOf,
  polishPage,
  stamp,
  words,
} from '../../../../support/odd-pdfs.ts';
import { distance, LONG_AGO_MS, type NowBench, openNowBench } from '../../../../support/prepare-now.ts';

const BLUE = [26, 115, 204] as const;
const BLACK = [0, 0, 0] as const;
const MODES = [
  'Multiply',
  'Screen',
  'Overlay',
  'Darken',
  'Lighten',
  'ColorDodge',
  'ColorBurn',
  'HardLight',
  'SoftLight',
  'Difference',
  'Exclusion',
  'Hue',
  'Saturation',
  'Color',
  'Luminosity',
];

describe('a PDF is drawn as its readers draw it', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  it.each(['drawn', 'to-draw'] as const)('what is typed in a form is on the wall (%s)', async (typed) => {
    const prepared = await bench.prepare('fiche.pdf', filledForm('MMMMMM', typed));
    const picture = await bench.pixels(prepared);
    const places = Array.from({ length: 60 }, (_, n) => picture.at(0.09 + n * 0.005, 0.57));
    expect(places.filter((colour) => distance(colour, BLACK) < 80).length).toBeGreaterThan(10);
    // The box is ticked: some of it is black.
    const box = Array.from({ length: 900 }, (_, n) => picture.at(0.08 + (n % 30) * 0.003, 0.78 + (n / 30) * 0.004));
    expect(box.filter((colour) => distance(colour, BLACK) < 80).length).toBeGreaterThan(5);
  });

  it('of which words are marked to be taken out, and still stand there, is neither drawn nor read', async () => {
    const marked = (subtype: string) =>
      pagesOf([words('Bal'), words('Marie Untel')], {
        page: `/Annots [<< /Type /Annot /Subtype /${subtype} /Rect [20 190 300 240] /QuadPoints [20 240 300 240 20 190 300 190] /C [1 0 0] /F 4 >>]`,
      });
    expect(await bench.prepare('liste.pdf', marked('Redact'))).toMatchObject({ fault: { code: 'pdf-to-redact' } });
    expect(await readPdfText(marked('Redact'))).toMatchObject({ ok: false, fault: { code: 'pdf-to-redact' } });
    for (const other of ['Highlight', 'StrikeOut', 'Underline', 'Squiggly', 'Square']) {
      expect(await bench.prepare('liste.pdf', marked(other)), other).toMatchObject({ ok: true });
      expect(await readPdfText(marked(other)), other).toMatchObject({ ok: true });
    }
  });

  describe('its notes', () => {
    const SHAPE = '/L [30 110 360 140] /Vertices [30 110 360 110 200 140] /InkList [[30 110 360 140]]';
    const look =
      '<< /Length 22 /Type /XObject /Subtype /Form /BBox [0 0 340 50] >>\nstream\n0 0 340 50 re f 0 0 m S\nendstream';
    const noted = (subtype: string, more = '') =>
      pagesOf([''], {
        page: `/Annots [<< /Type /Annot /Subtype /${subtype} /Rect [30 100 370 150] /QuadPoints [30 150 370 150 30 100 370 100] ${SHAPE} /C [1 0 0] /IC [1 0 0] /F 4 /Contents (Annule) /DA (/Helv 20 Tf) ${more} >>]`,
        more: [look],
      });

    it.each(['Line', 'Polygon', 'PolyLine', 'Stamp'])(
      'that its program leaves to the reader to draw, and that are missing, are told: %s',
      async (subtype) => {
        expect(await bench.prepare('avis.pdf', noted(subtype))).toMatchObject({ fault: { code: 'pdf-notes' } });
        const drawn = await bench.prepare('avis.pdf', noted(subtype, '/AP << /N 5 0 R >>'));
        expect(drawn).toMatchObject({ ok: true, warnings: [] });
        const unseen = await bench.prepare(
          'avis.pdf',
          Buffer.from(noted(subtype).toString('latin1').replace('/F 4', '/F 2'), 'latin1'),
        );
        expect(unseen).toMatchObject({ fault: { code: 'document-blank' } });
      },
    );

    it.each(['FreeText', 'Square', 'Circle', 'Ink', 'Highlight', 'Underline'])(
      'of which PDFium draws this one are not: %s',
      async (subtype) => {
        expect(await bench.prepare('avis.pdf', noted(subtype))).toMatchObject({ ok: true, warnings: [] });
      },
    );
  });

  it('cells that show no value are told, with their page', async () => {
    expect(await bench.prepare('prix.pdf', pagesOf([words('Tarifs'), words('Total ####')]))).toMatchObject({
      ok: true,
      warnings: [
        {
          code: 'pdf-cells',
          message: expect.stringContaining(
            '« #### » au lieu de leur valeur (page 2)'.replaceAll(/(?<=«) | (?=»)|(?<=page) /gu, '\u00a0'),
          ),
        },
      ],
    });
  });

  it.each([
    ['Total #DIV/0!', '#DIV/0!'],
    ['Nom #VALEUR! 12', '#VALEUR!'],
    ['Reste #N/A', '#N/A'],
    ['Date ########', '########'],
    ['## Menu\n12 ###', '###'],
    ['### Menu du jour', null],
    ['Salle #3, #lecture #NA', null],
    ['C# et F##', null],
    ['#'.repeat(60), null],
    ['a###b', null],
  ])('a sign in the place of a value is known: %s', (text, sign) => {
    expect(failedCell(text)).toBe(sign);
  });

  it('letters of a font that the document does not carry are missing on its page, and named', async () => {
    const drawn = await bench.prepare('affiche.pdf', chinesePage({ latin: 'Fete du lycee' }));
    expect(drawn).toMatchObject({
      ok: true,
      warnings: [{ code: 'pdf-letters', message: expect.stringContaining('学校') }],
    });
    expect(await bench.prepare('affiche.pdf', chinesePage())).toMatchObject({ fault: { code: 'pdf-letters' } });
  });

  it.each([false, true])(
    'letters of Polish that no font of the machine has are named, also turned: %s',
    async (turned) => {
      const prepared = await bench.prepare('affiche.pdf', polishPage({ turned }));
      expect(prepared).toMatchObject({
        warnings: [{ code: 'pdf-letters', message: expect.stringContaining('(«\u00a0ąś\u00a0»)') }],
      });
    },
  );

  it('words that would be of other letters, since their font is not there, are neither drawn nor read', async () => {
    expect(await bench.prepare('affiche.pdf', numberedPage())).toMatchObject({
      fault: { code: 'pdf-letters-unknown' },
    });
    expect(await readPdfText(numberedPage())).toMatchObject({ ok: false, fault: { code: 'pdf-letters-unknown' } });
    expect(await readPdfText(numberedPage({ told: true }))).toMatchObject({ ok: true });
    const placed = numberedPage({ told: true, placed: true });
    expect(await bench.prepare('affiche.pdf', placed)).toMatchObject({ fault: { code: 'pdf-letters-unknown' } });
    for (const right of [{ told: true }, { isInvisible: true }]) {
      expect(await bench.prepare('affiche.pdf', numberedPage(right))).toMatchObject({ ok: true, warnings: [] });
    }
  });

  it('letters that the document itself draws are not missed', async () => {
    expect(await bench.prepare('affiche.pdf', polishPage({ drawn: true }))).toMatchObject({ ok: true, warnings: [] });
  });

  it('letters that nobody is to see, under a scan, are not missed', async () => {
    const scan = chinesePage({ latin: 'Fete du lycee', isInvisible: true });
    expect(await bench.prepare('affiche.pdf', scan)).toMatchObject({ ok: true, warnings: [] });
  });

  it('a field that its program left out of the list of fields is on the wall all the same', async () => {
    const orphan = filledForm('MMMMMM', 'drawn').toString('latin1').replace('/AcroForm', '/Forgotten');
    const prepared = await bench.prepare('fiche.pdf', Buffer.from(orphan, 'latin1'));
    const picture = await bench.pixels(prepared);
    const places = Array.from({ length: 60 }, (_, n) => picture.at(0.09 + n * 0.005, 0.57));
    expect(places.filter((colour) => distance(colour, BLACK) < 80).length).toBeGreaterThan(10);
  });

  it.each(['drawn', 'to-draw'] as const)(
    'what is typed in a form is read with the text of the page (%s)',
    async (typed) => {
      const text = await readPdfText(filledForm('Couscous et fruits', typed, words('Menu du jour :')));
      if (!text.ok) throw new Error(text.fault.message);
      expect(text.pages[0]?.runs.map((run) => run.text)).toEqual(
        expect.arrayContaining(['Menu du jour :', 'Couscous et fruits']),
      );
    },
  );

  it.each(MODES)('a box that is blended over the bare page in the mode %s is there', async (mode) => {
    const picture = await bench.pixels(await bench.prepare('affiche.pdf', blended(mode)));
    expect(distance(picture.at(0.5, 0.5), BLUE)).toBeLessThan(30);
    expect(distance(picture.at(0.05, 0.05), [255, 255, 255])).toBeLessThan(4);
  });

  it.each<[string, boolean, { catalog?: string; note: string; more?: readonly string[] }]>([
    ['in a layer that is on', true, { note: '/OC 6 0 R' }],
    ['in a layer that is off', false, { note: '/OC 7 0 R' }],
    [
      'in a layer of a document whose layers are off but for one',
      true,
      { catalog: '/BaseState /OFF /ON [6 0 R]', note: '/OC 6 0 R' },
    ],
    ['in a layer that is off as all others are', false, { catalog: '/BaseState /OFF', note: '/OC 6 0 R' }],
    ['in two layers of which one is on', true, { note: '/OC << /Type /OCMD /OCGs [6 0 R 7 0 R] >>' }],
    ['in two layers that must both be on', false, { note: '/OC << /Type /OCMD /OCGs [6 0 R 7 0 R] /P /AllOn >>' }],
    ['that is a remark of a reader', false, { note: '/Subtype /Text' }],
    ['without a layer', true, { note: '' }],
  ])('a note %s is on the wall and in the text: %s', async (_, isShown, { catalog, note }) => {
    const kind = note.includes('/Subtype') ? '' : '/Subtype /Stamp';
    const bytes = pagesOf([words('Fete')], {
      catalog: `/OCProperties << /OCGs [6 0 R 7 0 R] /D << ${catalog ?? '/OFF [7 0 R]'} >> >>`,
      page: `/Annots [<< /Type /Annot ${kind} /Rect [30 100 370 150] /F 4 ${note} /AP << /N 5 0 R >> >>]`,
      more: [stamp('REPORTEE'), '<< /Type /OCG /Name (Vu) >>', '<< /Type /OCG /Name (Corrige) >>'],
    });
    const picture = await bench.pixels(await bench.prepare('affiche.pdf', bytes));
    const places = Array.from({ length: 60 }, (__, n) => picture.at(0.09 + n * 0.005, 0.59));
    expect(places.some((colour) => distance(colour, BLACK) < 80)).toBe(isShown);
    const text = await readPdfText(bytes);
    const read = text.ok ? text.pages.flatMap(({ runs }) => runs.map((run) => run.text)) : [];
    expect(read).toEqual(isShown ? ['Fete', 'REPORTEE'] : ['Fete']);
  });

  it('a note in a layer that is off is hidden also where the objects are packed, and a broken file is no fault', () => {
    const note = '<</Type/Annot/Rect[9 9 1 1]/OC 2 0 R/Contents(a \\) b)>>';
    const first = '3 0 '.length;
    const packed = deflateSync(`3 0 ${note}`);
    const head = Buffer.from(
      `1 0 obj<</OCProperties<</D<</OFF[2 0 R]>>>>>>endobj 4 0 obj<</Type/ObjStm/N 1/First ${first}/Filter/FlateDecode>>stream\n`,
    );
    expect(unseenNotes(Buffer.concat([head, packed, Buffer.from('\nendstream endobj')]))).toEqual([[1, 1, 9, 9]]);
    expect(unseenNotes(Buffer.concat([head, packed.subarray(0, 9), Buffer.from('\nendstream endobj')]))).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '1 0 obj',
            '<<',
            '>>',
            '[',
            ']',
            '/OC',
            '/Rect',
            '2 0 R',
            '(',
            '<a>',
            '%',
            '7',
            'endobj',
            ' ',
          ),
          { maxLength: 40 },
        ),
        (pieces) => {
          unseenNotes(Buffer.from(pieces.join(' ')));
        },
      ),
    );
  });

  it('the page of an old workbook is cut to what stands on it, and a word alone keeps room around it', async () => {
    const table = Array.from({ length: 12 }, (_, n) => `BT /F1 10 Tf 20 ${280 - n * 12} Td (${'M'.repeat(20)}) Tj ET`);
    const sized = async (name: string, content: string) => {
      const prepared = await bench.prepare(name, pagesOf([content]));
      const { width, height, at } = await bench.pixels(prepared);
      const dark = Array.from({ length: 2500 }, (_, n) => at((n % 50) / 49, Math.floor(n / 50) / 49));
      return { width, height, ink: dark.filter((colour) => distance(colour, BLACK) < 120).length };
    };
    const paper = await sized('a.pdf', table.join(' '));
    const sheet = await sized('a.xls', table.join(' '));
    expect(paper).toMatchObject({ width: 400, height: 300 });
    expect(sheet.width).toBe(400);
    expect(sheet.ink).toBeGreaterThan(paper.ink * 1.5);
    expect(await sized('b.xls', 'BT /F1 10 Tf 20 280 Td (M) Tj ET')).toMatchObject({ width: 400, height: 225 });
    expect(await bench.prepare('c.xls', pagesOf(['']))).toMatchObject({ fault: { code: 'document-blank' } });
  });

  it('blank pages are left out of the count, and named', async () => {
    const prepared = await bench.prepare(
      'livret.pdf',
      pagesOf([words('Un'), '', words('Trois'), '1 g 0 0 400 300 re f']),
    );
    expect(prepared).toMatchObject({
      ok: true,
      of: 2,
      media: [{ name: 'livret-p1.jpg' }, { name: 'livret-p3.jpg' }],
      warnings: [
        { code: 'page-blank', about: 'dropped', message: expect.stringContaining('Les pages 2 et 4 sont vides') },
      ],
    });
  });

  it('a document of nothing but blank pages is refused, with a sentence', async () => {
    expect(await bench.prepare('vide.pdf', pagesOf(['', '']))).toMatchObject({
      ok: false,
      fault: { code: 'document-blank', about: 'dropped', retry: false },
    });
  });

  it('the page of Adobe that asks to wait is not shown: the sentence says how to print the form', async () => {
    expect(await bench.prepare('formulaire.pdf', adobeWait())).toMatchObject({
      ok: false,
      fault: { code: 'pdf-xfa', about: 'dropped', advice: expect.stringContaining('Microsoft Print to PDF') },
    });
    // The same words in a document that is no such form are words like others.
    expect(await bench.prepare('affiche.pdf', pagesOf([words('Please wait...')]))).toMatchObject({ ok: true });
  });

  it('the cover sheet of a collection of files is not shown: the sentence says that the files are not', async () => {
    const catalog =
      '/Collection << /View /D >> /Names << /EmbeddedFiles << /Names [(a.pdf) << /Type /Filespec /F (a.pdf) >>] >> >>';
    const sheet = pagesOf([words('Open this PDF portfolio in Acrobat')], { catalog });
    expect(await bench.prepare('dossier.pdf', sheet)).toMatchObject({
      ok: false,
      fault: { code: 'pdf-portfolio', about: 'dropped' },
    });
    expect(await bench.prepare('affiche.pdf', pagesOf([words('Affiche')], { catalog }))).toMatchObject({
      ok: true,
      warnings: [{ code: 'pdf-attachments', about: 'dropped' }],
    });
  });

  it('a page that asks for more and more memory is given up, and its text too', async () => {
    const bomb = formsWithinForms(12);
    expect(await bench.prepare('bombe.pdf', bomb)).toMatchObject({ ok: false, fault: { code: 'pdf-too-heavy' } });
    expect(await readPdfText(bomb)).toMatchObject({ ok: false, fault: { code: 'pdf-too-heavy' } });
    expect(await bench.prepare('affiche.pdf', pagesOf([words('Affiche')]))).toMatchObject({ ok: true });
  });

  it('that counts more pages than it has shows those it has, and says so', async () => {
    const short = Buffer.from(
      pagesOf([words('Un')])
        .toString('latin1')
        .replace('/Count 1', '/Count 3'),
      'latin1',
    );
    expect(await bench.prepare('livret.pdf', short)).toMatchObject({
      ok: true,
      media: [{ name: 'livret-p1.jpg' }],
      warnings: [{ code: 'pdf-page-unreadable', about: 'dropped' }],
    });
  });

  it('with a wrong position of its cross-reference is shown at once, and this is told: no half of a copy ends so', async () => {
    const wrong = Buffer.from(pdf().toString('latin1').replace('startxref\n', 'startxref\n9'), 'latin1');
    expect(await bench.prepare('a.pdf', wrong)).toMatchObject({
      ok: true,
      of: 1,
      warnings: [{ code: 'pdf-mended', about: 'guessed' }],
    });
    for (let length = wrong.length - 8; length > 200; length -= 97) {
      expect(await bench.prepare('a.pdf', wrong.subarray(0, length))).toMatchObject({
        ok: false,
        fault: { retry: true },
      });
    }
  });

  const APPENDED: readonly [name: string, bytes: Buffer][] = [
    ['6 kB of a web page', Buffer.from('<p>pied de page</p>\n'.repeat(300))],
    ['20 kB of noise', Buffer.from(Array.from({ length: 20_000 }, (_, n) => 128 + ((n * n * 31) % 127)))],
    ['200 kB of spaces', Buffer.alloc(200_000, 0x20)],
  ];
  it.each(APPENDED)('with %s behind its end it is shown at once', async (_, bytes) => {
    expect(await bench.prepare('a.pdf', Buffer.concat([pdf(), bytes]))).toMatchObject({ ok: true });
  });

  it('without the last letters of its end mark it is complete', async () => {
    for (const missing of [1, 2, 3, 4, 6]) {
      expect(await bench.prepare('a.pdf', pdf().subarray(0, -missing)), String(missing)).toMatchObject({ ok: true });
    }
    // Here the position of the cross-reference lacks its last digit.
    expect(await bench.prepare('a.pdf', pdf().subarray(0, -8))).toMatchObject({ fault: { code: 'file-truncated' } });
  });

  it('that a script wrote without any cross-reference is shown at once', async () => {
    const bare = pdf()
      .toString('latin1')
      .replace(/xref\n0[\s\S]*?trailer/, 'trailer')
      .replace(/startxref\n\d+\n/, '');
    expect(await bench.prepare('a.pdf', Buffer.from(bare, 'latin1'))).toMatchObject({ ok: true });
    expect(await bench.prepare('a.pdf', Buffer.from(bare.slice(0, -8), 'latin1'))).toMatchObject({
      fault: { code: 'file-truncated' },
    });
  });

  it('zeros behind its end, or objects of a newer version, may be half a copy: time tells', async () => {
    const reserved = Buffer.concat([pdf(), Buffer.alloc(9000)]);
    const newer = Buffer.concat([pdf(), Buffer.from(`9 0 obj\n<< /Length 9000 >>\nstream\n${'x'.repeat(6000)}`)]);
    for (const half of [reserved, newer]) {
      expect(await bench.prepare('a.pdf', half)).toMatchObject({ ok: false, fault: { retry: true } });
      expect(await bench.prepare('a.pdf', half, LONG_AGO_MS)).toMatchObject({ ok: true });
    }
  });
});

it('an endless page of a document is given up after 20 seconds, a picture after two minutes', () => {
  const maxStepMs = (ending: string) => {
    const prepare = kindOfEnding(ending).prepare;
    return prepare !== null && prepare.how !== 'copied' ? prepare.maxStepMs : null;
  };
  expect(['.pdf', '.pptx', '.doc'].map(maxStepMs)).toEqual([20_000, 20_000, 20_000]);
  expect(maxStepMs('.jpg')).toBe(120_000);
});
