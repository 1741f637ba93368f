import { describe, expect, it } from 'vitest';
import { blocksHtml } from '../../../../../main/content/documents/blocks-html.ts';
import { readWhole } from '../../../../support/read-document.ts';
import { docxOf, docxPart, odtOf, odtStyles, relationsPart, tp, wp, wtable } from '../../../../support/word-bodies.ts';

/** The lines that a document shows, its title first, and the codes of what is said of it. */
async function wall(kind: string, bytes: Uint8Array): Promise<{ lines: string[]; told: string[] }> {
  const document = await readWhole(kind, bytes);
  if (!document.ok) return { lines: [], told: [document.fault.code] };
  const { title, html } = blocksHtml(document.blocks);
  const numbered = html.replace(/<ol(?: type="(.)")? start="(\d+)">/gu, '[$1$2]');
  const text = numbered.replace(/<\/(?:p|li|h2|td|th|tr)>|<br>/gu, '\n').replace(/<[^>]*>/gu, '');
  const lines = [title ?? '', ...text.split('\n')].map((line) => line.replace(/[\u00a0\u202f]/gu, ' ').trim());
  return { lines: lines.filter((line) => line !== ''), told: document.warnings.map(({ code }) => code) };
}

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
/** A field as Word writes it; without a `result`, it was never computed. */
const field = (code: string, result?: string): string =>
  `${mark('begin')}<w:r><w:instrText> ${code} </w:instrText></w:r>${
    result === undefined ? '' : `${mark('separate')}<w:r><w:t>${result}</w:t></w:r>`
  }${mark('end')}`;
const line = (...inside: string[]): string => `<w:p>${inside.join('')}</w:p>`;
const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('the fields of a Word document', () => {
  it.each([
    ['a sign that is a field', line(field('SYMBOL 74 \\f "Wingdings" \\s 12'), words(' Bravo')), ['☺ Bravo']],
    ['a letter that is a field', line(field('SYMBOL 128'), field('SYMBOL 0xe9 \\f Arial')), ['€é']],
    ['a letter by its number in Unicode', line(field('SYMBOL 8364 \\u')), ['€']],
    ['fields that show nothing', line(field('XE "Cantine"'), field('SEQ fig \\h'), words('Venez')), ['Venez']],
    ['a code in two pieces', line(field('RE</w:instrText><w:instrText>F a', 'lundi')), ['lundi']],
    [
      'a field of which one end is hidden',
      line(
        `<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>${mark('separate')}`,
        words('lundi'),
        mark('end'),
        words(' 4 mai'),
      ),
      ['lundi 4 mai'],
    ],
    [
      'a field of which one end was deleted',
      line(
        `${mark('begin')}<w:r><w:instrText>REF a</w:instrText></w:r><w:del>${mark('end')}</w:del>`,
        words('lundi 4 mai'),
      ),
      ['lundi 4 mai'],
    ],
    ['words of a letter that was sent', line(words('Pour '), field('MERGEFIELD Nom', 'Camille')), ['Pour Camille']],
  ])('are shown as Word shows them, and nothing is said: %s', async (_name, body, lines) => {
    expect(await wall('docx', docxOf(body))).toEqual({ lines, told: [] });
  });

  it.each([
    ['a condition', field('IF 1 = 1 "oui" "non"')],
    ['a simple condition', '<w:fldSimple w:instr="IF 1 = 1 oui non"/>'],
    ['a sum', field('= 2 + 3')],
    ['the number of a figure', field('SEQ Figure')],
    ['a date', field('DATE')],
    [
      'a condition within another field',
      field(`IF ${'</w:instrText></w:r>'}${field('MERGEFIELD a', 'b')}<w:r><w:instrText> = 1`),
    ],
  ])('whose words were never computed are told: %s', async (_name, inside) => {
    expect(await wall('docx', docxOf(line(words('Venez '), inside)))).toEqual({
      lines: ['Venez'],
      told: ['document-unsaved'],
    });
  });

  it.each([
    ['docx', docxOf(line(words('Madame '), field('MERGEFIELD Nom', '«Nom»')))],
    ['docx', docxOf(line(words('Madame '), field('MERGEFIELD Nom', '&lt;Nom&gt;')))],
    ['docx', docxOf(line(words('Madame '), field('MERGEFIELD Nom')))],
    [
      'docx',
      docxOf(
        line(words('Madame '), '<w:fldSimple w:instr="ADDRESSBLOCK"><w:r><w:t>«BlocAdresse»</w:t></w:r></w:fldSimple>'),
      ),
    ],
    ['docx', docxOf(line(words('Madame '), field('MACROBUTTON NoMacro [Tapez le nom]')))],
    ['odt', odtOf(tp('Madame <text:database-display>&lt;Nom&gt;</text:database-display>'))],
  ])('that hold the place of a name are told, and not shown (%s)', async (kind, bytes) => {
    expect(await wall(kind, bytes)).toEqual({ lines: ['Madame'], told: ['document-fields'] });
  });

  it('that a program of OpenDocument would compute are told', async () => {
    const text = tp('Venez <text:conditional-text text:string-value-if-true="oui"/>');
    expect(await wall('odt', odtOf(text))).toEqual({ lines: ['Venez'], told: ['document-unsaved'] });
  });
});

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const style = (id: string, name: string, properties: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${properties}</w:pPr></w:style>`;
const inList = (id: number, at: number | null, text: string, more = ''): string =>
  line(
    `<w:pPr>${more}<w:numPr>${at === null ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${id}"/></w:numPr></w:pPr>`,
    text === '' ? '' : words(text),
  );

/** A document whose list 1 has these levels; `lists` are more of them. */
const numberedDocx = (body: string, levels: string, { lists = '', styles = '' } = {}): Uint8Array =>
  docxOf(body, {
    'word/_rels/document.xml.rels': relationsPart({
      r1: ['numbering', 'numbering.xml'],
      r2: ['styles', 'styles.xml'],
    }),
    'word/styles.xml': docxPart('styles', styles),
    'word/numbering.xml': docxPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${lists}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    ),
  });

describe('the numbers of headings and lists', () => {
  const heading = (n: number, text: string): string => line(`<w:pPr><w:pStyle w:val="T${n}"/></w:pPr>`, words(text));
  const headings =
    heading(1, 'Accueil') + heading(2, 'Le matin') + heading(2, 'Le soir') + heading(1, 'Sorties') + heading(2, 'Parc');
  const inStyles = (first: string, second: string): string =>
    style('T1', 'heading 1', first) + style('T2', 'heading 2', second);
  const styles = inStyles(
    '<w:numPr><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
  );

  it.each([
    [
      'figures',
      level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2'),
      ['1. Accueil', '1.1 Le matin', '1.2 Le soir', '2. Sorties', '2.1 Parc'],
    ],
    [
      'roman and letters',
      level(0, 'upperRoman', '%1 –') + level(1, 'lowerLetter', '%2)'),
      ['I – Accueil', 'a) Le matin', 'b) Le soir', 'II – Sorties', 'a) Parc'],
    ],
    [
      'figures under roman ones',
      level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
      ['I. Accueil', '1.1 Le matin', '1.2 Le soir', 'II. Sorties', '2.1 Parc'],
    ],
    [
      'a zero before',
      level(0, 'decimalZero', '%1') + level(1, 'none', ''),
      ['01 Accueil', 'Le matin', 'Le soir', '02 Sorties', 'Parc'],
    ],
    [
      'a word',
      level(0, 'decimal', 'Article %1 :') + level(1, 'bullet', '•'),
      ['Article 1 : Accueil', 'Le matin', 'Le soir', 'Article 2 : Sorties', 'Parc'],
    ],
    [
      'one that counts over its parts',
      level(0, 'decimal', '%1.') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'),
      ['1. Accueil', '1. Le matin', '2. Le soir', '2. Sorties', '3. Parc'],
    ],
    [
      'a level without a number',
      level(0, 'decimal', '') + level(1, 'decimal', '%2.'),
      ['Accueil', '1. Le matin', '2. Le soir', 'Sorties', '1. Parc'],
    ],
  ])('stand before the headings of Word: %s', async (_name, levels, lines) => {
    expect(await wall('docx', numberedDocx(headings, levels, { styles }))).toEqual({ lines, told: [] });
  });

  it('are those of the level that names the style, where the style names none', async () => {
    const levels =
      level(0, 'decimal', '%1.', '<w:pStyle w:val="T1"/>') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="T2"/>');
    const same = inStyles('<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:numId w:val="1"/></w:numPr>');
    expect((await wall('docx', numberedDocx(headings, levels, { styles: same }))).lines.slice(0, 3)).toEqual([
      '1. Accueil',
      '1.1 Le matin',
      '1.2 Le soir',
    ]);
  });

  it('are those of a style of lists, and begin again where a list says so', async () => {
    const lists =
      '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="9"><w:styleLink w:val="L"/>${level(0, 'upperLetter', '%1.')}</w:abstractNum>` +
      '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' +
      `<w:num w:numId="3"><w:abstractNumId w:val="9"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>${level(0, 'lowerRoman', '%1.')}</w:lvlOverride></w:num>`;
    const body = inList(2, 0, 'Un') + inList(2, 0, 'Deux') + inList(3, 0, 'Trois');
    expect((await wall('docx', numberedDocx(body, '', { lists }))).lines).toEqual(['[A1]Un', 'Deux', '[i1]Trois']);
  });

  it('count an item without words, and what stands under another item anew', async () => {
    const levels = level(0, 'bullet', '•') + level(1, 'decimal', '%2.');
    const body = [
      inList(1, 0, 'Lundi'),
      inList(1, 1, 'Maths'),
      inList(1, 1, ''),
      inList(1, 1, 'Anglais'),
      inList(1, 0, 'Mardi'),
      inList(1, 1, 'Sport'),
    ].join('');
    expect((await wall('docx', numberedDocx(body, levels))).lines).toEqual([
      'Lundi',
      '[1]Maths',
      '[3]Anglais',
      'Mardi',
      '[1]Sport',
    ]);
  });

  it('stand in the cells of a table, also in those without words', async () => {
    const body = wtable([
      [inList(1, 0, ''), 'Maths'],
      [inList(1, 0, ''), 'Anglais'],
      ['Salle', inList(1, 0, 'B12')],
    ]);
    expect((await wall('docx', numberedDocx(body, level(0, 'decimal', '%1.')))).lines).toEqual([
      '1.',
      'Maths',
      '2.',
      'Anglais',
      'Salle',
      '3. B12',
    ]);
  });

  it('stand before the headings of OpenDocument, and before items of a second level', async () => {
    const levels = (name: string): string =>
      `<text:${name} text:level="1" style:num-format="I" style:num-suffix="."/><text:${name} text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix=")"/>`;
    const h = (n: number, text: string, more = ''): string =>
      `<text:h text:outline-level="${n}"${more}>${text}</text:h>`;
    const text = [
      h(1, 'Accueil'),
      h(2, 'Le matin'),
      h(2, 'Rappel', ' text:is-list-header="true"'),
      h(2, 'Le soir'),
      h(1, 'Sorties', ' text:style-name="Sans"'),
      h(1, 'Parc', ' text:restart-numbering="true" text:start-value="5"'),
      '<text:list text:style-name="L"><text:list-item><text:p>Un</text:p><text:list><text:list-item><text:p>Deux</text:p></text:list-item></text:list></text:list-item></text:list>',
    ].join('');
    const automatic = `<style:style style:name="Sans" style:list-style-name=""/><text:list-style style:name="L">${levels('list-level-style-number')}</text:list-style>`;
    const parts = {
      'styles.xml': odtStyles(
        `<office:styles><text:outline-style>${levels('outline-level-style')}</text:outline-style></office:styles>`,
      ),
    };
    expect(await wall('odt', odtOf(text, automatic, parts))).toEqual({
      lines: ['I. Accueil', 'I.1) Le matin', 'Rappel', 'I.2) Le soir', 'Sorties', 'V. Parc', '[I1]Un', 'I.1) Deux'],
      told: [],
    });
  });

  it('do not hide what a heading announces', async () => {
    const document = await readWhole('docx', numberedDocx(headings, level(0, 'decimal', '%1.'), { styles }));
    expect(document.ok && document.blocks.map((block) => block.kind !== 'table' && block.text)).toEqual([
      'Accueil',
      'Le matin',
      'Le soir',
      'Sorties',
      'Parc',
    ]);
  });

  it('are passed over where the document says nothing of them', async () => {
    expect(await wall('docx', docxOf(inList(7, 0, 'Venez') + wp('Merci')))).toEqual({
      lines: ['Venez', 'Merci'],
      told: [],
    });
  });
});
