const TITLE_FONT = '720 100px "Bricolage Grotesque Variable"';
const TEXT_FONT = '400 50px "Atkinson Hyperlegible Next Variable"';
/**
 * The last resort of both families. It draws emoji in the colour of the text: an emoji font in colours paints nothing in
 * Debian’s Chromium, and is twenty times as large.
 */
const EMOJI_FONT = '400 50px "Noto Emoji Variable"';

/**
 * Loads the fonts, and their subsets, that `text` needs. A font that cannot be loaded counts as loaded: the slide is then
 * shown in the next family of the list.
 */
export async function loadFonts(text: string): Promise<void> {
  const sample = [...new Set(text)].join('');
  const fonts = [TITLE_FONT, TEXT_FONT];
  if (/\p{Extended_Pictographic}/u.test(sample)) fonts.push(EMOJI_FONT);
  await Promise.allSettled(fonts.map((font) => document.fonts.load(font, sample)));
}
