import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDocx, makeOdt, paragraph } from '../../../../support/office.ts';
import { type AnsweringFolder, answerIn, createFolder, discard } from '../../../report/answering-folder.ts';

const PICTURE = {
  'word/media/image1.png': new Uint8Array(9),
  'word/document.xml':
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:pic="p"><w:body><w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p></w:body></w:document>',
};
const FRAME =
  '<text:p><draw:frame><draw:image xlink:href="Pictures/a.png" xmlns:xlink="http://www.w3.org/1999/xlink"/></draw:frame></text:p>';
const odtWith = (body: string) =>
  makeOdt([], {
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });

describe('a text with no words, or with words that are left out', () => {
  let base = '';
  let folder: AnsweringFolder;
  beforeEach(async () => {
    const made = await createFolder();
    base = made.base;
    folder = await answerIn(made.content, join(base, 'state'));
  });
  afterEach(async () => {
    await folder.close();
    await discard(base);
  });
  /** The kinds of slides that a file gives, and what is said of it. */
  const answer = async (name: string, bytes: string | Uint8Array) => {
    await folder.write(name, bytes);
    const found = () => {
      const { items, problems } = folder.contentFolder.state().catalogue;
      return {
        shown: items.filter(({ source }) => source === name).length,
        said: problems.filter(({ file }) => file === name).map(({ severity, code }) => `${severity} ${code}`),
      };
    };
    await expect.poll(found).not.toEqual({ shown: 0, said: [] });
    return found();
  };

  it('is never the lines of a calendar that has the name of a text', async () => {
    const calendar =
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Forum\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    expect(await answer('agenda.ics.txt', calendar)).toEqual({ shown: 0, said: ['refused text-calendar'] });
  });

  it('is never a slide with nothing but the name of its file', async () => {
    const silent: [string, string | Uint8Array, string][] = [
      ['image.docx', makeDocx([], PICTURE), 'document-pictures-only'],
      ['image.odt', odtWith(FRAME), 'document-pictures-only'],
      ['vide.docx', makeDocx([]), 'document-empty'],
      ['vide.odt', makeOdt([]), 'document-empty'],
      ['en-tête.md', '---\n---\n', 'text-empty'],
      ['trait.md', '---\nordre: 1\n---\n\n---\n', 'text-empty'],
    ];
    for (const [name, bytes, code] of silent) {
      expect(await answer(name, bytes), name).toEqual({ shown: 0, said: [`refused ${code}`] });
    }
  });

  it('with only a title shows it, and says so', async () => {
    expect(await answer('a.md', '# Cantine fermée\n')).toEqual({ shown: 1, said: ['warning text-title-only'] });
    expect(await answer('b.docx', makeDocx([paragraph('Cantine fermée', { level: 1 })]))).toEqual({
      shown: 1,
      said: ['warning text-title-only'],
    });
  });

  it('of a word processor is shown without its pictures, and says how to have them', async () => {
    expect(await answer('a.odt', odtWith(`<text:p>Venez nombreux.</text:p>${FRAME}`))).toEqual({
      shown: 1,
      said: ['warning document-pictures'],
    });
    expect(await answer('b.odt', odtWith('<text:p>Venez nombreux.</text:p>'))).toEqual({ shown: 1, said: [] });
    const both = PICTURE['word/document.xml'].replace('<w:drawing>', '<w:t>Venez</w:t><w:drawing>');
    expect(await answer('c.docx', makeDocx([], { ...PICTURE, 'word/document.xml': both }))).toEqual({
      shown: 1,
      said: ['warning document-pictures'],
    });
  });

  it('whose end is not shown says so', async () => {
    expect(await answer('long.md', 'Un paragraphe de mots.\n\n'.repeat(5_000))).toEqual({
      shown: 1,
      said: ['warning text-too-long'],
    });
  });
});
