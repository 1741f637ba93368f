import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../main/content/kinds/text/decode-text.ts';

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

function read(file: Uint8Array) {
  const decoded = decodeText(file);
  if (!decoded.ok) throw new Error(decoded.fault.message);
  return {
    text: decoded.text,
    encoding: decoded.encoding,
    told: decoded.warnings.map(({ code, line }) => [code, line]),
  };
}

describe('a text in UTF-8 with a few damaged bytes', () => {
  it.each([
    ['a letter in Windows-1252', bytes('à l’école\nJourn', 0xe9, 'e'), 'à l’école\nJournée', 2],
    ['a byte that means nothing', bytes('à l’école', 0x81, ' ouverte'), 'à l’école\ufffd ouverte', 1],
    ['half of a letter', bytes('à l’école\n\nd', 0xc3, 'but'), 'à l’école\n\nd\ufffdbut', 3],
    ['two thirds of an apostrophe', bytes('à côté, l', 0xe2, 0x80, 'école'), 'à côté, l\ufffdécole', 1],
    ['half of UTF-16', bytes('à côté', 0xed, 0xa0, 0x80, '.'), 'à côté\ufffd.', 1],
  ])('is read as UTF-8, and said to be damaged (%s)', (_name, file, text, line) => {
    expect(read(file)).toEqual({ text, encoding: 'utf-8', told: [['text-broken', line]] });
  });

  it('is none where most of its accents are those of another encoding', () => {
    const file = Buffer.from('Été : journée à l’école, dès le 5 mai'.replaceAll('’', "'"), 'latin1');
    expect(read(file)).toMatchObject({ encoding: 'windows-1252', told: [] });
    expect(read(file).text).toContain('journée à');
  });

  it('says nothing where nothing is damaged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        fc.pre(!/[\ud800-\udfff]/u.test(text));
        const decoded = decodeText(Buffer.from(`é${text}`));
        if (decoded.ok) expect(decoded.warnings).toEqual([]);
      }),
    );
  });

  it('keeps every letter that is whole, wherever one byte is damaged', () => {
    const text = 'Élèves : à l’atelier « Forêt », dès 9 h';
    const whole = Buffer.from(text);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0x80, max: 0xff }), (at, byte) => {
        const file = Buffer.from(whole);
        file[at] = byte;
        const { text: read_, encoding } = read(file);
        expect(encoding).toBe('utf-8');
        const kept = [...text].filter((sign) => read_.includes(sign));
        expect(kept.length).toBeGreaterThanOrEqual([...text].length - 4);
      }),
    );
  });
});
