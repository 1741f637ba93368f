import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { defaultSite, readSite, type Site } from '../../../main/settings/site.ts';

const read = (source: string, before: Site = defaultSite) =>
  readSite(source, Temporal.PlainDate.from('2026-04-01'), before);
const plain = (text: string | undefined) => (text ?? '').replace(/\u00a0/gu, ' ');

/** Each problem says last what is in force while it stands. */
const MEANWHILE =
  /(?:derniers réglages valables restent en service|les autres sont appliqu[ée]+s|les autres réglages sont appliqués)\.$/iu;

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

  it('have a default for each key that is not written', () => {
    for (const source of [
      '',
      '# rien\n',
      'lieu:\nville:\nfuseau:\ntheme:\ndurees:\necrans:\nreserve:\n',
      'durees:\n  image:\n',
    ]) {
      expect(read(source)).toMatchObject({ site: { place: { zone: 'Europe/Paris', screens: [] } }, problems: [] });
    }
  });

  it('may take the head from the wall, and give each picture the wall to itself', () => {
    expect(read('bandeau: non\n').site.place.wall.headed).toBe(false);
    expect(read('paires: non\n').site.place.wall.paired).toBe(false);
    expect(read('bandeau: oui\n').site.place.wall.headed).toBe(true);
    expect(read('').site.place.wall).toEqual({ headed: true, paired: true, accent: null });
  });

  it('say how far the displays are turned, all of them or one, in words or in degrees', () => {
    const turned = read(
      'orientation: Portrait\nécrans:\n  - nom: hall\n    orientation: paysage inversé\n  - cantine\n',
    ).site.place;
    expect([turned.wall.rotation, ...turned.screens.map(({ rotation }) => rotation)]).toEqual([90, 180, undefined]);
    expect(
      ['270', '"0"', 'portrait inverse', 'paysage'].map(
        (word) => read(`orientation: ${word}`).site.place.wall.rotation,
      ),
    ).toEqual([270, 0, 270, 0]);
    // What is wrong keeps what was in force.
    expect(read('orientation: 45\n', read('orientation: 90\n').site).site.place.wall.rotation).toBe(90);
  });

  it('have a colour of the place, also one that YAML takes for a comment', () => {
    for (const written of ['#1f47a8', '"#1f47a8"', '1f47a8', 'bleu']) {
      const { site, problems } = read(`couleurs: ${written}\nlieu: Lycée\n`);
      expect(problems).toEqual([]);
      expect(site.place).toMatchObject({ name: 'Lycée', wall: { accent: { fill: '#1f47a8' } } });
    }
  });

  it('tell which shade is shown of a colour that is too pale', () => {
    const { site, problems } = read('couleurs: #ffcc00\n');
    const shown = site.place.wall.accent?.fill ?? '';
    expect(problems).toMatchObject([{ severity: 'warning', code: 'colour-too-pale', about: 'guessed' }]);
    expect(plain(problems[0]?.message)).toContain('sur « #ffcc00 », un texte blanc ne se lit pas');
    expect(plain(problems[0]?.message)).toContain(`« ${shown} »`);
    expect(read(`couleurs: "${shown}"\n`)).toMatchObject({ problems: [] });
  });

  it('never take the red of alerts for the colour of the place', () => {
    const { problems } = read('couleurs: "#b3151b"\n');
    expect(problems).toMatchObject([{ severity: 'warning', code: 'colour-of-alerts', about: 'guessed' }]);
  });

  it('may give the names of screens alone', () => {
    const { site } = read('ecrans: [hall, cantine]\n');
    expect(site.place.screens.map(({ name }) => name)).toEqual(['hall', 'cantine']);
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
    ['bandeau: peut-être\n', '« bandeau » : « peut-être » n’est pas compris, « oui » ou « non »', '« bandeau: non »'],
    ['paires: 2\n', '« paires » : « 2 » n’est pas compris, « oui » ou « non »', '« paires: non »'],
    [
      'orientation: debout\n',
      '« orientation » : « debout » n’est pas compris, « paysage »',
      '« orientation: portrait »',
    ],
    [
      'ecrans:\n  - nom: a\n    orientation: 45\n',
      '« ecrans › n° 1 › orientation » : « 45 »',
      '« orientation: portrait »',
    ],
    ['couleurs: bleuâtre\n', '« couleurs » : « bleuâtre » n’est pas compris, une seule couleur', 'turquoise'],
    ['couleurs: [bleu, vert]\n', '« couleurs » : une seule couleur', '« couleurs: "#1f47a8" »'],
    ['theme: [clair]\n', '« theme » : « clair », « sombre » ou « contraste »', '« theme: clair »'],
    ['durees: 12\n', '« durees » : « 12 » n’est pas compris, une durée par ligne', '« image: 12 »'],
    ['durees:\n  - image: 12\n', '« durees » : une durée par ligne', '« image: 12 »'],
    ['durees:\n  image: 12 s\n', '« durees › image » : « 12 s » n’est pas compris, un nombre', '« image: 12 »'],
    ['durees:\n  arbre: 1\n', '« durees › arbre » : « 1 » n’est pas compris, un nombre', '« arbre: 12 »'],
    ['durees:\n  exposition: 9999\n', '« durees › exposition » : « 9999 » n’est pas compris', 'exposition: 12'],
    ['durees:\n  photo: 12\n', 'la clé « photo », sous « durees », n’existe pas', 'image, exposition, arbre'],
    ['rappel: 75 s\n', '« rappel » : « 75 s » n’est pas compris, un nombre de secondes', '« rappel: 75 »'],
    ['rappel: 5\n', '« rappel » : « 5 » n’est pas compris', '« rappel: 75 »'],
    ['tour: long\n', '« tour » : « long » n’est pas compris, un nombre de minutes', '« tour: 4 »'],
    ['reserve: beaucoup\n', '« reserve » : « beaucoup » n’est pas compris, un nombre de gigaoctets', '« reserve: 20 »'],
    ['reserve: 0\n', '« reserve » : « 0 » n’est pas compris', '« reserve: 20 »'],
    ['vile: Arles\n', 'la clé « vile » n’existe pas', '« ville: »'],
    [
      'zzzzzzzz: 1\n',
      'la clé « zzzzzzzz » n’existe pas',
      'lieu, ville, fuseau, theme, bandeau, logo, paires, orientation, couleurs, durees, rappel, tour, son, vacances, ecrans, reserve',
    ],
    ['- lieu: a\n', 'une clé par ligne est attendue', '« lieu: Lycée du Parc »'],
    ['Bonjour\n', '« Bonjour » n’est pas compris, une clé par ligne', '« lieu: Lycée du Parc »'],
    ['lieu: a\nlieu: b\n', 'la ligne 2 répète une clé', 'une des deux'],
    ['lieu: Lycée : le Parc\n', 'la ligne 1 n’est pas écrite comme il faut', 'guillemets'],
    ['durees:\n\timage: 12\n', 'la ligne 2 n’est pas écrite comme il faut', 'tabulation'],
    ['theme: [rose\n', 'n’est pas écrite comme il faut', 'clé: valeur'],
    ['ville: &a Arles\nlieu: *a\n', 'la ligne 2 n’est pas écrite comme il faut', 'clé: valeur'],
    ['lieu: a\nLIEU: b\n', 'la ligne 2 répète une clé', 'une des deux'],
    ['lieu: a\n\tb: c\nville: Arles\n', 'la ligne 2 n’est pas écrite comme il faut', 'tabulation'],
    [`lieu: ${'['.repeat(50_000)}\n`, 'n’est pas écrite comme il faut', 'clé: valeur'],
  ])('in %j are refused with a French sentence and what to write', (source, message, advice) => {
    const { site, problems } = read(source);
    expect(site.place).toMatchObject({ zone: 'Europe/Paris', theme: 'clair', durations: {} });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'preau.yml', severity: 'refused', code: 'settings-invalid' });
    expect(plain(problems[0]?.message)).toContain(message);
    expect(plain(problems[0]?.message)).toMatch(/^Les réglages ne sont pas compris : .*[^.]\.$/u);
    expect(plain(problems[0]?.advice)).toContain(advice);
    expect(plain(problems[0]?.advice)).toMatch(MEANWHILE);
  });

  it('name every mistake at once', () => {
    const { problems } = read('vile: Arles\ntheme: rose\ndurees:\n  image: 12 s\n');
    expect(problems).toHaveLength(3);
  });

  it('take hours that are only doubtful, with a warning', () => {
    const { site, problems } = read('ecrans:\n  - nom: hall\n    heures: mercredi 8h-18h\n');
    expect(site.place.screens).toHaveLength(1);
    expect(problems).toMatchObject([{ severity: 'warning' }]);
  });

  it('are told of twenty times at most', () => {
    const { problems } = read(Array.from({ length: 500 }, (_, index) => `inconnue${index}: 1\n`).join(''));
    expect(problems).toHaveLength(21);
    expect(plain(problems.at(-1)?.message)).toContain('480 autres lignes sont à revoir');
  });
});

/** A value that is right for each key, another one, and a wrong one. */
const KEYS: readonly { readonly lines: string; readonly other: string; readonly wrong: readonly string[] }[] = [
  {
    lines: 'lieu: Lycée du Parc\n',
    other: 'lieu: Collège Zola\n',
    wrong: ['lieu: [a]\n', 'lieu: Lycée : le Parc\n', 'lieu: a\nlieu: b\n'],
  },
  { lines: 'ville: Arles\n', other: 'ville: Sète\n', wrong: ['ville: {a: b}\n', 'ville: *a\n', 'ville: "Arles\n'] },
  { lines: 'fuseau: Indian/Reunion\n', other: 'fuseau: Europe/Madrid\n', wrong: ['fuseau: Paris\n', 'fuseau: [\n'] },
  { lines: 'rappel: 60\n', other: 'rappel: 0\n', wrong: ['rappel: -1\n', 'rappel: souvent\n'] },
  { lines: 'tour: 5\n', other: 'tour: 0\n', wrong: ['tour: 0.5\n', 'tour: 4 min\n'] },
  { lines: 'son: oui\n', other: 'son: non\n', wrong: ['son: fort\n', 'son: 3\n'] },
  { lines: 'theme: sombre\n', other: 'theme: contraste\n', wrong: ['theme: rose\n', 'theme: @\n'] },
  {
    lines: 'durees:\n  image: 20\n  arbre: 30\n',
    other: 'durees:\n  image: 21\n  arbre: 31\n',
    wrong: ['durees: 12\n', 'durees:\n\timage: 12\n'],
  },
  {
    lines: 'ecrans:\n  - nom: hall\n    heures: 8h-18h\n',
    other: 'ecrans:\n  - nom: cantine\n    heures: 9h-14h\n',
    wrong: ['ecrans: hall\n', 'ecrans:\n  - nom: hall\n   heures: 8h\n'],
  },
  { lines: 'reserve: 5\n', other: 'reserve: 6\n', wrong: ['reserve: 0\n', 'reserve: "5\n'] },
];

describe('a mistake in the settings of the place', () => {
  const all = KEYS.map(({ lines }) => lines);
  const others = read(KEYS.map(({ other }) => other).join('')).site;
  const cases = KEYS.flatMap(({ wrong }, index) => wrong.map((lines) => ({ lines, index })));

  it.each(cases)('costs its own key alone, which keeps its last good value: $lines', ({ lines, index }) => {
    const expected = read(all.with(index, KEYS[index]?.other ?? '').join('')).site;
    const { site, problems } = read(all.with(index, lines).join(''), others);
    expect(problems).toMatchObject([{ severity: 'refused' }]);
    expect(site).toEqual(expected);
  });

  it.each(cases)('on a first start leaves its key at its default: $lines', ({ lines, index }) => {
    const { site } = read(all.with(index, lines).join(''));
    expect(site).toEqual(read(all.with(index, '').join('')).site);
  });

  it('in a duration or a screen costs that line alone', () => {
    const before = read('durees:\n  image: 20\necrans:\n  - nom: hall\n    ville: Sète\n    heures: 8h-18h\n').site;
    const { site, problems } = read(
      'durees:\n  image: 12 s\n  arbre: 30\n  photo: 1\necrans:\n  - nom: Hall\n    ville: [a]\n    heures: longtemps\n  - ville: Arles\n  - nom: cantine\n  - nom: HALL\n    ville: Arles\n',
      before,
    );
    expect(problems).toHaveLength(6);
    expect(site.place.durations).toEqual({ image: 20, tree: 30 });
    expect(site.place.screens).toMatchObject([
      { name: 'Hall', town: 'Sète', lit: { hours: [{ from: '08:00', to: '18:00' }] } },
      { name: 'cantine', town: null, lit: null },
    ]);
  });

  it('that makes the whole file unreadable leaves all settings as they were', () => {
    for (const source of ['Bonjour\n', '- lieu: a\n', 'Bonjour\nlieu: [a\n', '{lieu: a', '\0\u0001']) {
      const { site, problems } = read(source, others);
      expect(site).toEqual(others);
      expect(plain(problems[0]?.advice)).toMatch(/derniers réglages valables restent en service\.$/u);
    }
  });

  it('is answered in French, whatever the file holds', () => {
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
        const { problems } = read(JSON.stringify(data), others);
        for (const { message } of problems)
          expect(message).not.toMatch(/\b(?:expected|received|invalid|input|too)\b/iu);
      }),
      { numRuns: 500 },
    );
  });

  it('never breaks, whatever the text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'lieu: a',
        'ecrans:',
        '  - nom: hall',
        '---',
        '\t',
        '? ',
        ': b',
        '__proto__: 1',
        'constructor: 1',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { site } = read(lines.join('\n'), others);
        expect(Object.keys(site.place).toSorted()).toEqual(Object.keys(others.place).toSorted());
      }),
      { numRuns: 500 },
    );
  });
});

describe('the screens of the settings', () => {
  it('are two hundred at most, and the first ones are taken', () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `  - nom: écran ${index}\n    heures: 8h-18h\n`);
    const { site, problems } = read(`lieu: a\necrans:\n${lines.join('')}`);
    expect(site.place.screens).toHaveLength(200);
    expect(site.place.screens.at(-1)?.name).toBe('écran 199');
    expect(problems.map(({ message }) => plain(message))).toEqual([
      'Les réglages ne sont pas compris : « ecrans » nomme 2000 écrans, et Préau en prend 200 au plus.',
    ]);
  });
});
