import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, type TestContext } from 'vitest';
import { ZIP } from '../../../../../main/content/completeness/zip.ts';
import { blocksHtml } from '../../../../../main/content/documents/blocks-html.ts';
import { wordProcessorDocument } from '../../../../../main/content/kinds/word/parse-word-processor.ts';
import { shownGrid } from '../../../../support/html-tables.ts';
import { officeOf } from '../../../../support/installed-office.ts';
import { readWhole } from '../../../../support/read-document.ts';
import { docxOf, docxPart, odtOf, relationsPart, tp, wp, wtable } from '../../../../support/word-bodies.ts';

/** What a document shows, the places of its first table, and what is said of it; no-break spaces are plain. */
async function wall(kind: string, bytes: Uint8Array) {
  const document = await readWhole(kind, bytes);
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');
  if (!document.ok)
    return { html: '', grid: [], told: [document.fault.code], messages: [plain(document.fault.message)] };
  const { title, html } = blocksHtml(document.blocks);
  const whole = plain(`${title === null ? '' : `<h1>${title}</h1>\n`}${html}`);
  const messages = document.warnings.map(({ message }) => plain(message));
  return { html: whole, grid: shownGrid(whole), told: document.warnings.map(({ code }) => code), messages };
}

const rels = (relations: Readonly<Record<string, readonly [string, string]>>) => ({
  'word/_rels/document.xml.rels': relationsPart(relations),
});
const r = (t: string, look = '') =>
  `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${t}</w:t></w:r>`;
const p = (inside: string, props = '') => `<w:p>${props ? `<w:pPr>${props}</w:pPr>` : ''}${inside}</w:p>`;
const br = '<w:r><w:br/></w:r>';
const tab = '<w:r><w:tab/></w:r>';
const span = (n: number) => `<w:gridSpan w:val="${n}"/>`;
const vm = (first: boolean) => `<w:vMerge${first ? ' w:val="restart"' : ''}/>`;
const styles = (inside: string) => docxPart('styles', inside);

describe('a document as schools write it', () => {
  it('a letter to the families has its subject as its title', async () => {
    const lines = ['Collège des Tilleuls', 'Le 20 avril 2026', 'Objet : photos de classe', 'Madame, Monsieur,'];
    const { html } = await wall('docx', docxOf(lines.map((line) => p(r(line))).join('')));
    expect(html).toBe(
      '<h1>Photos de classe</h1>\n<p>Collège des Tilleuls</p>\n<p>Le 20 avril 2026</p>\n<p>Madame, Monsieur,</p>',
    );
  });

  it('canteen menu, days with a line break, a merged holiday', async () => {
    const day = (d: string, n: string) => p(`${r(d, '<w:b/>')}${br}${r(n)}`);
    const w = await wall(
      'docx',
      docxOf(
        p(r('Menus du 4 au 8 mai', '<w:b/><w:sz w:val="40"/>')) +
          wtable([
            ['', day('LUNDI', '4 mai'), day('MARDI', '5 mai'), day('JEUDI', '7 mai'), day('VENDREDI', '8 mai')],
            ['Entrée', 'Carottes râpées', '', 'Salade verte', [p(r('FÉRIÉ')), vm(true)]],
            ['Plat', 'Poulet (1)', 'Lasagnes', 'Poisson pané', [p(''), vm(false)]],
            ['Garniture', 'Frites', '', 'Riz', [p(''), vm(false)]],
            ['Dessert', '', 'Mousse', 'Pomme', [p(''), vm(false)]],
          ]),
      ),
    );
    expect(w.grid[0]).toEqual(['', 'LUNDI / 4 mai', 'MARDI / 5 mai', 'JEUDI / 7 mai', 'VENDREDI / 8 mai']);
    expect(w.grid.map((row) => row[4])).toEqual(['VENDREDI / 8 mai', 'FÉRIÉ', 'FÉRIÉ', 'FÉRIÉ', 'FÉRIÉ']);
    expect(w.grid[4]).toEqual(['Dessert', '', 'Mousse', 'Pomme', 'FÉRIÉ']);
    expect(w.html).toContain('<thead>');
    expect(w.told).toEqual([]);
  });
  it('timetable with two heading rows and a lunch over all columns', async () => {
    const w = await wall(
      'docx',
      docxOf(
        wtable([
          [
            ['Heures', vm(true)],
            ['Semaine A', span(2)],
            ['Semaine B', span(2)],
          ],
          [['', vm(false)], 'Lundi', 'Mardi', 'Lundi', 'Mardi'],
          ['8 h', 'Maths', '', '', 'SVT'],
          [['12 h – Pause méridienne', span(5)]],
          ['14 h', '', 'EPS', 'EPS', ''],
        ]),
      ),
    );
    expect(w.grid).toEqual([
      ['Heures', 'Semaine A', 'Semaine A', 'Semaine B', 'Semaine B'],
      ['Heures', 'Lundi', 'Mardi', 'Lundi', 'Mardi'],
      ['8 h', 'Maths', '', '', 'SVT'],
      Array(5).fill('12 h – Pause méridienne'),
      ['14 h', '', 'EPS', 'EPS', ''],
    ]);
    expect(/<thead>(.*?)<\/thead>/su.exec(w.html)?.[1]?.match(/<tr>/gu)?.length).toBe(2);
  });
  it('poster: modern WordArt, a box with its fallback, a picture', async () => {
    const box = (text: string, warp = '') =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="3" name="Zone"/><a:graphic><a:graphicData uri="wps"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>${wp(text)}</w:txbxContent></wps:txbx><wps:bodyPr>${warp}</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${wp(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const pic =
      '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="pic"><pic:pic><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const w = await wall(
      'docx',
      docxOf(
        p(box('GRANDE KERMESSE', '<a:prstTxWarp prst="textWave1"/>')) +
          p(pic) +
          p(box('Samedi 20 juin') + box('Cour du collège')),
      ),
    );
    expect(w.html).toBe('<p>GRANDE KERMESSE</p>\n<p>Samedi 20 juin</p>\n<p>Cour du collège</p>');
    expect(w.told).toEqual(['document-pictures']);
  });
  it('form with content controls', async () => {
    const sdt = (pr: string, content: string) =>
      `<w:sdt><w:sdtPr>${pr}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const w = await wall(
      'docx',
      docxOf(
        p(r('Nom : ') + sdt('<w:text/>', r('Dominique'))) +
          p(
            r('Demi-pension ') +
              sdt(
                '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>',
                '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr><w:t>☒</w:t></w:r>',
              ),
          ) +
          p(
            r('Date : ') +
              sdt(
                '<w:showingPlcHdr/><w:date/>',
                r('Cliquez ou appuyez ici pour entrer une date.', '<w:rStyle w:val="Textedelespacerserv"/>'),
              ),
          ) +
          p(
            r('Classe : ') +
              sdt('<w:dropDownList><w:listItem w:value="6e"/><w:listItem w:value="5e"/></w:dropDownList>', r('5e')),
          ),
      ),
    );
    expect(w.html).toBe('<p>Nom : Dominique</p>\n<p>Demi-pension ☒</p>\n<p>Date :</p>\n<p>Classe : 5e</p>');
    expect(w.told).toEqual(['document-fields']);
  });
  it('tracked changes in cells, a moved paragraph, an old hidden format', async () => {
    const w = await wall(
      'docx',
      docxOf(
        p(
          `<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">${r('Réunion à 18 h')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`,
          '<w:rPr><w:moveFrom w:id="4"/></w:rPr>',
        ) +
          wtable([
            ['Lieu', 'Date'],
            [
              p(
                `<w:del w:id="5"><w:r><w:delText>Salle 1</w:delText></w:r></w:del><w:ins w:id="6">${r('Salle 2')}</w:ins>`,
              ),
              p(r('5 mai', '<w:rPrChange w:id="9"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
            ],
          ]) +
          p(
            `<w:moveToRangeStart w:id="7" w:name="m"/><w:moveTo w:id="8">${r('Réunion à 18 h')}</w:moveTo><w:moveToRangeEnd w:id="7"/>`,
          ),
      ),
    );
    expect(w.grid).toEqual([
      ['Lieu', 'Date'],
      ['Salle 2', '5 mai'],
    ]);
    expect(w.html.match(/Réunion à 18 h/gu)?.length).toBe(1);
    expect(w.html).not.toContain('Salle 1');
  });
  it('header, footer and watermark', async () => {
    const hdr = docxPart(
      'hdr',
      p(`<w:r><w:pict><v:shape><v:textpath string="BROUILLON"/></v:shape></w:pict></w:r>${r('Collège Prévert')}`),
    );
    const ftr = docxPart(
      'ftr',
      p(
        `${r('12 rue Haute – ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    );
    const w = await wall(
      'docx',
      docxOf(
        wp('Conseil de classe reporté') +
          '<w:sectPr><w:headerReference w:type="default" r:id="a"/><w:footerReference w:type="default" r:id="b"/></w:sectPr>',
        {
          ...rels({ a: ['header', 'header1.xml'], b: ['footer', 'footer1.xml'] }),
          'word/header1.xml': hdr,
          'word/footer1.xml': ftr,
        },
      ),
    );
    expect(w.html).toBe('<p>Conseil de classe reporté</p>');
    expect(w.told).toEqual(['document-margins']);
    expect(w.messages[0]).toMatch(/BROUILLON.*Collège Prévert.*12 rue Haute/u);
  });
  it('prices behind dotted tabs', async () => {
    const w = await wall(
      'docx',
      docxOf(
        p(r('Tarifs de la buvette')) +
          p(r('Crêpe') + tab + r('1,50 €'), '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>') +
          p(r('Jus de pomme') + tab + r('1 €')),
      ),
    );
    expect(w.html).toBe('<p>Tarifs de la buvette</p>\n<p>Crêpe 1,50 €</p>\n<p>Jus de pomme 1 €</p>');
  });
  it('bus times with tabs, some stops not served', async () => {
    const line = (...c: string[]) => p(c.map((x) => r(x)).join(tab));
    const w = await wall(
      'docx',
      docxOf(
        p(r('Ligne 12', '<w:b/>')) +
          line('Arrêt', 'Matin', 'Midi', 'Soir') +
          line('Gare', '7 h 40', '12 h 10', '17 h 05') +
          line('Mairie', '', '12 h 15', '17 h 10') +
          line('Stade', '7 h 55', '', '17 h 20'),
      ),
    );
    expect(w.grid).toEqual([
      ['Arrêt', 'Matin', 'Midi', 'Soir'],
      ['Gare', '7 h 40', '12 h 10', '17 h 05'],
      ['Mairie', '', '12 h 15', '17 h 10'],
      ['Stade', '7 h 55', '', '17 h 20'],
    ]);
    expect(w.told).toEqual(['document-tabs']);
  });
  it('numbered articles: the word before the number is in the numbering', async () => {
    const num = docxPart(
      'numbering',
      '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1 :"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>',
    );
    const item = (t: string, l = 0) => p(r(t), `<w:numPr><w:ilvl w:val="${l}"/><w:numId w:val="5"/></w:numPr>`);
    const w = await wall(
      'docx',
      docxOf(wp('Règlement') + item('Respect des horaires') + item('arriver à 8 h', 1) + item('Tenue correcte'), {
        ...rels({ n: ['numbering', 'numbering.xml'] }),
        'word/numbering.xml': num,
      }),
    );
    expect(w.html).toContain('Article 1 : Respect des horaires');
    expect(w.html).toContain('Article 2 : Tenue correcte');
    expect(w.html).toContain('<ol type="a" start="1"><li>arriver à 8 h</li></ol>');
  });
  it('items that count in letters and in Roman numbers, and in several numbers', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="3"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = docxPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="3">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>`,
    );
    const item = (t: string, l = 0) => p(r(t), `<w:numPr><w:ilvl w:val="${l}"/><w:numId w:val="5"/></w:numPr>`);
    const body = wp('Ordre du jour') + item('Bilan') + item('Projets') + item('sorties', 1);
    const w = await wall(
      'docx',
      docxOf(body, { ...rels({ n: ['numbering', 'numbering.xml'] }), 'word/numbering.xml': numbering }),
    );
    expect(w.html).toContain('<ol type="I" start="3"><li>Bilan</li>\n<li>Projets</li></ol>');
    expect(w.html).toContain('<ul><li>IV.3 sorties</li></ul>');
  });
  it('columns, a column break and a section', async () => {
    const w = await wall(
      'docx',
      docxOf(
        p(r('Lundi : piscine')) +
          p(`<w:r><w:br w:type="column"/></w:r>${r('Mardi : gymnase')}`) +
          p(r('Fin'), '<w:sectPr><w:cols w:num="2"/></w:sectPr>'),
      ),
    );
    expect(w.html).toBe('<p>Lundi : piscine</p>\n<p>Mardi : gymnase</p>\n<p>Fin</p>');
  });
  it('a poster in a frame of one cell', async () => {
    const w = await wall(
      'docx',
      docxOf(
        wtable([
          [
            p(r('CONCERT'), '<w:pStyle w:val="Titre1"/>') +
              wp('Jeudi 7 mai à 18 h') +
              p(r('Entrée libre'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
          ],
        ]),
      ),
    );
    expect(w.html).toBe('<h1>CONCERT</h1>\n<p>Jeudi 7 mai à 18 h</p>\n<ul><li>Entrée libre</li></ul>');
  });
  it('a page of two columns in a table, with a timetable in one of them', async () => {
    const inner = wtable([
      ['', 'Lundi', 'Mardi'],
      ['8 h', 'Maths', ''],
      ['9 h', '', 'SVT'],
    ]);
    const w = await wall('docx', docxOf(wtable([[wp('Bienvenue') + wp('au CDI'), wp('Horaires') + inner]])));
    expect(w.html.indexOf('au CDI')).toBeLessThan(w.html.indexOf('Horaires'));
    expect(w.grid).toEqual([
      ['', 'Lundi', 'Mardi'],
      ['8 h', 'Maths', ''],
      ['9 h', '', 'SVT'],
    ]);
  });
  it('a footnote in a cell and an endnote', async () => {
    const notes = (type: string, one: string, text: string) =>
      docxPart(type, `<w:${one} w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:${one}>`);
    const w = await wall(
      'docx',
      docxOf(
        wtable([
          ['Plat', 'Jour'],
          [p(`${r('Poisson')}<w:r><w:footnoteReference w:id="2"/></w:r>`), 'Lundi'],
        ]) + p(`${r('Bon appétit')}<w:r><w:endnoteReference w:id="2"/></w:r>`),
        {
          ...rels({ f: ['footnotes', 'footnotes.xml'], e: ['endnotes', 'endnotes.xml'] }),
          'word/footnotes.xml': notes('footnotes', 'footnote', 'Pêche durable'),
          'word/endnotes.xml': notes('endnotes', 'endnote', 'Le chef'),
        },
      ),
    );
    expect(w.grid[1]).toEqual(['Poisson[1]', 'Lundi']);
    expect(w.html).toContain('<p>Bon appétit[2]</p>\n<p>[1] Pêche durable</p>\n<p>[2] Le chef</p>');
  });
  it('an Excel table in the middle of a text', async () => {
    const w = await wall(
      'docx',
      docxOf(
        wp('Résultats du cross') +
          p(
            '<w:r><w:object><v:shape><v:imagedata r:id="r2"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12" r:id="r3"/></w:object></w:r>',
          ) +
          wp('Bravo à tous'),
      ),
    );
    expect(w.html).toBe('<p>Résultats du cross</p>\n<p>Bravo à tous</p>');
    expect(w.messages[0]).toMatch(/objets incorporés/u);
  });
  it('a chart in a chart of today, with a fallback', async () => {
    const w = await wall(
      'docx',
      docxOf(
        wp('Fréquentation du CDI') +
          p(
            '<w:r><mc:AlternateContent><mc:Choice xmlns:cx1="x" Requires="cx1"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" r:id="r1"/></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Fallback></mc:AlternateContent></w:r>',
          ),
      ),
    );
    expect(w.messages).toEqual(['Seul le texte de ce document est montré, sans ses graphiques.']);
  });
  it('equations: a root, a sum, a matrix-free system', async () => {
    const m = (t: string) => `<m:r><m:t>${t}</m:t></m:r>`;
    const w = await wall(
      'docx',
      docxOf(
        p(
          r('Énigme : ') +
            `<m:oMath><m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${m('x+1')}</m:e></m:rad>${m('=3')}</m:oMath>` +
            r(' donc ') +
            `<m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${m('i=1')}</m:sub><m:sup>${m('n')}</m:sup><m:e>${m('i')}</m:e></m:nary></m:oMath>`,
        ),
      ),
    );
    expect(w.html).toBe('<p>Énigme : √(x+1)=3 donc ∑[i=1 → n] i</p>');
  });
  it('a table of contents made by a field, headings by style names in French', async () => {
    const st = styles(
      '<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/></w:style>',
    );
    const w = await wall(
      'docx',
      docxOf(
        p(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
            r('Cantine') +
            tab +
            r('2'),
          '<w:pStyle w:val="TM1"/>',
        ) +
          p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
          p(r('Cantine'), '<w:pStyle w:val="T1"/>') +
          wp('Ouverte à 11 h 45'),
        { ...rels({ s: ['styles', 'styles.xml'] }), 'word/styles.xml': st },
      ),
    );
    expect(w.html).toBe('<h1>Cantine</h1>\n<p>Ouverte à 11 h 45</p>');
  });
  it('signs: a tick in Wingdings, a soft hyphen, a hyphen that does not break', async () => {
    const w = await wall(
      'docx',
      docxOf(
        p(
          `<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>${r(' Apporter son mas')}<w:r><w:softHyphen/></w:r>${r('que, rendez')}<w:r><w:noBreakHyphen/></w:r>${r('vous à 9 h')}`,
        ),
      ),
    );
    expect(w.html).toBe('<p>✓ Apporter son masque, rendez-vous à 9 h</p>');
  });
  it('as Google Docs writes it', async () => {
    const g = (t: string, pr = '') =>
      `<w:p w:rsidR="0"><w:pPr>${pr}<w:pageBreakBefore w:val="0"/><w:rPr/></w:pPr><w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_x" w:id="0"/><w:bookmarkEnd w:id="0"/><w:r w:rsidDel="0"><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">${t}</w:t></w:r></w:p>`;
    const st = styles('<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>');
    const w = await wall(
      'docx',
      docxOf(
        g('Club échecs', '<w:pStyle w:val="Title"/>') +
          `<w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>${g('Tous les mardis')}</w:sdtContent></w:sdt>` +
          wtable([
            [g('Jour'), g('Salle')],
            [g('Mardi'), g('')],
          ]),
        { ...rels({ s: ['styles', 'styles.xml'] }), 'word/styles.xml': st },
      ),
    );
    expect(w.html.startsWith('<h1>Club échecs</h1>\n<p>Tous les mardis</p>\n<table><thead>')).toBe(true);
    expect(w.grid).toEqual([
      ['Jour', 'Salle'],
      ['Mardi', ''],
    ]);
  });
  it('as Pages writes it: text in a shape with a fallback, spans in body styles', async () => {
    const st = styles('<w:style w:type="paragraph" w:styleId="BodyA"><w:name w:val="Body A"/></w:style>');
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="officeArt object" descr="Rectangle"/><a:graphic><a:graphicData uri="wps"><wps:wsp><wps:txbx id="1"><w:txbxContent>${p(r('Vide-grenier'), '<w:pStyle w:val="BodyA"/>')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>${p(r('Vide-grenier'))}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent>`;
    const w = await wall(
      'docx',
      docxOf(p(`<w:r>${box}</w:r>${r('Dimanche 10 mai')}`, '<w:pStyle w:val="BodyA"/>'), {
        ...rels({ s: ['styles', 'styles.xml'] }),
        'word/styles.xml': st,
      }),
    );
    expect(w.html).toBe('<p>Vide-grenier</p>\n<p>Dimanche 10 mai</p>');
    expect(w.told).toEqual([]);
  });
  it('a group of shapes with words and a picture', async () => {
    const wsp = (t: string) => `<wps:wsp><wps:txbx><w:txbxContent>${wp(t)}</w:txbxContent></wps:txbx></wps:wsp>`;
    const w = await wall(
      'docx',
      docxOf(
        p(
          `<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">${wsp('Étape 1')}<wpg:grpSp>${wsp('Étape 2')}</wpg:grpSp><pic:pic/></wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
        ),
      ),
    );
    expect(w.html).toBe('<p>Étape 1</p>\n<p>Étape 2</p>');
    expect(w.told).toEqual(['document-pictures']);
  });
  it('answers hidden in a table, and in a list', async () => {
    const w = await wall(
      'docx',
      docxOf(
        wtable([
          ['Question', 'Réponse'],
          ['Capitale ?', p(r('Paris', '<w:vanish/>'))],
        ]) + p(r('Visible') + r(' caché', '<w:vanish/>'), '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      ),
    );
    expect(w.grid).toEqual([
      ['Question', 'Réponse'],
      ['Capitale ?', ''],
    ]);
    expect(w.html).not.toMatch(/Paris|caché/u);
  });
  it('a strict document with a table', async () => {
    const text =
      '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Jour</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Lieu</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>CDI</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>';
    const w = await wall('docx', docxOf('', { 'word/document.xml': text }));
    expect(w.grid).toEqual([
      ['Jour', 'Lieu'],
      ['', 'CDI'],
    ]);
  });
  it('a document that is only a web page inside', async () => {
    const w = await wall(
      'docx',
      docxOf('<w:altChunk r:id="h"/><w:sectPr/>', {
        ...rels({ h: ['aFChunk', 'afchunk.mht'] }),
        'word/afchunk.mht': 'MIME',
      }),
    );
    expect(w.told).toEqual(['document-inserted']);
  });
  it('mail merge fields and smart tags', async () => {
    const w = await wall(
      'docx',
      docxOf(
        p(
          `<w:smartTag w:uri="x" w:element="date">${r('mardi 5 mai')}</w:smartTag>${r(' à ')}<w:customXml w:element="lieu">${r('Arles')}</w:customXml>${r(', ')}<w:fldSimple w:instr="MERGEFIELD Nom">${r('«Nom»')}</w:fldSimple>`,
        ),
      ),
    );
    expect(w.html).toBe('<p>mardi 5 mai à Arles,</p>');
    expect(w.told).toEqual(['document-fields']);
  });
  it('a week plan with days on the left and cells merged downwards, header repeated', async () => {
    const rows: Parameters<typeof wtable>[0] = [
      ['Jour', 'Heure', 'Activité'],
      [['Lundi', vm(true)], '9 h', 'Accueil'],
      [['', vm(false)], '10 h', ''],
      ['Mardi', '9 h', 'Visite'],
    ];
    const w = await wall('docx', docxOf(wtable(rows, '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>')));
    expect(w.grid).toEqual([
      ['Jour', 'Heure', 'Activité'],
      ['Lundi', '9 h', 'Accueil'],
      ['Lundi', '10 h', ''],
      ['Mardi', '9 h', 'Visite'],
    ]);
    expect(w.html).toContain('<thead>');
  });
  it('spacer columns and rows, a cell that is indented', async () => {
    const w = await wall(
      'docx',
      docxOf(
        wtable([
          ['Classe', '', 'Salle'],
          ['', '', ''],
          ['6e A', '', '12'],
          ['6e B', '', ''],
        ]),
      ),
    );
    expect(w.grid).toEqual([
      ['Classe', 'Salle'],
      ['6e A', '12'],
      ['6e B', ''],
    ]);
  });
  it('a text in capitals by its look, an address in a link, a picture with a description', async () => {
    const w = await wall(
      'docx',
      docxOf(
        p(r('portes ouvertes', '<w:caps/>')) + p(`<w:hyperlink r:id="l">${r('Inscriptions en ligne')}</w:hyperlink>`),
        { ...rels({ l: ['hyperlink', 'https://exemple.fr/'] }) },
      ),
    );
    expect(w.html).toBe('<p>portes ouvertes</p>\n<p>Inscriptions en ligne</p>');
  });
  /** A flat OpenDocument text, as LibreOffice saves it in another format. */
  const saved = async (context: TestContext, flat: string, to: 'odt' | 'docx'): Promise<Uint8Array> => {
    const program = await officeOf(context, '.doc');
    const dir = await mkdtemp(join(tmpdir(), 'saved-'));
    try {
      await writeFile(join(dir, 'a.fodt'), flat);
      const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
      const args = [profile, '--headless', '--convert-to', to, '--outdir', dir, join(dir, 'a.fodt')];
      await promisify(execFile)(program, args);
      return await readFile(join(dir, `a.${to}`));
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  };
  const NS = [
    'office',
    'text',
    'style',
    'table',
    'drawing:draw',
    'svg-compatible:svg',
    'xsl-fo-compatible:fo',
    'dublin:x',
  ]
    .map((x) => {
      const [u, q = u] = x.split(':');
      return `xmlns:${q}="urn:oasis:names:tc:opendocument:xmlns:${u}:1.0"`;
    })
    .join(' ');
  const fodt = (body: string, auto = '', master = '') =>
    `<?xml version="1.0"?><office:document ${NS} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${auto}</office:automatic-styles>${master}<office:body><office:text>${body}</office:text></office:body></office:document>`;
  const T = (rows: readonly (readonly string[])[]) =>
    `<table:table table:name="T"><table:table-column table:number-columns-repeated="${rows[0]?.length}"/>${rows.map((row) => `<table:table-row>${row.map((c) => (c.startsWith('<table') ? c : `<table:table-cell office:value-type="string"><text:p>${c}</text:p></table:table-cell>`)).join('')}</table:table-row>`).join('')}</table:table>`;
  const big = (text: string, c: number, rr: number) =>
    `<table:table-cell table:number-columns-spanned="${c}" table:number-rows-spanned="${rr}" office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const cov = '<table:covered-table-cell/>';
  const week = T([
    ['', 'Lundi', 'Mardi', 'Jeudi'],
    ['8 h', big('Sortie', 2, 2), cov, ''],
    ['9 h', cov, cov, 'EPS'],
    ['10 h', '', 'SVT', ''],
  ]);
  const weekGrid = [
    ['', 'Lundi', 'Mardi', 'Jeudi'],
    ['8 h', 'Sortie', 'Sortie', ''],
    ['9 h', 'Sortie', 'Sortie', 'EPS'],
    ['10 h', '', 'SVT', ''],
  ];
  it('a week with merged cells, saved by LibreOffice as .odt', { timeout: 60_000 }, async (context) => {
    const w = await wall('odt', await saved(context, fodt(`<text:p>Semaine</text:p>${week}`), 'odt'));
    expect(w.grid).toEqual(weekGrid);
    expect(w.told).toEqual([]);
  });
  it('a week with merged cells, saved by LibreOffice as .docx', { timeout: 60_000 }, async (context) => {
    const w = await wall('docx', await saved(context, fodt(`<text:p>Semaine</text:p>${week}`), 'docx'));
    expect(w.grid).toEqual(weekGrid);
    expect(w.told).toEqual([]);
  });
  const rich = fodt(
    `<text:p>Bonjour<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Sous réserve</text:p></text:note-body></text:note></text:p><text:p>avant <office:annotation><dc:creator>M</dc:creator><text:p>à revoir</text:p></office:annotation>après <text:span text:style-name="H">secret</text:span></text:p><text:section text:name="S" text:display="none"><text:p>section cachée</text:p></text:section><text:p><draw:frame draw:name="F" text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>Dans le cadre</text:p></draw:text-box></draw:frame>Hors du cadre</text:p><text:list><text:list-item><text:p>Premier</text:p></text:list-item><text:list-item><text:p>Second</text:p></text:list-item></text:list>`,
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>',
  );
  it('a note, a comment, hidden words, a frame and a list, saved by LibreOffice as .odt', {
    timeout: 60_000,
  }, async (context) => {
    const w = await wall('odt', await saved(context, rich, 'odt'));
    expect(w.html).toBe(
      '<p>Bonjour[1]</p>\n<p>avant après</p>\n<p>Dans le cadre</p>\n<p>Hors du cadre</p>\n<ul><li>Premier</li>\n<li>Second</li></ul>\n<p>[1] Sous réserve</p>',
    );
  });
  it('a note, a comment, hidden words, a frame and a list, saved by LibreOffice as .docx', {
    timeout: 60_000,
  }, async (context) => {
    const w = await wall('docx', await saved(context, rich, 'docx'));
    expect(w.html).not.toMatch(/secret|revoir/u);
    for (const words of [
      'Bonjour[1]',
      'avant après',
      'Dans le cadre',
      'Hors du cadre',
      'Premier',
      'Second',
      '[1] Sous réserve',
    ])
      expect(w.html.split(words).length, words).toBe(2);
  });
  const WHITE = '<w:color w:val="FFFFFF"/>';
  const BLUE = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>';
  const shape = '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r></w:p>';

  it.each([
    ['text', p(r('Corrigé. ') + r('Réponse B', WHITE))],
    ['text by its style', p(r('Corrigé. ') + r('Réponse B', '<w:rStyle w:val="Blanc"/>'))],
    ['text in a plain table', p(r('Corrigé. ')) + wtable([[p(r('Réponse B', WHITE))]])],
  ])('white words on white paper are not shown, and that is told: %s', async (_, body) => {
    const blanc = styles(`<w:style w:type="character" w:styleId="Blanc"><w:rPr>${WHITE}</w:rPr></w:style>`);
    const w = await wall('docx', docxOf(body, { 'word/styles.xml': blanc }));
    expect(w.html).toContain('Corrigé.');
    expect(w.html).not.toContain('Réponse');
    expect(w.told).toEqual(['document-white']);
  });

  it.each([
    ['in a shaded paragraph', p(r('Portes ouvertes', WHITE), BLUE)],
    ['in a shaded text', p(r('Portes ouvertes', WHITE + BLUE))],
    ['with a marker', p(r('Portes ouvertes', `${WHITE}<w:highlight w:val="blue"/>`))],
    ['with an outline', p(r('Portes ouvertes', `${WHITE}<w14:textOutline w14:w="9525"/>`))],
    ['in a shaded cell', wtable([[[p(r('Portes ouvertes', WHITE)), BLUE]]])],
    [
      'in a table with a style',
      `<w:tbl><w:tblPr><w:tblStyle w:val="Bleu"/></w:tblPr><w:tr><w:tc>${p(r('Portes ouvertes', WHITE))}</w:tc></w:tr></w:tbl>`,
    ],
    ['on a picture that lies behind it', p(r('Portes ouvertes', WHITE)) + shape],
    ['that is nearly white', p(r('Portes ouvertes', '<w:color w:val="FFC000"/>'))],
  ])('white words %s are shown', async (_, body) => {
    const w = await wall('docx', docxOf(p(r('Collège')) + body));
    expect(w.html).toContain('Portes ouvertes');
    expect(w.told).not.toContain('document-white');
  });

  it('an .odt with white words on white paper, and on colours', async () => {
    const style = (name: string, family: string, properties: string): string =>
      `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`;
    const automatic =
      style('w', 'text', '<style:text-properties fo:color="#ffffff"/>') +
      style('blue', 'paragraph', '<style:paragraph-properties fo:background-color="#1f3864"/>') +
      style('cell', 'table-cell', '<style:table-cell-properties fo:background-color="#1f3864"/>');
    const white = (text: string): string => `<text:span text:style-name="w">${text}</text:span>`;
    const cell = (name: string, text: string): string =>
      `<table:table-cell table:style-name="${name}">${tp(white(text))}</table:table-cell>`;
    const body =
      tp(`Corrigé. ${white('Réponse B')}`) +
      tp(white('Portes ouvertes'), 'blue') +
      `<table:table><table:table-row>${cell('cell', 'Samedi')}${cell('', 'Réponse C')}</table:table-row></table:table>`;
    const w = await wall('odt', odtOf(body, automatic));
    expect(w.html).toMatch(/Corrigé[\s\S]*Portes ouvertes[\s\S]*Samedi/u);
    expect(w.html).not.toContain('Réponse');
    expect(w.told).toEqual(['document-white']);
    const drawn = await wall('odt', odtOf(`${body}${tp('<draw:custom-shape text:anchor-type="page"/>')}`, automatic));
    expect(drawn.html).toContain('Réponse B');
  });

  it('a document with macros, whose text is the same', async () => {
    const bytes = docxOf(wp('Rendez-vous à 9 h'));
    const document = await wordProcessorDocument({ bytes, ending: '.docm', format: ZIP });
    expect(document).toMatchObject({ ok: true, blocks: [{ text: 'Rendez-vous à 9 h' }] });
  });
  it('an .odt with steps whose word is in the numbering', async () => {
    const list =
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Étape " style:num-suffix=" :"/></text:list-style>';
    const w = await wall(
      'odt',
      odtOf(
        `<text:list text:style-name="L1"><text:list-item>${tp('Créer un compte')}</text:list-item><text:list-item>${tp('Choisir un vœu')}</text:list-item></text:list>`,
        list,
      ),
    );
    expect(w.html).toContain('Étape 1 : Créer un compte');
    expect(w.html).toContain('Étape 2 : Choisir un vœu');
  });
  it('an .odt with numbers above the line, and with signs in place of letters', async () => {
    const style = (name: string, properties: string): string =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
    const styles =
      style('up', 'style:text-position="super 58%"') +
      style('low', 'style:text-position="-33% 58%"') +
      style('flat', 'style:text-position="0% 100%"') +
      style('signs', 'style:font-name="Wingdings"') +
      style('letters', 'style:font-name="Arial"');
    const span = (name: string, text: string): string => `<text:span text:style-name="${name}">${text}</text:span>`;
    const body =
      tp(`10${span('up', '3')} litres de H${span('low', '2')}O, le 1${span('up', 'er')} juin`) +
      tp(`${span('signs', '\uf0fe')} oui ${span('signs', `ü${span('letters', 'ü')}`)} ${span('flat', '5')} \ue123`);
    const w = await wall('odt', odtOf(body, styles));
    expect(w.html).toContain('10³ litres de H₂O, le 1er juin');
    expect(w.html).toContain('🗹 oui ✓ü 5 •');
  });
  it('an .odt with form controls and a chart', async () => {
    const w = await wall(
      'odt',
      odtOf(
        `<office:forms><form:form><form:text form:label="Nom"/></form:form></office:forms>${tp('Sondage')}${tp('<draw:control draw:control="c1"/>')}`,
      ),
    );
    expect(w.html).toBe('<p>Sondage</p>');
    expect(w.messages[0]).toMatch(/champs de formulaire/u);
  });
  it('an .odt table with heading rows, rows that repeat and cells that repeat', async () => {
    const w = await wall(
      'odt',
      odtOf(
        `<table:table><table:table-header-rows><table:table-row><table:table-cell>${tp('Jour')}</table:table-cell><table:table-cell>${tp('Matin')}</table:table-cell><table:table-cell>${tp('Soir')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${tp('Lundi')}</table:table-cell><table:table-cell table:number-columns-repeated="2">${tp('fermé')}</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>`,
      ),
    );
    expect(w.grid).toEqual([
      ['Jour', 'Matin', 'Soir'],
      ['Lundi', 'fermé', 'fermé'],
    ]);
    expect(w.html).toContain('<thead>');
  });
});
