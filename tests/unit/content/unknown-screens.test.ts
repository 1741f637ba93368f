import { describe, expect, it } from 'vitest';
import { unknownScreens } from '../../../main/content/unknown-screens.ts';
import type { CatalogueItem } from '../../../main/programme/catalogue.ts';
import { foldersOfEachTest, serviceOfEachTest } from '../../support/each-test.ts';
import { eventually } from '../../support/eventually.ts';

const item = (source: string, ...screens: string[]) => ({ source, screens }) as unknown as CatalogueItem;
const everywhere = { source: 'Mot.md', screens: null } as unknown as CatalogueItem;
const screens = ['Hall', 'cantine'].map((name) => ({ name, town: null, lit: null }));
const plain = (text: string | undefined) => (text ?? '').replace(/[\u00a0\u202f]/gu, ' ');

describe('a name that no screen has', () => {
  it.each([
    [item('Mot.md', 'hal'), 'Mot.md', 'cette fiche n’est sur aucun écran', 'Vouliez-vous écrire « Hall » ?'],
    [item('Mot.md', 'hall', 'gymnase'), 'Mot.md', '« gymnase », écrit après « ecrans ».', 'Hall, cantine'],
    [item('écrans/Hal/a/Mot.md', 'hal'), 'écrans/Hal', 'du dossier « écrans/Hal »', 'Renommez-le « Hall »'],
    [item('Ecrans/Gymnase/x.ics', 'gymnase'), 'Ecrans/Gymnase', 'n’est sur aucun écran', 'Hall, cantine'],
  ])('is a warning that proposes the nearest known name', (one, file, message, advice) => {
    const found = unknownScreens([everywhere, one, one], screens);
    expect(found).toMatchObject([{ file, severity: 'warning', code: 'screen-unknown' }]);
    expect(plain(found[0]?.message)).toContain(message);
    expect(plain(found[0]?.advice)).toContain(advice);
  });

  it('does not exist where preau.yml lists no screens; a listed name is never unknown', () => {
    expect(unknownScreens([item('Mot.md', 'hal')], [])).toEqual([]);
    expect(unknownScreens([item('Mot.md', 'hall'), item('écrans/Cantine/x.md', 'cantine')], screens)).toEqual([]);
  });
});

describe('the catalogue', () => {
  const folders = foldersOfEachTest();
  const start = serviceOfEachTest(folders);

  it('warns of a file that is on no screen until preau.yml lists the screen', async () => {
    await folders.write('preau.yml', 'ecrans:\n  - nom: hall\n');
    await folders.write('Mot.md', '---\necran: Hal\n---\n# Un mot\n\nBonjour.\n');
    const app = await start();
    const told = await eventually(app.catalogue, ({ problems }) => problems.length > 0);
    expect(told.problems).toMatchObject([{ file: 'Mot.md', severity: 'warning', code: 'screen-unknown' }]);
    expect(told.items).toHaveLength(1);
    await folders.write('preau.yml', 'ecrans:\n  - nom: hall\n  - nom: hal\n');
    await eventually(app.catalogue, ({ problems }) => problems.length === 0);
  });
});
