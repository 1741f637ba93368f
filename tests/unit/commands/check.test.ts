import { describe, expect, it } from 'vitest';
import { checkExitCode, formatCheck } from '../../../main/commands/check.ts';
import type { CatalogueView, Problem } from '../../../main/contract.ts';

const refused: Problem = {
  file: 'Affiche 10.png',
  severity: 'refused',
  code: 'image-truncated',
  message: 'L’image est coupée.',
  advice: 'Copiez-la de nouveau.',
};
const warning: Problem = { ...refused, file: 'Affiche 2.png', severity: 'warning', message: 'L’image est petite.' };
const items: CatalogueView['items'] = [{ id: 'a', kind: 'image', title: 'A', file: 'a.png' }];

describe('preau check', () => {
  it('names each file with what is wrong and what to do, in natural order, and counts at the end', () => {
    const text = formatCheck({ items, problems: [refused, warning, { ...refused, message: 'Son nom est vide.' }] });
    expect(text.indexOf('Affiche 2.png')).toBeLessThan(text.indexOf('Affiche 10.png'));
    expect(text.match(/Affiche 10\.png/g)).toHaveLength(1);
    expect(text).toContain('REFUSÉ\u00a0: L’image est coupée.\n  → Copiez-la de nouveau.');
    expect(text).toContain('À vérifier\u00a0: L’image est petite.');
    expect(text.trimEnd().split('\n').at(-1)).toBe('1 fiche lue, 1 fichier refusé, 1 avertissement.');
  });

  it('says that all is well when it is', () => {
    expect(formatCheck({ items, problems: [] })).toBe('1 fiche lue, aucun problème.\n');
    expect(formatCheck({ items: [], problems: [] })).toBe('0 fiche lue, aucun problème.\n');
  });

  it('fails only where a file is refused', () => {
    expect(checkExitCode([])).toBe(0);
    expect(checkExitCode([warning])).toBe(0);
    expect(checkExitCode([warning, refused])).toBe(1);
  });
});
