import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../../main/content/kinds/tables/csv.ts';
import { decodeText } from '../../../../../main/content/kinds/text/decode-text.ts';
import { decodeLegacyByte } from '../../../../../main/content/kinds/text/legacy-encoding.ts';

/** The bytes of a text in an encoding of one byte a character, found through a decoder of our own making. */
const MAC: Readonly<Record<string, number>> = {
  ...{ É: 0x83, à: 0x88, â: 0x89, ç: 0x8d, é: 0x8e, è: 0x8f, ê: 0x90, ë: 0x91, î: 0x94, ï: 0x95, ô: 0x99, ù: 0x9d },
  ...{ û: 0x9e, '°': 0xa1, '•': 0xa5, '«': 0xc7, '»': 0xc8, '…': 0xc9, '\u00a0': 0xca, À: 0xcb, œ: 0xcf, '–': 0xd0 },
  ...{ '’': 0xd5, Ê: 0xe6, È: 0xe9, '“': 0xd2, '”': 0xd3, ñ: 0x96 },
};
const DOS: Readonly<Record<string, number>> = {
  ...{ Ç: 0x80, é: 0x82, â: 0x83, à: 0x85, ç: 0x87, ê: 0x88, ë: 0x89, è: 0x8a, ï: 0x8b, î: 0x8c, É: 0x90, ô: 0x93 },
  ...{ û: 0x96, ù: 0x97, '«': 0xae, '»': 0xaf, À: 0xb7, Ê: 0xd2, È: 0xd4, '°': 0xf8, '\u00a0': 0xff },
};
const WINDOWS: Readonly<Record<string, number>> = {
  ...{ '€': 0x80, '…': 0x85, œ: 0x9c, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '™': 0x99 },
};
const bytesOf = (text: string, table: Readonly<Record<string, number>>) =>
  Uint8Array.from(text, (sign) => table[sign] ?? sign.charCodeAt(0));
const read = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes);
  return decoded.ok ? [decoded.encoding, decoded.text] : decoded.fault.code;
};

describe('a text that is not Unicode', () => {
  it.each([
    'Fête à la récré',
    'Hôtel de ville',
    'ÉCOLE : À LA RÉCRÉ, C’EST FÊTÉ',
    'L’été, « ça » vaut le coût…',
    'goûter d’été',
    'été',
  ])('of a Mac is read as it was written: %s', (text) => {
    expect(read(bytesOf(text, MAC))).toEqual(['macintosh', text]);
  });

  it.each(['Fête à la récré', 'Hôtel de ville, théâtre', 'Entrée : 5° étage, « libre »', 'Élèves de 3e'])(
    'of MS-DOS is read as it was written: %s',
    (text) => {
      expect(read(bytesOf(text, DOS))).toEqual(['cp850', text]);
    },
  );

  it.each([
    'Fête à la récré',
    'ÉCOLE À L’HÔTEL',
    'Les “mots” du hall',
    '• Un • deux',
    'Windows™ et l’œuvre',
    '5 € l’entrée – dès 14 h…',
    'Señor Müller à Łódź'.replace(/[Łź]/gu, 'L'),
    'Prix : 5 €',
    'Ça va ? Où ? Là-bas, au théâtre, à Noël',
  ])('of Windows stays one: %s', (text) => {
    expect(read(bytesOf(text, WINDOWS))).toEqual(['windows-1252', text]);
  });

  it('gives the events of a table with their accents', () => {
    const table = bytesOf('date;ville;titre\r5 mai 2026;Sète;Fête à la récré\r', MAC);
    const { events } = readCsv(table, { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-01') });
    expect(events).toMatchObject([{ town: 'Sète', title: 'Fête à la récré' }]);
  });
});

describe('a text that was encoded twice', () => {
  const read = (text: string | Buffer) => {
    const decoded = decodeText(Buffer.from(text));
    return decoded.ok ? { text: decoded.text, told: decoded.warnings.map(({ code }) => code) } : decoded.fault.code;
  };
  const WORDS = 'Fête d’été à l’école : « cœur naïf », 5 € — déjà là ÉTÉ';
  const twice = (text: string): string =>
    [...Buffer.from(text)].map((byte) => (byte < 128 ? String.fromCharCode(byte) : decodeLegacyByte(byte))).join('');

  it('is mended and told', () => {
    // The bytes that Windows-1252 leaves empty are lost for ever: « à » keeps a no-break space.
    expect(read(`Un\n${twice(WORDS)}`)).toEqual({ text: `Un\n${WORDS}`, told: ['text-encoded-twice'] });
  });

  it('as e-mail is, too', () => {
    const mail = 'F=C3=AAte de l=E2=80=99=C3=A9cole, une longue ligne =\nqui va plus loin';
    expect(read(mail)).toEqual({
      text: 'Fête de l’école, une longue ligne qui va plus loin',
      told: ['text-encoded-twice'],
    });
  });

  it.each([WORDS, 'x=A9 et y=C3', 'a=10;b=20', 'Ã propos', 'L’Â d’or'])('is none: %s', (text) => {
    expect(read(text)).toEqual({ text, told: [] });
  });

  it('loses the colours of a terminal', () => {
    expect(read('\u001b[1;31mFête\u001b[0m')).toEqual({ text: 'Fête', told: [] });
  });

  it.each(["{\\rtf1\\ansi F\\'eate}", '<!DOCTYPE html><p>Fête', '\n<html lang="fr"><body>'])(
    'is no text where it is a document of another kind: %s',
    (text) => expect(read(text)).toBe('text-marked-up'),
  );
});
