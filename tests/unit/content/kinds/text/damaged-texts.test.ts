import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnsweringFolder, answerIn, createFolder, discard } from '../../../report/answering-folder.ts';

/** A text in UTF-8 with one byte of Windows-1252 in it. */
const damaged = (before: string, after: string): Buffer =>
  Buffer.concat([Buffer.from(`é${before}`), Buffer.of(0xe9), Buffer.from(after)]);

describe('characters that are damaged are guessed, and staff are told', () => {
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

  it('in the messages of a tree', async () => {
    await folder.write('arbre/messages.txt', damaged('tudier\nMon m', 'tier\n'));
    await folder.write('arbre/arbre.md', '# L’arbre\n');
    const told = () => folder.contentFolder.state().catalogue.problems;
    await expect
      .poll(told)
      .toMatchObject([{ file: 'arbre/messages.txt', severity: 'warning', code: 'text-broken', about: 'guessed' }]);
  });

  it('in the settings of the place', async () => {
    await folder.write('preau.yml', damaged('tablissement: a\nnom: Lyc', 'e Exemple\n'));
    const codes = () => folder.contentFolder.state().catalogue.problems.map(({ code }) => code);
    await expect.poll(codes).toContain('text-broken');
  });
});
