import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT_NAME } from '../../../main/report/page-file.ts';
import type { RunningApp } from '../../support/app.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { committed, jpeg, pdf } from '../../support/media-files.ts';
import { makeDocx, paragraph } from '../../support/office.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);
let app: RunningApp;

/** The slides of the wall. The times of the programme are left out. */
const wall = async () => {
  const { slides } = await app.programme();
  return slides.map((slide) => JSON.stringify(slide));
};
const page = () => readFile(join(folders.content, REPORT_NAME), 'utf8').catch(() => '');
const docx = (text: string) => Buffer.from(makeDocx([paragraph(text), paragraph('Une phrase de plus. '.repeat(40))]));

const replacements: readonly [string, () => Promise<readonly [Buffer, Buffer]>][] = [
  ['Affiche.jpg', async () => [await jpeg(), await jpeg({ width: 800, height: 600 })]],
  ['Menu.pdf', async () => [pdf(), pdf({ pages: 2 })]],
  ['Mot.docx', async () => [docx('Le premier mot.'), docx('Le second mot, tout neuf.')]],
  ['Film.mp4', async () => [await committed('film-h264.mp4'), await committed('film-h264.mov')]],
];

describe('a file that is replaced', () => {
  test.each(replacements)(
    '%s keeps its old version on the wall until the new one is complete',
    async (name, versions) => {
      const [old, fresh] = await versions();
      await folders.write(name, old);
      app = await start();
      const before = await eventually(wall, (slides) => !slides.some((slide) => slide.includes('"idle"')));
      await folders.write(name, fresh.subarray(0, Math.floor(fresh.length / 2)));
      const { problems } = await eventually(app.catalogue, (catalogue) => catalogue.problems.length > 0);
      expect(problems[0]).toMatchObject({ file: name, severity: 'warning' });
      expect(await wall()).toEqual(before);
      await eventually(page, (text) => text.includes('La version précédente reste à l’écran.'));
      await folders.write(name, fresh);
      await eventually(app.catalogue, (catalogue) => catalogue.problems.every(({ code }) => code === 'text-too-small'));
      await eventually(wall, (slides) => slides.join() !== before.join());
    },
  );

  test('a plate of an exhibition stays until its new version is complete, and a plate that is removed leaves at once', async () => {
    await folders.write('expo/exposition.md', '---\ntitre: Regards\n---\n');
    await folders.write('expo/1.jpg', await jpeg());
    await folders.write('expo/2.jpg', await jpeg({ width: 500, height: 400 }));
    app = await start();
    const plates = async () => (await wall()).filter((slide) => slide.includes('"part":"plate"'));
    const before = await eventually(plates, (slides) => slides.length === 2);
    const fresh = await jpeg({ width: 800, height: 600 });
    await folders.write('expo/2.jpg', fresh.subarray(0, fresh.length / 2));
    await eventually(app.catalogue, ({ problems }) => problems.some(({ file }) => file === 'expo/2.jpg'));
    expect(await plates()).toEqual(before);
    await folders.remove('expo/1.jpg');
    await eventually(plates, (slides) => !slides.join().includes('/1.webp'));
    await folders.write('expo/2.jpg', fresh);
    await eventually(plates, (slides) => slides.length === 1 && slides.join().includes('"width":800'));
  });
});
