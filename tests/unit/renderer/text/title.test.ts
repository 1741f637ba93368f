import { describe, expect, it } from 'vitest';
import { runningTitle, titleParts } from '../../../../renderer/text/title.ts';

const atMost = (signs: number) => (text: string) => text.length <= signs;

describe('a title that is too long', () => {
  it('is whole where it stands', () => {
    expect(titleParts('Forum des métiers', atMost(20))).toEqual(['Forum des métiers']);
  });

  it('is cut about evenly, at a pause where there is one', () => {
    expect(titleParts('Vers la seconde : rencontre des parents, des élèves et du lycée', atMost(45))).toEqual([
      'Vers la seconde : rencontre des parents,',
      'des élèves et du lycée',
    ]);
  });

  it('loses no word', () => {
    const title = 'un deux trois quatre cinq six sept huit neuf dix onze douze';
    expect(titleParts(title, atMost(20)).join(' ')).toBe(title);
    expect(titleParts('anticonstitutionnellement', atMost(5))).toEqual(['anticonstitutionnellement']);
  });

  it('runs above the pages that follow as whole words, none of which announces another', () => {
    expect(runningTitle('Rencontre des élèves et de leurs parents avec l’équipe', atMost(45))).toBe(
      'Rencontre des élèves et de leurs parents',
    );
    expect(runningTitle('Jardin : les fleurs', atMost(12))).toBe('Jardin');
    expect(runningTitle('anticonstitutionnellement', atMost(5))).toBe('');
  });
});
