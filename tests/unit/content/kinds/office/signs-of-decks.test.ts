import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Bytes } from '../../../../../main/content/completeness/bytes.ts';
import { readZipDirectory } from '../../../../../main/content/completeness/zip.ts';
import { readPageParts } from '../../../../../main/content/kinds/office/deck-pages.ts';
import { drawableSlides } from '../../../../../main/content/kinds/office/drawable-slides.ts';
import * as files from '../../../../support/media-files.ts';

/** The words of a slide as LibreOffice is given them; null where it gets the slide as it is. */
async function words(look: string, text: string): Promise<string | null> {
  const parts = unzipSync(files.pptx());
  const name = 'ppt/slides/s0.xml';
  const run = `<a:r><a:rPr lang="fr-FR">${look}</a:rPr><a:t>${text}</a:t></a:r><a:r>`;
  const slide = strFromU8(parts[name] ?? new Uint8Array()).replace('<a:r>', () => run);
  const bytes = Bytes.of(files.zip({ ...parts, [name]: strToU8(slide) }));
  const changed = drawableSlides(await readPageParts(bytes, (await readZipDirectory(bytes)) ?? []))
    .get(name)
    ?.toString('utf8');
  if (changed === undefined) return null;
  expect(changed).not.toMatch(/ingdings|ebdings/u);
  return /<a:t>([^<]*)</u.exec(changed)?.[1] ?? '';
}

const face = (name: string, element = 'sym'): string =>
  `<a:${element} typeface="${name}" pitchFamily="2" charset="2"/>`;

describe('the letters of a deck that stand for signs', () => {
  it.each([
    ['an arrow that PowerPoint wrote for « ==> »', face('Wingdings'), 'è', '→'],
    ['a tick by its number in the typeface', face('Wingdings'), '\uf0fc', '✓'],
    ['a tick in a text of this typeface', face('Wingdings', 'latin') + face('Wingdings', 'cs'), '\u00fc', '✓'],
    ['a sign beside a typeface of letters', face('Arial', 'latin') + face('Webdings'), 'a', '✔'],
    ['a sign that XML writes as a name', face('Wingdings'), '&amp;', '🕮'],
  ])('are given to LibreOffice as these: %s', async (_, look, written, sign) => {
    expect(await words(look, written)).toBe(sign);
  });

  it('are left as they are in a typeface of letters, and in « Symbol », which LibreOffice knows', async () => {
    expect(await words(face('Arial', 'latin'), 'à')).toBeNull();
    expect(await words(face('Symbol'), 'a')).toBeNull();
    expect(await words('', 'à')).toBeNull();
  });
});
