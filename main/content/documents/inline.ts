/** The named entities that word processors and hurried typists leave in text; numeric ones are computed. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  icirc: 'î',
  iuml: 'ï',
  oelig: 'œ',
  deg: '°',
  euro: '€',
};

/** Decodes the entities of XML and the commonest of HTML, once: what they spell is never decoded again. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : ' ';
  });
}

/** Ligatures that PDF fonts make of letters: they are not found by a search and missing from most fonts. */
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ft', ﬆ: 'st' };

/**
 * Text as it is read aloud: literal tags (`<sup>de</sup>`), left-over marks of Markdown, invisible characters and runs of
 * spaces are gone; accents are composed (NFC). Every kind of space becomes one plain space.
 */
export function plainInline(text: string): string {
  return decodeEntities(text.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?[a-z][^<>]{0,200}>/gi, ''))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/\*\*+|__+/g, '')
    .replace(/(?<=^|[\s(«"])[*_]([^*_\n]{1,300})[*_](?=$|[\s).,;:!?»"])/g, '$1')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .normalize('NFC')
    .trim();
}
