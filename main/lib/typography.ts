const NO_BREAK = '\u00a0';
const THIN_NO_BREAK = '\u202f';
/** Without one of these there is nothing to do: most names, of which a folder has thousands. */
const SIGNS = /[.'ʼ`´‘“„"«»:;!?\-‐−—―]/u;

/**
 * A sentence as French printing wants it: « » for quotes, ’ for apostrophes, no-break spaces before : ; ! ? and inside
 * quotes, – between words, … for three dots. Applying it twice changes nothing. (Lexique des règles typographiques en
 * usage à l’Imprimerie nationale.)
 */
export function frenchTypography(text: string): string {
  if (!SIGNS.test(text)) return text;
  return text
    .replace(/\.{3,}/g, '…')
    .replace(/(?<=[\p{L}\p{N}])['ʼ`´‘](?=[\p{L}\p{N}«"“])/gu, '’')
    .replace(/(?<=\p{L})['ʼ](?!\p{L})/gu, '’')
    .replace(/[“„]\s*([^“”"«»]*?)\s*”/g, '« $1 »')
    .replace(/"\s*([^"«»]*?)\s*"/g, '« $1 »')
    .replace(/«\s*/g, `«${NO_BREAK}`)
    .replace(/(?<=\S)\s*»/g, `${NO_BREAK}»`)
    .replace(/(?<=[\p{L}\p{N})])»/gu, `${NO_BREAK}»`)
    .replace(/(?<=[\p{L}\p{N})\]»…%€])\s*:(?=\s|$)/gu, `${NO_BREAK}:`)
    .replace(/(?<=[\p{L}\p{N})\]»…%€])\s*([;!?]+)(?=[\s).,»]|$)/gu, `${THIN_NO_BREAK}$1`)
    .replace(/(?<=\S) +[-‐−—―] +(?=\S)/g, ' – ');
}
