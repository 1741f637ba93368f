/**
 * Families of the wall, as `@fontsource` names them; the emoji face is the last resort of both. It is drawn in the colour of
 * the text: the one in colours paints nothing in Debian’s Chromium, and weighs twenty times as much.
 */
export const TITLE_FONT =
  '"Bricolage Grotesque Variable", "Atkinson Hyperlegible Next Variable", "Noto Emoji Variable"';
export const TEXT_FONT = '"Atkinson Hyperlegible Next Variable", "Noto Emoji Variable"';

/**
 * Loads the faces, and their subsets, that `text` needs. A face that cannot be had is no reason to lose a slide: the
 * next family of the list is then used, so failures count as loaded.
 */
export async function loadFonts(text: string): Promise<void> {
  const sample = [...new Set(text)].join('');
  const faces = ['720 100px "Bricolage Grotesque Variable"', '400 50px "Atkinson Hyperlegible Next Variable"'];
  if (/\p{Extended_Pictographic}/u.test(sample)) faces.push('400 50px "Noto Emoji Variable"');
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, sample)));
}
