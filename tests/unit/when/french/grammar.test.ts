import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse as parseCoded, WORDS } from '../../../../main/when/french/french-parser.generated.ts';
import { days } from '../../../../main/when/french/make-days.ts';
import { hours } from '../../../../main/when/french/make-hours.ts';
import { is } from '../../../../main/when/french/sureness.ts';
import { tokenize } from '../../../../main/when/french/tokenize.ts';
import { makeFrenchParser, plainFrenchParser, START_RULES } from '../../../support/french-parser.ts';

it('the parser of French dates is the one that peggy makes from the grammar', async () => {
  await expect(makeFrenchParser()).toMatchFileSnapshot('../../../../main/when/french/french-parser.generated.ts');
});

it('what rules are not tried, because they cannot begin with a character, changes nothing of what is read', () => {
  const plain = plainFrenchParser();
  const word = fc.constantFrom(...WORDS, 'mai', 'mardi', 'du', 'au', 'le', 'Forum', 'maison');
  const sign = fc.constantFrom(...'-_/.,:;()[]|&+>’h');
  const number = fc.oneof(fc.nat(31).map(String), fc.constantFrom('05', '2026', '20260505', '14', '30', '1'));
  const part = fc.tuple(fc.oneof(word, number, sign), fc.constantFrom('', ' ', ' ')).map((both) => both.join(''));
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...START_RULES),
      (parts, startRule) => {
        const { coded, tokens } = tokenize(parts.join(''));
        const options = () => ({ startRule, make: { ...days, ...hours }, is, tokens });
        expect(parseCoded(coded, options())).toEqual(plain.parse(coded, options()));
      },
    ),
    { numRuns: 1_000 },
  );
});
