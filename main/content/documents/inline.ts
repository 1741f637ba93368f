import { decodeHTMLStrict } from 'entities';

/** Character references by number and by name; the longest name of HTML has 31 letters. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/giu;

/**
 * Decodes the character references of HTML (`&Eacute;`, `&#201;`), once: what they spell is never decoded again. Those of
 * control characters and of no character at all become a space.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (reference) => {
    const decoded = decodeHTMLStrict(reference);
    return /^[\p{Cc}\ufffd]$/u.test(decoded) ? ' ' : decoded;
  });
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as it may stand between the tags of HTML or XML. */
export const encodeEntities = (text: string): string => text.replace(/[&<>]/gu, (sign) => SIGNS[sign] ?? '');

/** Ligatures in the text of PDFs: most fonts lack them, and no word that holds one is recognised. */
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ft', ﬆ: 'st' };

/** What `withoutMarks` looks for: most lines have none of it, and each is asked of several times. */
const MARKS = /[<&*_\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufb00-\ufb06]/u;

/**
 * Text as it is read aloud: without literal tags (`<sup>de</sup>`), left-over marks of Markdown and invisible characters.
 * Accents are composed (NFC), and spaces of any kind and number become one plain space.
 */
export function plainInline(text: string): string {
  return (MARKS.test(text) ? withoutMarks(text) : text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .normalize('NFC')
    .trim();
}

function withoutMarks(text: string): string {
  return decodeEntities(text.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?[a-z][^<>]{0,200}>/gi, ''))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/\*\*+|__+/g, '')
    .replace(/(?<=^|[\s(«"])[*_]([^*_\n]{1,300})[*_](?=$|[\s).,;:!?»"])/g, '$1');
}
