import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bytes } from '../../../../../main/content/completeness/bytes.ts';
import { readZipDirectory } from '../../../../../main/content/completeness/zip.ts';
import { readPageParts } from '../../../../../main/content/kinds/office/deck-pages.ts';
import { drawableSlides } from '../../../../../main/content/kinds/office/drawable-slides.ts';
import { lettersWithoutFont } from '../../../../../main/content/kinds/office/machine-fonts.ts';
import * as files from '../../../../support/media-files.ts';

const MATH = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
const LOOK = '<a:rPr lang="fr-FR" sz="3200" i="1"><a:latin typeface="Cambria Math"/></a:rPr>';
const sign = (text: string): string => `<m:r>${LOOK}<m:t>${text}</m:t></m:r>`;
const formula = (inside: string): string =>
  `<a14:m xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><m:oMath xmlns:m="${MATH}">${inside}</m:oMath></a14:m>`;

/** The paragraph of a slide as LibreOffice is given it; null where it gets the slide as it is. */
async function drawn(paragraph: string): Promise<string | null> {
  const parts = unzipSync(files.pptx());
  const name = 'ppt/slides/s0.xml';
  const slide = strFromU8(parts[name] ?? new Uint8Array()).replace('<a:r>', () => `${paragraph}<a:r>`);
  const bytes = Bytes.of(files.zip({ ...parts, [name]: strToU8(slide) }));
  const changed = drawableSlides(await readPageParts(bytes, (await readZipDirectory(bytes)) ?? [])).get(name);
  return changed?.toString('utf8') ?? null;
}

describe('the formulas of a deck', () => {
  it.each([
    ['a power', `<m:sSup><m:e>${sign('x')}</m:e><m:sup>${sign('2')}</m:sup></m:sSup>`, 'x²'],
    ['a fraction', `<m:f><m:num>${sign('a+b')}</m:num><m:den>${sign('2')}</m:den></m:f>`, '(a+b)/2'],
    ['a sign that XML writes as a name', `${sign('a&lt;b')}`, 'a&lt;b'],
  ])('are given to LibreOffice as text with their size: %s', async (_what, inside, text) => {
    expect(await drawn(formula(inside))).toContain(
      `<a:r><a:rPr lang="fr-FR" sz="3200" i="1"></a:rPr><a:t>${text}</a:t></a:r>`,
    );
  });

  it('that nobody can read are left as they are', async () => {
    expect(await drawn(formula('<m:e>'.repeat(600) + sign('x') + '</m:e>'.repeat(600)))).toBeNull();
  });
});

describe('letters that this machine cannot draw', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fonts-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  /** A list of fonts, of which one has the sign of a school, and no other sign that is rare. */
  async function fonts(): Promise<string> {
    const command = join(dir, 'fc-list');
    await writeFile(command, '#!/bin/sh\n[ "$1" = ":charset=1f3eb" ] && echo "Some Emoji"\nexit 0\n');
    await chmod(command, 0o755);
    return command;
  }
  const page = (words: string, isMaster = false) => ({
    text: Buffer.from(`<a:t title="🎈">${words}</a:t>`).toString('latin1'),
    isMaster,
  });

  it.runIf(process.platform === 'linux')('are named, each once, and those with a font are not', async () => {
    const command = await fonts();
    expect(await lettersWithoutFont([page('🎉 Fête 🏫 🎉'), page('学校')], command)).toBe('🎉学校');
    expect(await lettersWithoutFont([page('🏫 Été — « 12 € » → ☎ ✓')], command)).toBe('');
    expect(await lettersWithoutFont([page('🎉', true)], command)).toBe('');
  });

  it('are not guessed where nothing lists the fonts', async () => {
    expect(await lettersWithoutFont([page('🎉')], join(dir, 'nothing'))).toBe('');
  });
});
