/** UTF-16, with its byte order mark or without. */
const WIDE = /^(?:\xff\xfe|\xfe\xff|<\0|\0<)/;
const BIG_ENDIAN = /^(?:\xfe\xff|\0<)/;
/** The encoding that the declaration names, which is none any more. */
const ENCODING = /^(<\?xml\b[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/i;
/** The root element, with its prefix. */
const ROOT = /<([\w-]+):svg\b[^>]*>/i;

/** Whether the start of a file (one character a byte) is text of two bytes a character. */
export const isWide = (text: string): boolean => WIDE.test(text);

/** The markup of a text of two bytes a character (one character a byte): it is ASCII, so that every other byte is zero. */
export const narrowed = (text: string): string => text.replace(/^(?:\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');

/**
 * A drawing as all that mends it reads it: one character a byte, since what is mended is ASCII, and every other byte stays as it
 * is in any encoding. UTF-16 becomes UTF-8, and elements with a prefix (`<svg:rect>`) lose it: sharp knows neither.
 */
export function svgSource(file: Uint8Array): string {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const start = bytes.toString('latin1', 0, 2);
  if (isWide(start)) {
    const wide = new TextDecoder(BIG_ENDIAN.test(start) ? 'utf-16be' : 'utf-16le').decode(bytes);
    return withoutPrefix(Buffer.from(wide.replace(ENCODING, '$1')).toString('latin1'));
  }
  const written = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  return withoutPrefix(written.replace(/\0+\s*$/, ''));
}

function withoutPrefix(svg: string): string {
  const [root = '', prefix = ''] = ROOT.exec(svg) ?? [];
  const isBound = new RegExp(`\\sxmlns:${prefix}\\s*=\\s*["']http://www\\.w3\\.org/2000/svg["']`).test(root);
  if (!isBound || /<svg[\s>/]/i.test(svg) || /\sxmlns\s*=/.test(root)) return svg;
  return svg.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1').replace(`xmlns:${prefix}`, 'xmlns');
}
