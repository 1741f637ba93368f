import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinalRuns, typeset } from '../../../../renderer/text/typography.ts';

const n = '\u00a0';
const t = '\u202f';

describe('French typography', () => {
  it.each([
    ["L'atelier d'été", 'L’atelier d’été'],
    ['Exposition "En cuisine"', `Exposition «${n}En cuisine${n}»`],
    ['Exposition «En cuisine»', `Exposition «${n}En cuisine${n}»`],
    ['Exposition “En cuisine”', `Exposition «${n}En cuisine${n}»`],
    ['“Lire “Candide” ensemble”', `«${n}Lire «${n}Candide${n}» ensemble${n}»`],
    ['Venez nombreux!', `Venez nombreux${t}!`],
    ['Qui vient ?', `Qui vient${t}?`],
    ['Au menu : frites', `Au menu${n}:${n}frites`],
    ['Rendez-vous salle n° 12', `Rendez\u2060-\u2060vous salle n°${n}12`],
    ['De 14 h à 17 h', `De 14${n}h à 17${n}h`],
    ['Le mardi 5 mai', `Le mardi 5${n}mai`],
    ['Il y a 4 000 places', `Il y a 4${t}000${n}places`],
    ['Et puis...', 'Et puis…'],
    ['la fin de la rue', `la fin de la${n}rue`],
    ['De 14h à 17h', `De 14${n}h à 17${n}h`],
    ['à 18h30, puis 9H-12H', `à 18${n}h${n}30, puis 9${n}h-12${n}h`],
    ['5% de 12€', `5${n}% de 12${n}€`],
    [
      'Au 03 22 12 34 56 ou au +33 3 22 12 34 56.',
      `Au 03${n}22${n}12${n}34${n}56 ou au +33${n}3${n}22${n}12${n}34${n}56.`,
    ],
    ['la salle no 5, page 12 et bâtiment C', `la salle no${n}5, page${n}12 et bâtiment${n}C`],
    ['Louis XIV et François Ier au XVIe siècle', `Louis${n}XIV et François${n}Ier au XVIe${n}siècle`],
    ["on lit 'bonjour' à l'école", `on lit «${n}bonjour${n}» à${n}l’école`],
    ["'dire 'oui' ensemble'", `«${n}dire «${n}oui${n}» ensemble${n}»`],
    ["rock 'n' roll", "rock 'n'\u00a0roll"],
    [
      'Éloignez-vous, où va-t-il ? Dis-le',
      `Éloignez\u2060-\u2060vous, où va\u2060-\u2060t\u2060-\u2060il${t}?${n}Dis\u2060-\u2060le`,
    ],
  ])('sets « %s »', (raw, set) => {
    expect(typeset(raw)).toBe(set);
  });

  it.each([
    'https://exemple.fr/a?b=1;c:d!',
    'vie.scolaire@exemple.fr',
    '9:41',
    'ratio 16:9',
    '🎉👩‍🏫',
    'a?b',
    'https://exemple.fr/14h/5%25',
    'Jean-de-la-Fontaine',
    'H2O',
    '24hX',
  ])('leaves « %s » as it is', (text) => {
    expect(typeset(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    const sign = fc.constantFrom(
      ...' \'"«»“”:;!?.,-()0123456789abéM.hn°€%XI+/\n\u00a0\u202f\u2060'.split(''),
      '🎉',
      'mot ',
      ' h ',
      '-vous',
      '-t-il',
      ' page ',
      'Louis ',
      '06 12 34 56 78',
      'Ier siècle',
    );
    const text = fc.oneof(fc.string({ unit: sign, maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));
    fc.assert(
      fc.property(text, (raw) => typeset(typeset(raw)) === typeset(raw)),
      { numRuns: 1000 },
    );
  });

  it('loses no letter and no figure', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (raw) => letters(typeset(raw)) === letters(raw)));
  });

  const raised = (text: string): string[] => ordinalRuns(text).flatMap((run) => (run.raised ? [run.text] : []));
  const read = (text: string): string =>
    ordinalRuns(text)
      .map((run) => run.text)
      .join('');

  it('raises the letters of ordinals, and of nothing else', () => {
    expect(raised('le 1er jour de 2de, la 3ème, au XXe siècle')).toEqual(['er', 'de', 'e', 'e']);
    expect(raised('1 erreur, 2e2, vers 14h, A1e')).toEqual([]);
    expect(ordinalRuns('sans').map((run) => run.text)).toEqual(['sans']);
  });

  it.each([
    ['la 1ère année', 'la 1re année', 're'],
    ['les 1ères', 'les 1res', 'res'],
    ['les 3èmes', 'les 3es', 'es'],
    ['la 3e\u0300me', 'la 3e', 'e'],
    ['une 6eme', 'une 6e', 'e'],
    ['la 4ième', 'la 4e', 'e'],
    ['la 2nde', 'la 2nde', 'nde'],
    ['les 2ndes', 'les 2ndes', 'ndes'],
    ['les 1ers', 'les 1ers', 'ers'],
    ['François Ier', 'François Ier', 'er'],
    ['la Ire guerre', 'la Ire guerre', 're'],
    ['le XIXème siècle', 'le XIXe siècle', 'e'],
    ['la Ve République', 'la Ve République', 'e'],
  ])('sets « %s » as « %s »', (raw, set, letters) => {
    expect(read(raw)).toBe(set);
    expect(raised(raw)).toEqual([letters]);
  });

  it.each([
    'Vers 20 h',
    'Ver de terre',
    'Vie de classe',
    'Vélo',
    'Xérès',
    'Ie, Ce, Me, De, Le',
    'VIIIIe',
    'IXXe',
    '3des',
    '12ers',
    'Vert, Vexin, Vire, Ires',
    'https://exemple.fr/3e',
  ])('finds no ordinal in « %s »', (text) => {
    expect(ordinalRuns(text)).toEqual([{ text, raised: false }]);
  });
});
