import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Programme } from '../../../main/contract.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';
import { hostile, pdf, svg } from '../../support/media-files.ts';

const folders = foldersOfEachTest();
const start = serviceOfEachTest(folders);

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1f47a8' } })
    .png()
    .toBuffer();
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

/** The problems of the folder once the wall shows its text, each with its file. */
async function settled(): Promise<{ readonly head: Programme['head']; readonly problems: readonly string[] }> {
  const app = await start();
  await eventually(app.programme, ({ slides }) => slides.some(({ kind }) => kind === 'text'));
  const { problems } = await eventually(app.catalogue, (view) => view.problems.length > 0);
  const { head } = await app.programme();
  return { head, problems: problems.map(({ file, message }) => plain(`${file}: ${message}`)) };
}

describe('the logo', () => {
  test('is in the head of the wall and served, has no slide, and follows its file and the settings', async () => {
    await folders.write('preau.yml', 'lieu: Collège\nlogo: images/Logo.png\n');
    await folders.write('images/logo.png', await png(64, 36));
    const app = await start();
    const { head, slides } = await eventually(app.programme, (programme) => programme.head?.logo !== undefined);
    expect(head).toMatchObject({ place: 'Collège', logo: { width: 64, height: 36 } });
    expect(slides.map(({ kind }) => kind)).toEqual(['idle']);
    const served = await app.get(head?.logo?.src ?? '');
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    await folders.write('images/logo.png', await png(80, 36));
    await eventually(app.programme, (programme) => programme.head?.logo?.width === 80);
    await folders.write('preau.yml', 'lieu: Collège\n');
    const without = await eventually(app.programme, (programme) => programme.head?.logo === undefined);
    expect(without.slides.map(({ kind }) => kind)).toEqual(['image']);
    await folders.write('preau.yml', 'bandeau: non\n');
    await eventually(app.programme, (programme) => programme.head === undefined);
  });

  test('that is not there has its sentence, and the wall goes on', async () => {
    await folders.write('preau.yml', 'lieu: Collège\nlogo: blason.png\n');
    await folders.write('Bonjour.md', 'Bonjour à tous.');
    const { head, problems } = await settled();
    expect(head).toEqual({ place: 'Collège' });
    expect(problems).toEqual([
      'preau.yml: Le logo « blason.png » est introuvable dans le dossier : le bandeau s’en passe.',
    ]);
  });

  test('of 20,000 pixels a side has its sentence, and the wall goes on', async () => {
    await folders.write('preau.yml', 'logo: logo.png\n');
    await folders.write('logo.png', await hostile.hugePng(20_000));
    await folders.write('Bonjour.md', 'Bonjour à tous.');
    const { head, problems } = await settled();
    expect(head).toEqual({});
    expect(problems).toEqual(['logo.png: L’image est trop grande : 20 000 × 20 000 pixels.']);
  });

  test('with a script is shown as a drawing, and the script is told', async () => {
    await folders.write('preau.yml', 'logo: logo.svg\n');
    await folders.write('logo.svg', svg('<script>alert(1)</script>'));
    await folders.write('Bonjour.md', 'Bonjour à tous.');
    const { head, problems } = await settled();
    expect(head?.logo).toBeDefined();
    expect(problems[0]).toContain('logo.svg: Le dessin SVG contient un programme (script)');
  });

  test('that is no picture has its sentence', async () => {
    await folders.write('preau.yml', 'logo: charte.pdf\n');
    await folders.write('charte.pdf', pdf());
    await folders.write('Bonjour.md', 'Bonjour à tous.');
    const { problems } = await settled();
    expect(problems).toEqual(['charte.pdf: Le logo n’est pas une image : le bandeau s’en passe.']);
  });
});
