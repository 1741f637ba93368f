import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainOfHtml } from '../../../../main/content/documents/plain-html.ts';
import { publicWords } from '../../../../main/content/documents/public-text.ts';
import { computing } from '../../../support/computed.ts';

describe('a description that another program wrote', () => {
  it.each([
    ['paragraphs', '<p>Venez <b>nombreux</b>.</p><p>Entrée libre</p>', 'Venez nombreux.\n\nEntrée libre'],
    ['line breaks of every kind', 'Un<br>deux<br/>trois<BR />quatre', 'Un\n\ndeux\n\ntrois\n\nquatre'],
    ['a list', '<ul><li>Un</li><li>Deux</li></ul>', 'Un\n\nDeux'],
    ['divs in capitals, with attributes', '<DIV class="a">Un</DIV><div style="x">Deux</div>', 'Un\n\nDeux'],
    ['a link', 'Voir <a href="https://example.org/?a=1">le site</a>.', 'Voir le site.'],
    ['Google’s own tag', '<html-blob><u></u>Un<br>Deux<u></u></html-blob>', 'Un\n\nDeux'],
    ['entities', 'Caf&eacute;&nbsp;&amp; th&#233;', 'Café & thé'],
    ['lines between inline tags', 'Un\n<b>deux</b>', 'Un\n\ndeux'],
    ['a comment and a style', '<style>p {color: red}</style><!-- <p>x --><p>Un</p>', 'Un'],
    ['an empty shell', '<p>&nbsp;</p><br>', ''],
    ['no markup at all', 'Un\ndeux & trois : 3 < 5 > 2', 'Un\ndeux & trois : 3 < 5 > 2'],
    ['a sign that is no tag, beside tags', '<p>moins de 3 < 5 ans</p>', 'moins de 3 ‹ 5 ans'],
  ])('with %s is plain text', (_name, html, expected) => {
    expect(plainOfHtml(html).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('loses its telephone numbers and addresses, even with tags within them', () => {
    expect(publicWords(false).text('<p>Contact <b>03 44 00 00 01</b><br> <a href="mailto:a@b.fr">a@b.fr</a></p>')).toBe(
      '',
    );
    expect(publicWords(false).text('<p>Venez.</p><p>Tél. : 03&nbsp;44&nbsp;00&nbsp;00&nbsp;01</p>')).toBe('Venez.');
  });

  it.each([
    [
      'Teams',
      'Bilan.\n\n________________\nRéunion Microsoft Teams\nRejoindre : https://teams.example.org/l/a\n________________\n',
    ],
    ['Meet', 'Bilan.\n\n-::~:~::~:~:~:~::-\nParticiper : https://meet.example.org/abc\n-::~:~::~:~:~:~::-'],
    ['Outlook, in HTML', '<p>Bilan.</p><p>__________</p><p><a href="x">https://zoom.example.org/j/1</a></p>'],
  ])('does not invite passers-by to a meeting of %s', (_name, text) => {
    expect(publicWords(false).text(text)).toBe('Bilan.');
  });

  it('keeps what stands under a line of signs', () => {
    expect(publicWords(false).text('Un\n----------\nDeux')).toMatch(/^Un\s+Deux$/u);
    expect(publicWords(false).text('Inscription : https://example.org/a')).toContain('https://example.org/a');
  });

  it('is one line where it is a title or a place', () => {
    expect(publicWords(false).line('CIO\n12 rue Haute,\n60000 Ville')).toBe('CIO, 12 rue Haute, 60000 Ville');
  });

  it('of any content shows no tag, and is read in time', () => {
    const bits = fc.constantFrom(
      '<p>',
      '</p>',
      '<br/>',
      '<b',
      '<!--',
      '-->',
      '<style>',
      '<',
      '>',
      '&lt;',
      'mot ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        expect(plainOfHtml(parts.join(''))).not.toMatch(/<\/?(?:p|br|b|style)\s*\/?>/iu);
      }),
    );
    const texts = ['<!--', '<style', '<p ', '<', '<p>'].map((bit) => `<p>${bit.repeat(100_000)}`);
    expect(computing(() => texts.forEach(plainOfHtml))).toBeLessThan(2_000);
  });
});
