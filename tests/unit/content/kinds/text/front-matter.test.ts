import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../../../main/content/kinds/text/front-matter.ts';
import { nearestKey } from '../../../../../main/content/kinds/text/front-matter-keys.ts';
import { splitFrontMatter } from '../../../../../main/content/kinds/text/front-matter-text.ts';
import { computing } from '../../../../support/computed.ts';

const read = (yaml: string) => readFrontMatter(splitFrontMatter(`---\n${yaml}\n---\nTexte`).data);

describe('the settings above a text', () => {
  it('are read with every key, as they are written', () => {
    const { value, warnings } = read(
      'Titre: Portes ouvertes\nDATES: 2026-05-05\nheures: 9h-12h\nville: Arles\nDépartement: 02\nlieu: CIO\ncatégorie: Atelier\ndescription: |\n  Une ligne\n  deux\npartenaires: [A, B]\nimage: photo.jpg\nlien: https://example.org\nduree: 1 min 30\nordre: 3\nécrans: hall, accueil',
    );
    expect(warnings).toEqual([]);
    expect(value).toEqual({
      title: 'Portes ouvertes',
      dates: '2026-05-05',
      hours: '9h-12h',
      town: 'Arles',
      department: '02',
      venue: 'CIO',
      category: 'Atelier',
      description: 'Une ligne\ndeux',
      partners: 'A, B',
      image: 'photo.jpg',
      link: 'https://example.org/',
      durationMs: 90_000,
      order: 3,
      screens: ['hall', 'accueil'],
    });
  });

  it.each([
    ['date: 5 mai', { dates: '5 mai' }],
    ['Date : 5 mai', { dates: '5 mai' }],
    ['dates: 5 mai', { dates: '5 mai' }],
    ['heure: 14h', { hours: '14h' }],
    ['heures: 14h', { hours: '14h' }],
    ['partenaire: A', { partners: 'A' }],
    ['ecran: hall', { screens: ['hall'] }],
    ['écran: hall', { screens: ['hall'] }],
    ['titres: A', { title: 'A' }],
    ['lieux: CIO', { venue: 'CIO' }],
    ['catégories: Atelier', { category: 'Atelier' }],
    ['liens: https://example.org', { link: 'https://example.org/' }],
  ])('are the same in the singular and in the plural: %s', (yaml, expected) => {
    expect(read(yaml)).toEqual({ value: expected, warnings: [] });
  });

  it('with the same key twice keep the first and say so', () => {
    const { value, warnings } = read('dates: 5 mai\ndate: 6 mai');
    expect(value).toEqual({ dates: '5 mai' });
    expect(warnings).toMatchObject([{ code: 'front-matter-twice', message: expect.stringContaining('date') }]);
  });

  it('are separated from the text, whose first line is known', () => {
    expect(splitFrontMatter('---\ntitre: A\n---\nTexte')).toMatchObject({
      data: { titre: 'A' },
      body: 'Texte',
      bodyLine: 4,
    });
    expect(splitFrontMatter('\ufeff\r\n---\r\ntitre: A\r\n---\r\nTexte')).toMatchObject({
      data: { titre: 'A' },
      body: 'Texte',
      bodyLine: 5,
    });
    for (const text of ['Texte', '', '---\n\nTexte\n\n---\n', 'Texte\n---\ntitre: A\n---\n']) {
      expect(splitFrontMatter(text)).toEqual({ data: null, body: text, bodyLine: 1 });
    }
  });

  it('may have a colon, a hash or a star in a value, which YAML refuses', () => {
    expect(read('titre: Atelier : rebondir #1\nlieu: *CIO*\nville: "Arles').value).toEqual({
      title: 'Atelier : rebondir #1',
      venue: '*CIO*',
      town: '"Arles',
    });
  });

  it('with an unknown key warn, propose the nearest and keep the others', () => {
    const { value, warnings } = read('titer: A\nville: Arles\nzzzzzz: 1');
    expect(value).toEqual({ town: 'Arles' });
    expect(warnings.map((each) => each.advice)).toEqual([
      expect.stringContaining('titre'),
      expect.stringContaining('ecrans'),
    ]);
  });

  it('say whether the pictures of an exhibition move: they do not unless it is written', () => {
    expect(read('mouvement: Lent').value).toEqual({ slow: true });
    expect(read('mouvement: aucun').value).toEqual({ slow: false });
    expect(read('mouvement: vite').warnings).toHaveLength(1);
  });

  it('with a value that is not understood warn and keep the others', () => {
    const { value, warnings } = read(
      'duree: longtemps\nordre: premier\nlien: javascript:alert(1)\ndepartement: Oise\nville: Arles\ntitre: {a: b}',
    );
    expect(value).toEqual({ town: 'Arles' });
    expect(warnings).toHaveLength(5);
    expect(warnings.every((each) => each.code === 'front-matter-value')).toBe(true);
  });

  it('that cannot be read name the line', () => {
    expect(splitFrontMatter('---\ntitre: A\n  - x: [\n---\nTexte')).toMatchObject({
      data: null,
      body: 'Texte',
      fault: { code: 'front-matter-invalid', line: expect.any(Number) },
    });
    expect(splitFrontMatter('---\ntitre: A\n\nTexte')).toMatchObject({
      data: { titre: 'A' },
      body: '\nTexte',
      fault: { code: 'front-matter-unclosed' },
    });
  });

  it('with an alias bomb are refused at once', () => {
    const levels = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`),
    ];
    const text = `---\n${levels.join('\n')}\n---\nTexte`;
    expect(splitFrontMatter(text)).toMatchObject({ data: null, fault: { code: 'front-matter-invalid' } });
    expect(computing(() => splitFrontMatter(text))).toBeLessThan(500);
  });

  it('of any content have an answer, and never an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.stringMatching(/^([a-z]{1,6}: ?[-&*[\]{}|>"'a-z:#!%@]{0,8}\n){0,6}$/),
        ),
        (yaml) => {
          const split = splitFrontMatter(`---\n${yaml}\n---\nTexte`);
          readFrontMatter(split.data);
          expect(split.body).toContain('Texte');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a key with a typing mistake is recognised', () => {
    expect(['tirte', 'lieux', 'vile', 'dat', 'heure', 'discription', 'ecran', 'Durée!'].map(nearestKey)).toEqual([
      'titre',
      'lieu',
      'ville',
      'dates',
      'heures',
      'description',
      'ecrans',
      'duree',
    ]);
    expect(nearestKey('photographe')).toBeNull();
  });
});
