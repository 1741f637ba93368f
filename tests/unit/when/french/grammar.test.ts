import { expect, it } from 'vitest';
import { makeFrenchParser } from '../../../support/french-parser.ts';

it('the parser of French dates is the one that peggy makes from the grammar', async () => {
  await expect(makeFrenchParser()).toMatchFileSnapshot('../../../../main/when/french/french-parser.generated.ts');
});
