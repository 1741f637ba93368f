import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readSite } from '../../../main/settings/site.ts';

const read = (source: string) => readSite(source, Temporal.PlainDate.from('2026-04-01'));
const plain = (text: string | undefined) => (text ?? '').replace(/\u00a0/gu, ' ');

describe('the settings of the place', () => {
  it('are what the file says, whatever the case and the accents of its keys', () => {
    const { site, problems } = read(
      'Lieu: Lycée du Parc\nville: Arles\nfuseau: Indian/Reunion\nThème: sombre\nDurées:\n  image: 20\nÉcrans:\n  - nom: hall\n    ville: Sète\n    heures: 7h30-18h30\n  - nom: 2\nreserve: 5\n',
    );
    expect(problems).toEqual([]);
    expect(site).toMatchObject({
      place: {
        name: 'Lycée du Parc',
        town: 'Arles',
        zone: 'Indian/Reunion',
        theme: 'sombre',
        durations: { image: 20 },
        screens: [
          { name: 'hall', town: 'Sète', lit: { hours: [{ from: '07:30', to: '18:30' }] } },
          { name: '2', town: null, lit: null },
        ],
      },
      storeBytes: 5 * 1024 ** 3,
    });
  });

  it('have defaults for all that is not said', () => {
    for (const source of [
      '',
      '# rien\n',
      'lieu:\nville:\nfuseau:\ntheme:\ndurees:\necrans:\nreserve:\n',
      'durees:\n  image:\n',
    ]) {
      expect(read(source)).toMatchObject({ site: { place: { zone: 'Europe/Paris', screens: [] } }, problems: [] });
    }
  });

  it('may name screens and nothing else of them', () => {
    const { site } = read('ecrans: [hall, cantine]\n');
    expect(site?.place.screens.map(({ name }) => name)).toEqual(['hall', 'cantine']);
  });

  it.each([
    ['ecrans:\n  nom: hall\n', '« ecrans » : une liste d’écrans est attendue', '« - nom: hall »'],
    ['ecrans:\n  hall:\n    ville: Arles\n', '« ecrans » : une liste d’écrans est attendue', '« - nom: hall »'],
    ['ecrans: hall\n', '« ecrans » : « hall » n’est pas compris, une liste', '« - nom: hall »'],
    ['ecrans:\n  - ville: Arles\n', '« ecrans › n° 1 › nom » : le nom de l’écran est attendu', '« - nom: hall »'],
    ['ecrans:\n  - nom: a\n  - nom:\n', '« ecrans › n° 2 › nom » : le nom', '« - nom: hall »'],
    ['ecrans:\n  - nom: ""\n', '« ecrans › n° 1 › nom » : le nom', '« - nom: hall »'],
    ['ecrans:\n  - [a, b]\n', '« ecrans › n° 1 » : une liste', '« - nom: hall »'],
    [
      'ecrans:\n  - nom: a\n    heure: 8h-18h\n',
      'la clé « heure », sous « ecrans › n° 1 », n’existe pas',
      '« heures: »',
    ],
    ['ecrans:\n  - nom: a\n    heures: [8h]\n', '« ecrans › n° 1 › heures » : des heures', '« heures: 7h30-18h30 »'],
    ['ecrans:\n  - nom: a\n    heures: longtemps\n', '« ecrans › a › heures » : La date « longtemps »', 'Écrivez'],
    ['ecrans:\n  - nom: a\n    ville: {b: c}\n', '« ecrans › n° 1 › ville » : un texte', '« ville: Arles »'],
    ['ecrans:\n  - nom: Hall\n  - nom: hall\n', 'deux écrans portent le nom « hall »', 'un nom'],
    ['ecran:\n  - nom: a\n', 'la clé « ecran » n’existe pas', '« ecrans: »'],
    ['lieu: [a]\n', '« lieu » : un texte est attendu', '« lieu: Lycée du Parc »'],
    ['lieu: {a: b}\n', '« lieu » : un texte', '« lieu: Lycée du Parc »'],
    ['ville: true\n', '« ville » : « true » n’est pas compris, un texte', '« ville: Arles »'],
    ['fuseau: Paris\n', '« fuseau » : « Paris » n’est pas compris, le nom d’un fuseau', '« fuseau: Europe/Paris »'],
    ['fuseau: 1\n', '« fuseau » : « 1 » n’est pas compris', '« fuseau: Europe/Paris »'],
    ['theme: rose\n', '« theme » : « rose » n’est pas compris, « clair »', '« theme: clair »'],
    ['theme: [clair]\n', '« theme » : « clair », « sombre » ou « contraste »', '« theme: clair »'],
    ['durees: 12\n', '« durees » : « 12 » n’est pas compris, une durée par ligne', '« image: 12 »'],
    ['durees:\n  - image: 12\n', '« durees » : une durée par ligne', '« image: 12 »'],
    ['durees:\n  image: 12 s\n', '« durees › image » : « 12 s » n’est pas compris, un nombre', '« image: 12 »'],
    ['durees:\n  arbre: 1\n', '« durees › arbre » : « 1 » n’est pas compris, un nombre', '« arbre: 12 »'],
    ['durees:\n  exposition: 9999\n', '« durees › exposition » : « 9999 » n’est pas compris', 'exposition: 12'],
    ['durees:\n  photo: 12\n', 'la clé « photo », sous « durees », n’existe pas', 'image, exposition, arbre'],
    ['reserve: beaucoup\n', '« reserve » : « beaucoup » n’est pas compris, un nombre de gigaoctets', '« reserve: 20 »'],
    ['reserve: 0\n', '« reserve » : « 0 » n’est pas compris', '« reserve: 20 »'],
    ['vile: Arles\n', 'la clé « vile » n’existe pas', '« ville: »'],
    ['zzzzzzzz: 1\n', 'la clé « zzzzzzzz » n’existe pas', 'lieu, ville, fuseau, theme, durees, ecrans, reserve'],
    ['- lieu: a\n', 'une clé par ligne est attendue', '« lieu: Lycée du Parc »'],
    ['Bonjour\n', '« Bonjour » n’est pas compris, une clé par ligne', '« lieu: Lycée du Parc »'],
    ['lieu: a\nlieu: b\n', 'la ligne 2 répète une clé', 'une des deux'],
    ['lieu: Lycée : le Parc\n', 'la ligne 1 n’est pas écrite comme il faut', 'guillemets'],
    ['durees:\n\timage: 12\n', 'la ligne 2 n’est pas écrite comme il faut', 'tabulation'],
    ['theme: [rose\n', 'n’est pas écrite comme il faut', 'clé: valeur'],
    ['a: &a [1]\nlieu: *a\n', 'une ligne n’est pas écrite comme il faut', 'clé: valeur'],
  ])('in %j are refused with a French sentence and what to write', (source, message, advice) => {
    const { site, problems } = read(source);
    expect(site).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'preau.yml', severity: 'refused', code: 'settings-invalid' });
    expect(plain(problems[0]?.message)).toContain(message);
    expect(plain(problems[0]?.message)).toMatch(/^Les réglages ne sont pas compris : .*[^.]\.$/u);
    expect(plain(problems[0]?.advice)).toContain(advice);
    expect(plain(problems[0]?.advice)).toMatch(/derniers réglages valables restent en service\.$/u);
  });

  it('tell every mistake at once', () => {
    const { problems } = read('vile: Arles\ntheme: rose\ndurees:\n  image: 12 s\n');
    expect(problems).toHaveLength(3);
  });

  it('are kept where hours are only doubtful, and say so', () => {
    const { site, problems } = read('ecrans:\n  - nom: hall\n    heures: mercredi 8h-18h\n');
    expect(site?.place.screens).toHaveLength(1);
    expect(problems).toMatchObject([{ severity: 'warning' }]);
  });

  it('whatever they hold, are answered in French and never break', () => {
    const key = fc.constantFrom('lieu', 'ville', 'fuseau', 'theme', 'durees', 'ecrans', 'reserve', 'image', 'nom', 'x');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 0, -1, 12, 1e300, '', 'hall', '8h-18h', 'Paris'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (data) => {
        const { site, problems } = read(JSON.stringify(data));
        expect(site === null).toBe(problems.some(({ severity }) => severity === 'refused'));
        for (const { message } of problems)
          expect(message).not.toMatch(/\b(?:expected|received|invalid|input|too)\b/iu);
      }),
      { numRuns: 500 },
    );
  });
});
