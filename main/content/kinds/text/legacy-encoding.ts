/** Encodings of one byte for each character that programs still export. */
export type LegacyEncoding = 'windows-1252' | 'macintosh' | 'cp850';

/** Characters 0x80 to 0x9f of Windows-1252; the five that it leaves empty are U+FFFD. */
const WINDOWS_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Characters 0x80 to 0xff of code page 850: « CSV (MS-DOS) » of spreadsheets. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** `TextDecoder` reads Latin 1 under that name in Node 20.18.3 and many later ones (nodejs/node#56542): ’ and œ are lost. */
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);

/** One byte of Windows-1252; U+FFFD for the five that mean nothing. */
export const decodeLegacyByte = (byte: number): string => windows1252(Uint8Array.of(byte));

const cp850 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, (high) => CP850[high.charCodeAt(0) - 0x80] ?? high);

const DECODERS: Readonly<Record<LegacyEncoding, (bytes: Uint8Array) => string>> = {
  'windows-1252': windows1252,
  macintosh: (bytes) => new TextDecoder('macintosh').decode(bytes),
  cp850,
};

/** Bytes that are enough to know the encoding. */
const SAMPLE = 65_536;

const FRENCH = /[àâçèéêëîïôùûüœæÀÂÇÈÉÊËÎÏÔÙÛÜŒÆ]/gu;
/** A capital with an accent inside a word, or a sign between two letters. */
const MISPLACED = /(?<=\p{Ll})[ÀÂÇÈÉÊËÎÏÔÙÛÜŒÆ](?!\p{Lu})|(?<=\p{L})[“”‘•™…©®°](?=\p{L})/gu;
const STRANGE = /[^\p{ASCII}àâçèéêëîïôùûüœæÀÂÇÈÉÊËÎÏÔÙÛÜŒÆ«»’‘“”…–—•€°©®™§½¼¾²³·×\u00a0]/gu;

interface Plausibility {
  readonly encoding: LegacyEncoding;
  readonly french: number;
  readonly strange: number;
}

function plausibility(encoding: LegacyEncoding, sample: Uint8Array): Plausibility {
  const text = DECODERS[encoding](sample);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const misplaced = count(MISPLACED);
  return { encoding, french: count(FRENCH) - misplaced, strange: count(STRANGE) + misplaced };
}

/**
 * Decodes a text that is not Unicode: as Windows-1252, unless another encoding gives more letters of French, and fewer
 * signs that French never has. So « rŽcrŽ » is « récré », written on a Mac.
 */
export function decodeLegacy(bytes: Uint8Array): { readonly text: string; readonly encoding: LegacyEncoding } {
  const sample = bytes.subarray(0, SAMPLE);
  const usual = plausibility('windows-1252', sample);
  const best = (['macintosh', 'cp850'] as const)
    .map((encoding) => plausibility(encoding, sample))
    .filter(({ french, strange }) => french > usual.french && strange < usual.strange)
    .reduce((least, each) => (each.strange < least.strange ? each : least), usual);
  return { text: DECODERS[best.encoding](bytes), encoding: best.encoding };
}
