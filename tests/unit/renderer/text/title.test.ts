import { describe, expect, it } from 'vitest';
import { runningTitle, titleParts } from '../../../../renderer/text/title.ts';

const upTo = (length: number) => (text: string) => text.length <= length;

describe('a title that is too long', () => {
  it('is one part where it fits', () => {
    expect(titleParts('Forum des métiers', upTo(20))).toEqual(['Forum des métiers']);
  });

  it('is split about evenly, after a punctuation mark where there is one', () => {
    expect(titleParts('Vers la seconde : rencontre des parents, des élèves et du lycée', upTo(45))).toEqual([
      'Vers la seconde : rencontre des parents,',
      'des élèves et du lycée',
    ]);
  });

  it('loses no word', () => {
    const title = 'un deux trois quatre cinq six sept huit neuf dix onze douze';
    expect(titleParts(title, upTo(20)).join(' ')).toBe(title);
    expect(titleParts('anticonstitutionnellement', upTo(5))).toEqual(['anticonstitutionnellement']);
  });

  it('is shortened above later pages to whole words, and not after a linking word', () => {
    expect(runningTitle('Rencontre des élèves et de leurs parents avec l’équipe', upTo(45))).toBe(
      'Rencontre des élèves et de leurs parents',
    );
    expect(runningTitle('Jardin : les fleurs', upTo(12))).toBe('Jardin');
    expect(runningTitle('anticonstitutionnellement', upTo(5))).toBe('');
  });
});
