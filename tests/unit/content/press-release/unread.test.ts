import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../main/content/kinds/pdf/read-pdf.ts';
import { readText } from '../../../../main/content/kinds/text/read-text.ts';
import { readWordProcessor } from '../../../../main/content/kinds/word/read-word-processor.ts';
import { readPressRelease } from '../../../../main/content/press-release/read-press-release.ts';
import { nothing, type Reader, type Reading, type ReadTools } from '../../../../main/content/reading.ts';
import type { Unit } from '../../../../main/content/unit.ts';
import { makeDocx, paragraph } from '../../../support/office.ts';
import { readDocument, textDocument } from '../../../support/read-document.ts';
import { makeTextPdf } from '../../../support/text-pdf.ts';

const written = Temporal.PlainDate.from('2026-04-20');

async function readAs(
  reader: Reader<never>,
  ending: 'md' | 'txt' | 'docx' | 'pdf',
  bytes: Uint8Array,
): Promise<Reading> {
  const file = { path: `note.${ending}`, absolute: '', size: bytes.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
  const unit: Unit = { kind: 'file', path: file.path, files: [file], alert: false, screens: null, signature: '' };
  const document =
    ending === 'md' || ending === 'txt'
      ? textDocument(ending, Buffer.from(bytes).toString())
      : await readDocument(ending, bytes);
  if (!document.ok) throw new Error(document.fault.message);
  const release = readPressRelease(document.blocks, { zone: 'Europe/Paris', reference: written });
  const tools = {
    zone: 'Europe/Paris',
    bytes: async () => bytes,
    parse: async () => ({ ...document, release }),
    prepare: async () => ({ ok: false, fault: { code: 'pages', message: '', advice: '', retry: false } }),
    find: () => null,
    writtenOn: () => written,
  };
  return reader(unit, tools as unknown as ReadTools<never>);
}

const lines = [
  'Communiqué de presse',
  'Le lycée Untel organise la remise des diplômes le vendredi 9 octobre 2026 à 18h dans la cour.',
  'Renseignements : 03 20 00 00 00 - ce.0590000a@example.org',
  'Contact presse',
  'Camille Untel, chargée de communication',
];
const text = Buffer.from(lines.join('\n\n'));
const pages = lines.map((line) => ({ text: line }));

describe('a press release that could not be read as one', () => {
  it.each([
    ['md', readText, text],
    ['txt', readText, text],
    ['docx', readWordProcessor, makeDocx(lines.map((line) => paragraph(line)))],
    ['pdf', readPdf, makeTextPdf(pages)],
  ] as const)(
    'is a text without its contact, and staff are told how to write it: .%s',
    async (ending, reader, bytes) => {
      const { items, problems } = await readAs(reader, ending, bytes);
      expect(items).toMatchObject([{ kind: 'text', html: expect.stringContaining('remise des diplômes') }]);
      expect(JSON.stringify(items)).not.toMatch(/Camille|chargée|03 20|example/);
      expect(problems).toMatchObject([
        { severity: 'warning', code: 'release-unread', advice: expect.stringContaining('Ville (60)') },
      ]);
    },
  );

  it('with places, a date and towns that stand under no day is told of too', async () => {
    const towns = 'Arles, le 20 avril 2026\n\nArles (13) - Forum - Mairie\n\nSète (34) - Atelier - CIO\n';
    const { items, problems } = await readAs(readText, 'md', Buffer.from(towns));
    expect(items).toMatchObject([{ kind: 'text' }]);
    expect(problems).toMatchObject([{ code: 'release-unread' }]);
  });

  it('that holds nothing but its contact shows nothing', async () => {
    const reading = await readAs(readText, 'md', Buffer.from('Contact presse\n\nCamille Untel\n'));
    expect(reading.items).toEqual(nothing.items);
    expect(reading.problems).toMatchObject([{ code: 'release-unread' }]);
  });

  it('is not looked for in other texts', async () => {
    const note = Buffer.from('# Vie scolaire\n\nPour joindre la vie scolaire : 03 20 00 00 00.\n');
    const { items, problems } = await readAs(readText, 'md', note);
    expect(items).toMatchObject([{ kind: 'text', html: expect.stringContaining('03 20 00 00 00') }]);
    expect(problems).toEqual([]);
  });
});
