import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalParts } from '../../../../main/content/documents/persons.ts';
import { redactPersons } from '../../../../main/content/documents/redact.ts';

describe('what reaches a person', () => {
  it.each([
    'Appelez le 06 00 00 00 01.',
    'Vie scolaire : 07.00.00.00.01',
    'Club radio, +33 6 00 00 00 01',
    'Échange : +49 30 000000',
    'Mme Untel, 03 44 00 00 01',
    'Renseignements : Dominique Untel, 03 44 00 00 01',
    'Contactez Manon au 03 44 00 00 01',
    'CPE : M. Untel (03 44 00 00 01), bureau 12',
    'c.untel@ac-exemple.fr',
    'camille.untel [at] exemple.fr',
    'camille.untel (a) exemple.fr',
    'camille . untel @ exemple . fr',
    'Lucas : zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit',
    'Appelez le zéro sept douze douze douze douze',
    'Club photo : untel@orange.exemple',
  ])('is a mobile number, an address made of a name, or any number beside a name: %s', (text) => {
    expect(personalParts(text)).toHaveLength(1);
  });

  it.each([
    'Inscriptions au CDI : 03 44 00 00 01',
    'Pour joindre la vie scolaire : 03 20 00 00 00.',
    'Réservations au lycée Jean Moulin, 03 44 00 00 01',
    'Inscriptions auprès de Madame la proviseure au 03 44 00 00 01',
    'Office de Tourisme : 03 44 00 00 01',
    'Renseignements : Mission Locale, 03 44 00 00 01',
    'Permanence de M. Untel le mardi. Secrétariat : 03 44 00 00 01',
    'cdi@lycee-exemple.fr',
    'cdi (a) lycee-exemple.fr',
    'Accueil : zéro trois, quarante-quatre, douze, douze, douze',
    'Objectif zéro déchet, zéro six fois trois',
    'vie-scolaire.mermoz@ac-exemple.fr',
    'ce.0590000a@ac-exemple.fr',
    'lyceeduparc@exemple.fr',
  ])('is not the number of a desk, nor the address of a service: %s', (text) => {
    expect(personalParts(text)).toEqual([]);
    expect(redactPersons(text)).toBe(text);
  });

  it.each([
    [
      'Inscriptions au CDI ou par courriel : lea.untel@exemple.fr, ou au 06 44 06 12 34 avant le 15 mai.',
      'Inscriptions au CDI avant le 15 mai.',
    ],
    ['Inscriptions au CDI : 03 44 00 00 01, ou à lea.untel@exemple.fr.', 'Inscriptions au CDI : 03 44 00 00 01.'],
    ['Réunion à 18 h. Merci de confirmer à j.untel@exemple.fr. Venez nombreux.', 'Réunion à 18 h. Venez nombreux.'],
    ['Contact : Mme Untel, professeure de maths, 06 00 00 00 01', ''],
    ['Présidé par M. Untel (06 00 00 00 01).', 'Présidé par M. Untel.'],
    // What announced the address announces the number of the desk that stays
    ['Renseignements : x.untel@example.org ou 03 44 00 00 00.', 'Renseignements : 03 44 00 00 00.'],
    ['Écrivez à x.untel@example.org ou 03 44 00 00 00.', 'Écrivez au 03 44 00 00 00.'],
    ['Par mail x.untel@example.org ou par téléphone au 03 44 00 00 00', 'Par téléphone au 03 44 00 00 00'],
  ])('goes with the words that announce it, and leaves the rest of the sentence: %s', (text, left) => {
    expect(redactPersons(text)).toBe(left);
  });

  it('whatever stands around it, no mobile number is left', () => {
    const words = fc.stringMatching(/^[A-Za-zéèàç,;:()«» .]{0,40}$/);
    const pairs = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 4 });
    const mobile = fc
      .tuple(fc.constantFrom('06', '07', '+33 6', '+33 (0)7', '0033 6'), pairs, fc.constantFrom(' ', '.', '-', ''))
      .map(([start, rest, mark]) => [start, ...rest.map((pair) => String(pair).padStart(2, '0'))].join(mark));
    fc.assert(
      fc.property(words, mobile, words, (before, number, after) => {
        expect(redactPersons(`${before} ${number} ${after}`)).not.toMatch(/\d/);
      }),
      { numRuns: 500 },
    );
  });
});
