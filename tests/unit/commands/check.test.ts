import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExitCode, formatCheck } from '../../../main/commands/check.ts';
import { runCheck } from '../../../main/commands/read-commands.ts';
import type { Problem } from '../../../main/contract.ts';
import type { ReportRow } from '../../../main/report/row.ts';
import type { CatalogueView } from '../../../main/server/answers.ts';
import { testSettings } from '../../support/settings.ts';

const refused: Problem = {
  file: 'Affiche 10.png',
  severity: 'refused',
  code: 'image-truncated',
  message: 'L’image est coupée.',
  advice: 'Copiez-la de nouveau.',
};
const warning: Problem = { ...refused, file: 'Affiche 2.png', severity: 'warning', message: 'L’image est petite.' };
const row = (path: string, more: Partial<ReportRow> = {}): ReportRow => ({
  path,
  name: path,
  kind: 'Image',
  icon: 'image',
  title: '',
  state: 'shown',
  sentences: [],
  fiches: [],
  members: [],
  problems: [],
  picture: null,
  numeral: null,
  ...more,
});
const items: CatalogueView['items'] = [{ id: 'a', kind: 'image', title: 'A', file: 'a.png' }];

describe('preau check', () => {
  it('names each file with what is wrong and what to do, in natural order, and counts at the end', () => {
    const problems = [refused, { ...refused, message: 'Son nom est vide.' }];
    const files = [
      row('Affiche 2.png', { problems: [warning] }),
      row('Affiche 10.png', { state: 'refused', problems }),
    ];
    const text = formatCheck({ items, problems: [...problems, warning], files });
    expect(text.indexOf('Affiche 2.png')).toBeLessThan(text.indexOf('Affiche 10.png'));
    expect(text.match(/Affiche 10\.png/g)).toHaveLength(1);
    expect(text).toContain('REFUSÉ\u00a0: L’image est coupée.\n  → Copiez-la de nouveau.');
    expect(text).toContain('À vérifier\u00a0: L’image est petite.');
    expect(text.trimEnd().split('\n').at(-1)).toBe('1 fiche lue, 1 fichier refusé, 1 avertissement.');
  });

  it('tells of each file what `_état.html` tells: shown, shown when, each event of a list, each picture of a folder', () => {
    const plate = { ...refused, file: 'exposition/a.png' };
    const files = [
      row('a.png', { sentences: ['Sans date : tous les jours.'] }),
      row('agenda.ics', {
        kind: 'Agenda',
        sentences: ['1 à venir.'],
        fiches: [{ title: 'Concert', town: 'Xville', state: 'later', sentences: ['Dates : mardi 11 mars.'] }],
      }),
      row('exposition', { kind: 'Exposition', members: ['a.png'], problems: [plate] }),
    ];
    const text = formatCheck({ items, problems: [plate], files });
    expect(text).toContain('a.png – Image – À l’écran. Sans date : tous les jours.\n');
    expect(text).toContain('  · Concert, Xville – Plus tard. Dates : mardi 11 mars.\n');
    expect(text).toContain('REFUSÉ (a.png)\u00a0: L’image est coupée.');
  });

  it('reads the folder, and prints the same as text and as JSON', async () => {
    const base = await mkdtemp(join(tmpdir(), 'preau-check-'));
    try {
      const content = join(base, 'contenu');
      await mkdir(content);
      await writeFile(join(content, 'mardi 11 mars 2031 - Atelier.md'), 'Venez nombreux.');
      await writeFile(join(content, 'jeu.exe'), 'MZ');
      const settings = testSettings({ content, state: join(base, 'état'), at: '2031-03-10T09:00' });
      const printed: string[] = [];
      expect(await runCheck(settings, false, (text) => printed.push(text))).toBe(1);
      expect(await runCheck(settings, true, (text) => printed.push(text))).toBe(1);
      expect(printed[0]).toMatch(/Atelier\.md – Texte – Plus tard\. Dates\u00a0: mardi 11 mars/u);
      expect(printed[0]).toMatch(/jeu\.exe – .* – Pas affiché\.\n {2}REFUSÉ/u);
      expect(JSON.parse(printed[1] ?? '')).toMatchObject({
        items: [{ kind: 'text' }],
        problems: [{ file: 'jeu.exe', severity: 'refused' }],
        files: [
          { file: 'jeu.exe', state: 'refused', label: 'Pas affiché' },
          { file: 'mardi 11 mars 2031 - Atelier.md', state: 'later', label: 'Plus tard' },
        ],
      });
    } finally {
      await rm(base, { recursive: true, force: true });
    }
  });

  it('says that all is well when it is', () => {
    expect(formatCheck({ items, problems: [], files: [] })).toBe('1 fiche lue, aucun problème.\n');
    expect(formatCheck({ items: [], problems: [], files: [] })).toBe('0 fiche lue, aucun problème.\n');
  });

  it('has exit code 1 only where a file is refused', () => {
    expect(checkExitCode([])).toBe(0);
    expect(checkExitCode([warning])).toBe(0);
    expect(checkExitCode([warning, refused])).toBe(1);
  });
});
