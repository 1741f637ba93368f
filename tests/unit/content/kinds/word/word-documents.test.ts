import { describe, expect, it } from 'vitest';
import { blocksHtml } from '../../../../../main/content/documents/blocks-html.ts';
import { readWhole } from '../../../../support/read-document.ts';
import { sharedCase } from '../../../../support/shared-cases.ts';
import { docxOf, docxPart, odtOf, odtStyles, relationsPart, tp, wp, wtable } from '../../../../support/word-bodies.ts';

/** The lines that a document shows, its title first, and the codes of what is said of it. */
async function wall(kind: string, bytes: Uint8Array): Promise<{ lines: string[]; told: string[] }> {
  const document = await readWhole(kind, bytes);
  if (!document.ok) return { lines: [], told: [document.fault.code] };
  const { title, html } = blocksHtml(document.blocks);
  const text = html.replace(/<\/(?:p|li|h2|td|th|tr)>|<br>/gu, '\n').replace(/<[^>]*>/gu, '');
  const lines = [title ?? '', ...text.split('\n')].map((line) => line.replace(/[\u00a0\u202f]/gu, ' ').trim());
  return { lines: lines.filter((line) => line !== ''), told: document.warnings.map(({ code }) => code) };
}

const inRun = (inside: string): string => `<w:p><w:r>${inside}</w:r></w:p>`;
const drawing = (uri: string, inside: string, properties = ''): string =>
  `<w:drawing><wp:anchor>${properties}<a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const shape = (text: string, properties = ''): string =>
  drawing('shape', `<wps:wsp><wps:txbx><w:txbxContent>${wp(text)}</w:txbxContent></wps:txbx></wps:wsp>`, properties);
const oldBox = (text: string): string =>
  `<w:pict><v:shape><v:textbox><w:txbxContent>${wp(text)}</w:txbxContent></v:textbox></v:shape></w:pict>`;
const wordArt = (text: string): string => `<w:pict><v:shape><v:textpath string="${text}"/></v:shape></w:pict>`;
const both = (choice: string, fallback: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

const SMART_ART = {
  body: inRun(drawing('diagram', '<dgm:relIds r:dm="r7"/>')),
  parts: {
    'word/_rels/document.xml.rels': relationsPart({ r7: ['diagramData', 'diagrams/data1.xml'] }),
    'word/diagrams/data1.xml':
      '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt type="doc"/><dgm:pt><dgm:t><a:p><a:r><a:t>Provi</a:t></a:r><a:r><a:t>seure</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt type="pres"><dgm:t><a:p><a:r><a:t>Provi</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt type="asst"><dgm:t><a:p><a:r><a:t>Vie scolaire</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>',
  },
};

describe('the words of a Word document', () => {
  it.each([
    ['a shape', inRun(shape('Portes ouvertes')), ['Portes ouvertes']],
    ['a text box of Word 2003', inRun(oldBox('Portes ouvertes')), ['Portes ouvertes']],
    ['a box and its fallback', inRun(both(shape('Portes ouvertes'), oldBox('Portes ouvertes'))), ['Portes ouvertes']],
    [
      'a drawing that only its fallback tells',
      inRun(both('<w:drawing/>', oldBox('Portes ouvertes'))),
      ['Portes ouvertes'],
    ],
    ['WordArt of Word 2003', inRun(wordArt('FÊTE DE L&apos;ÉTÉ')), ['FÊTE DE L’ÉTÉ']],
    [
      'a drawing on a canvas',
      inRun(drawing('canvas', '<a:sp><a:txBody><a:p><a:r><a:t>Entrée</a:t></a:r></a:p></a:txBody></a:sp>')),
      ['Entrée'],
    ],
    ['a box beside a text', `<w:p><w:r><w:t>Venez</w:t>${shape('Vendredi')}</w:r></w:p>`, ['Venez', 'Vendredi']],
    ['a box before a text', `<w:p><w:r>${shape('Vendredi')}<w:t>Venez</w:t></w:r></w:p>`, ['Vendredi', 'Venez']],
    [
      'a simple field',
      '<w:p><w:fldSimple w:instr="SUBJECT"><w:r><w:t>4 mai</w:t></w:r></w:fldSimple></w:p>',
      ['4 mai'],
    ],
    [
      'a field with its code',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF a</w:instrText></w:r><w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>lundi</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      ['lundi'],
    ],
    [
      'a field within the code of another',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4 mai</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText> = 1 "a" "b"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>jeudi</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      ['jeudi'],
    ],
    [
      'a letter that was inserted as a sign, and a sign of an unknown typeface',
      '<w:p><w:r><w:sym w:font="Times New Roman" w:char="00E9"/><w:t>té </w:t><w:sym w:font="Fontaine" w:char="F0AB"/></w:r></w:p>',
      ['été •'],
    ],
    [
      'a field without an end',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${wp('Tout le reste')}`,
      ['Tout le reste'],
    ],
    [
      'a form',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> oui</w:t></w:r></w:p>',
      ['☒ oui'],
    ],
    [
      'an equation',
      '<w:p><w:r><w:t>Calculer </w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>',
      ['Calculer (a+b)/2=x²'],
    ],
    [
      'an equation alone',
      '<w:p><m:oMathPara><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></m:oMathPara></w:p>',
      ['E=mc'],
    ],
    [
      'signs in place of letters',
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E8"/><w:t> CDI</w:t></w:r></w:p>',
      ['→ CDI'],
    ],
    [
      'a title that has the style of the heading of a table of contents',
      '<w:p><w:pPr><w:pStyle w:val="TOC Heading"/></w:pPr><w:r><w:t>Portes ouvertes</w:t></w:r></w:p>',
      ['Portes ouvertes'],
    ],
    [
      'a typeface of signs',
      wp('ü', '<w:rFonts w:ascii="Wingdings"/>') + wp('ü', '<w:rFonts w:ascii="Arial"/>'),
      ['✓', 'ü'],
    ],
    ['a control', `<w:sdt><w:sdtContent>${wp('Rempli')}</w:sdtContent></w:sdt>`, ['Rempli']],
    [
      'a control within a text',
      '<w:p><w:r><w:t>Nom : </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>Camille</w:t></w:r></w:sdtContent></w:sdt></w:p>',
      ['Nom : Camille'],
    ],
    [
      'inserted text, and not deleted text',
      '<w:p><w:del><w:r><w:delText>mardi</w:delText></w:r></w:del><w:ins><w:r><w:t>jeudi</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>8 h</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> 9 h</w:t></w:r></w:moveTo></w:p>',
      ['jeudi 9 h'],
    ],
    [
      'two paragraphs that became one',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Conseil </w:t></w:r></w:p>${wp('de classe')}`,
      ['Conseil de classe'],
    ],
    [
      'a high first letter, which is a paragraph of its own',
      `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:t>D</w:t></w:r></w:p>${wp('emain, portes ouvertes')}`,
      ['Demain, portes ouvertes'],
    ],
    [
      'a row that was not deleted',
      wtable(
        [
          ['Lundi', 'Mardi'],
          ['8 h', '9 h'],
        ],
        '<w:trPr><w:del/></w:trPr>',
      ),
      ['8 h', '9 h'],
    ],
    ['a mark of an unknown program', `<w:p><x:new xmlns:x="y"><w:r><w:t>Venez</w:t></w:r></x:new></w:p>`, ['Venez']],
    ['text that stands outside paragraphs', '<w:r><w:t>Venez</w:t></w:r>', ['Venez']],
    ['hidden properties that are switched off', wp('Venez', '<w:vanish w:val="0"/>'), ['Venez']],
  ])('are shown, and nothing is said: %s', async (_name, body, lines) => {
    expect(await wall('docx', docxOf(body))).toEqual({ lines, told: [] });
  });

  it('are shown where their drawing is not, and this is told: SmartArt', async () => {
    expect(await wall('docx', docxOf(SMART_ART.body, SMART_ART.parts))).toEqual({
      lines: ['Proviseure', 'Vie scolaire'],
      told: ['document-pictures'],
    });
  });

  it.each([
    ['a picture', drawing('p', '<pic:pic/>'), 'images'],
    ['a picture of Word 2003', '<w:pict><v:shape><v:imagedata/></v:shape></w:pict>', 'images'],
    ['a chart', drawing('c', '<c:chart/>'), 'graphiques'],
    ['SmartArt whose words are not there', drawing('d', '<dgm:relIds r:dm="r9"/>'), 'schémas (SmartArt)'],
    ['an embedded table', '<w:object><o:OLEObject/></w:object>', 'objets incorporés'],
    [
      'an equation of Word 2003',
      '<w:object><v:shape><v:imagedata r:id="r2"/></v:shape><o:OLEObject ProgID="Equation.3"/></w:object>',
      'formules',
    ],
    ['an equation that is kept as a picture', '<w:pict><v:shape equationxml="&lt;x/&gt;"/></w:pict>', 'formules'],
    [
      'an equation that is a field',
      '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> EQ \\f(1;2) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/>',
      'formules',
    ],
    ['a drawing by hand', drawing('i', '<w14:contentPart/>'), 'dessins à main levée'],
  ])('are all that is shown, and what else there is is told: %s', async (_name, inside, words) => {
    const alone = await readWhole('docx', docxOf(inRun(inside)));
    expect(alone).toMatchObject({
      fault: { code: 'document-pictures-only', message: `Ce document n’a que des ${words}, et pas de texte.` },
    });
    const beside = await readWhole('docx', docxOf(inRun(inside) + wp('Venez')));
    expect(beside).toMatchObject({
      warnings: [{ about: 'dropped', message: `Seul le texte de ce document est montré, sans ses ${words}.` }],
    });
  });

  it('that are hidden are never on the wall', async () => {
    const styles = {
      'word/_rels/document.xml.rels': relationsPart({ r1: ['styles', 'styles.xml'] }),
      'word/styles.xml': docxPart(
        'styles',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Usuel"><w:name w:val="Normal"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Cache"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Cache"/></w:style>',
      ),
    };
    const hidden = [
      wp('code de la salle'),
      wp('code de la salle', '<w:vanish/>'),
      wp('code de la salle', '<w:rStyle w:val="Cache"/>'),
      '<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:t>code de la salle</w:t></w:r></w:p>',
      inRun(shape('code de la salle', '<wp:docPr hidden="1"/>')),
      inRun(`<w:rPr><w:vanish/></w:rPr>${shape('code de la salle')}`),
      wtable(
        [
          ['code de', 'la salle'],
          ['Venez', 'Venez'],
        ],
        '<w:trPr><w:hidden/></w:trPr>',
      ).replaceAll('Venez', ''),
      `<w:p><w:del><w:r>${shape('code de la salle')}</w:r></w:del></w:p>`,
    ];
    expect(await wall('docx', docxOf(hidden.join('') + wp('Venez', '<w:vanish w:val="0"/>'), styles))).toEqual({
      lines: ['Venez'],
      told: [],
    });
    expect(await wall('docx', docxOf(hidden[1] ?? ''))).toEqual({ lines: [], told: ['document-empty'] });
  });

  it('of a note come at the end, and a link in it does no harm', async () => {
    const note = (type: string) =>
      docxPart(
        type,
        `<w:footnote w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r><w:hyperlink r:id="r1"><w:r><w:t>Le règlement</w:t></w:r></w:hyperlink></w:p></w:footnote>`,
      );
    const document = docxOf('<w:p><w:r><w:t>Venez</w:t><w:footnoteReference w:id="4"/></w:r></w:p>', {
      'word/_rels/document.xml.rels': relationsPart({
        r1: ['footnotes', 'footnotes.xml'],
        r2: ['comments', 'comments.xml'],
      }),
      'word/footnotes.xml': note('footnotes'),
      'word/_rels/footnotes.xml.rels': relationsPart({ r1: ['hyperlink', 'https://exemple.fr/'] }),
      'word/comments.xml': docxPart(
        'comments',
        `<w:comment>${wp('À revoir')}<w:p><w:hyperlink r:id="r5"/></w:p></w:comment>`,
      ),
    });
    expect(await wall('docx', document)).toEqual({ lines: ['Venez[1]', '[1] Le règlement'], told: [] });
  });

  it('of a note that is nowhere are told', async () => {
    const document = docxOf('<w:p><w:r><w:t>Venez</w:t><w:footnoteReference w:id="0"/></w:r></w:p>', {
      'word/_rels/document.xml.rels': relationsPart({ r1: ['footnotes', 'footnotes.xml'] }),
      'word/footnotes.xml': docxPart('footnotes', `<w:footnote w:id="-1">${wp('Le règlement')}</w:footnote>`),
    });
    expect(await wall('docx', document)).toEqual({ lines: ['Venez[1]'], told: ['document-notes'] });
  });

  it('that stand where a table of contents stood are shown, and a table of contents alone is no empty document', async () => {
    const control = (inside: string): string =>
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const contents = control(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TO</w:instrText></w:r><w:r><w:instrText>C \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Cantine 2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    );
    expect(await wall('docx', docxOf(control(wp('Portes ouvertes')) + wp('Venez')))).toEqual({
      lines: ['Portes ouvertes', 'Venez'],
      told: [],
    });
    expect(await wall('docx', docxOf(contents + wp('Venez')))).toEqual({ lines: ['Venez'], told: [] });
    const alone = await readWhole('docx', docxOf(contents));
    expect(alone.ok ? '' : alone.fault.message).toContain('la table des matières');
  });

  it('in headers and footers are told, but not the numbers of pages', async () => {
    const page = (inside: string) => docxPart('hdr', `<w:p><w:r>${inside}</w:r></w:p>`);
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:headerReference w:type="first" r:id="r2"/><w:footerReference w:type="default" r:id="r3"/></w:sectPr>';
    const document = docxOf(wp('Venez') + section, {
      'word/_rels/document.xml.rels': relationsPart({
        r1: ['header', 'header1.xml'],
        r2: ['header', 'header2.xml'],
        r3: ['footer', 'footer1.xml'],
      }),
      'word/header1.xml': page('<w:t>Lycée Hugo, 03 44 00 00 00</w:t>'),
      'word/header2.xml': page('<w:t>Première page</w:t>'),
      'word/footer1.xml': page('<w:t>Page 1 sur 3</w:t>'),
    });
    const read = await readWhole('docx', document);
    expect(read.ok && read.warnings).toMatchObject([{ code: 'document-margins', about: 'dropped' }]);
    const message = read.ok ? (read.warnings[0]?.message ?? '') : '';
    expect(message).toContain('Lycée Hugo');
    expect(message).not.toMatch(/03 44|Première|Page 1/u);
  });

  it('that stand in a control which nobody filled are told, and not shown', async () => {
    const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${wp('Cliquez ici pour entrer du texte.')}</w:sdtContent></w:sdt>`;
    expect(await wall('docx', docxOf(control + wp('Venez')))).toEqual({ lines: ['Venez'], told: ['document-fields'] });
  });

  it('that a control takes from the data of the document are those of the data, as Word shows them', async () => {
    const ID = '{241A8A02-7FFD-488D-8827-63FBE74E8BC9}';
    const bound = (path: string, content: string, properties = '<w:text/>', id = ID): string =>
      `<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:n='urn:lettre'" w:xpath="${path}" w:storeItemID="${id}"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const CORE = '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}';
    const body = [
      bound('/n:lettre[1]/n:lieu[2]', wp('Salle des fêtes')),
      `<w:p>${run('Le ')}${bound('/n:lettre[1]/n:jour[1]', run('[jour]'), '<w:showingPlcHdr/><w:text/>')}</w:p>`,
      bound('/n:lettre[1]/n:vide[1]', wp('Cliquez ici'), '<w:showingPlcHdr/><w:text/>'),
      bound('/n:lettre[1]/n:date[1]', wp('12 mai'), '<w:date/>'),
      bound('/n:lettre[1]/n:absent[1]', wp('Entrée libre')),
      bound('/c:coreProperties[1]/d:title[1]', wp('Modèle'), '<w:text/>', CORE),
    ];
    const parts = {
      '_rels/.rels': relationsPart({
        r1: ['officeDocument', 'word/document.xml'],
        r2: ['core-properties', 'core.xml'],
      }),
      'core.xml':
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>Fête du livre</dc:title></cp:coreProperties>',
      'word/_rels/document.xml.rels': relationsPart({ r1: ['customXml', '../customXml/item1.xml'] }),
      'customXml/_rels/item1.xml.rels': relationsPart({ r1: ['customXmlProps', 'itemProps1.xml'] }),
      'customXml/itemProps1.xml': `<ds:datastoreItem ds:itemID="${ID}" xmlns:ds="urn:ds"/>`,
      'customXml/item1.xml':
        '<lettre xmlns="urn:lettre"><lieu>Cour</lieu><lieu>Gymnase</lieu><jour>lundi</jour><vide/><date>2026-05-12T00:00:00</date></lettre>',
    };
    expect(await wall('docx', docxOf(body.join(''), parts))).toEqual({
      lines: ['Gymnase', 'Le lundi', '12 mai', 'Entrée libre', 'Fête du livre'],
      told: ['document-fields'],
    });
    const broken = docxOf(body.join(''), { ...parts, 'customXml/item1.xml': '<lettre>' });
    expect((await wall('docx', broken)).lines[0]).toBe('Salle des fêtes');
  });

  it('of a control around a whole cell are those of any control, and the cells beside it stay where they are', async () => {
    const cell = (text: string): string => `<w:tc><w:tcPr/>${wp(text)}</w:tc>`;
    const control = (properties: string, text: string): string =>
      `<w:sdt><w:sdtPr>${properties}<w:text/></w:sdtPr><w:sdtContent>${cell(text)}</w:sdtContent></w:sdt>`;
    const title =
      '<w:dataBinding w:xpath="/c:p[1]/d:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>';
    const rows = [
      cell('Lundi') + control('<w:showingPlcHdr/>', 'Cliquez ici') + cell('Gymnase'),
      cell('Mardi') + control('<w:showingPlcHdr w:val="false"/>', '8 h') + cell('Salle 3'),
      cell('Jeudi') + control(title, 'Modèle') + cell('Cour'),
    ];
    const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    const read = await readWhole(
      'docx',
      docxOf(table, {
        '_rels/.rels': relationsPart({
          r1: ['officeDocument', 'word/document.xml'],
          r2: ['core-properties', 'core.xml'],
        }),
        'core.xml': '<p xmlns:dc="urn:dc"><dc:title>10 h</dc:title></p>',
      }),
    );
    const [shown] = read.ok ? read.blocks : [];
    expect(shown?.kind === 'table' && shown.rows.map((row) => row.map(({ lines }) => lines.join(' ')))).toEqual([
      ['Lundi', '', 'Gymnase'],
      ['Mardi', '8 h', 'Salle 3'],
      ['Jeudi', '10 h', 'Cour'],
    ]);
    expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(['document-fields']);
  });

  it('that another file holds are told', async () => {
    expect(await wall('docx', docxOf(`<w:altChunk r:id="r1"/>${wp('Venez')}`))).toEqual({
      lines: ['Venez'],
      told: ['document-inserted'],
    });
    expect(await wall('docx', docxOf('<w:altChunk r:id="r1"/>'))).toEqual({ lines: [], told: ['document-inserted'] });
  });

  it('are the same with any prefixes, in ISO’s own namespaces, and under any name of the main part', async () => {
    const strict =
      '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>Venez</d:t></d:r></d:p></d:body></d:document>';
    const unprefixed =
      '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>Venez</t></r></p></body></document>';
    for (const text of [strict, unprefixed]) {
      const document = docxOf('', {
        '_rels/.rels': relationsPart({ r1: ['officeDocument', '/word/document2.xml'] }),
        'word/document2.xml': text,
      });
      expect(await wall('docx', document)).toEqual({ lines: ['Venez'], told: [] });
    }
  });

  it('are read from parts of any name, in capitals or small letters', async () => {
    const document = docxOf('', {
      '_rels/.rels': relationsPart({ r1: ['officeDocument', '/Word/Texte.XML'] }),
      'word/texte.xml': docxPart(
        'document',
        '<w:body><w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>Venez</w:t><w:footnoteReference w:id="4"/></w:r></w:p></w:body>',
      ),
      'word/_rels/Texte.xml.rels': relationsPart({ r1: ['footnotes', 'pieds.xml'], r2: ['styles', '../looks.xml'] }),
      'word/pieds.xml': docxPart('footnotes', `<w:footnote w:id="4">${wp('Le règlement')}</w:footnote>`),
      'Looks.xml': docxPart(
        'styles',
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="heading 1"/></w:style>',
      ),
    });
    expect(await wall('docx', document)).toEqual({ lines: ['Venez[1]', '[1] Le règlement'], told: [] });
  });
  const field = (code: string, result: string): string =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  it.each([
    ['docx', docxOf(field('DATE \\@ "d MMMM"', 'le 4 mai'))],
    ['docx', docxOf(field('TIME', 'le 4 mai'))],
    ['docx', docxOf('<w:p><w:fldSimple w:instr=" DATE "><w:r><w:t>le 4 mai</w:t></w:r></w:fldSimple></w:p>')],
    ['odt', odtOf(tp('<text:date>le 4 mai</text:date>'))],
    ['odt', odtOf(tp('<text:time text:fixed="false">le 4 mai</text:time>'))],
  ])('a date that changes by itself is shown as it was saved, and told (%s)', async (kind, bytes) => {
    expect(await wall(kind, bytes)).toEqual({ lines: ['le 4 mai'], told: ['document-today'] });
  });

  it.each([
    ['docx', docxOf(wp('Voir') + field('REF a', 'Erreur ! Source du renvoi introuvable.'))],
    ['docx', docxOf(wp('Voir') + field('PAGEREF a', 'Error! Bookmark not defined.'))],
    [
      'odt',
      odtOf(tp('Voir') + tp('<text:bookmark-ref>Erreur : source de la référence non trouvée</text:bookmark-ref>')),
    ],
    [
      'odt',
      odtOf(
        tp('Voir') +
          tp('<c:content-control xmlns:c="y" loext:showing-place-holder="true">Cliquez ici</c:content-control>'),
      ),
    ],
  ])('what stands in a field that is not filled is left out, and told (%s)', async (kind, bytes) => {
    expect(await wall(kind, bytes)).toEqual({ lines: ['Voir'], told: ['document-fields'] });
  });

  it.each([
    [
      'a function',
      '<m:func><m:fName><m:r><m:t>sin</m:t></m:r></m:fName><m:e><m:r><m:t>2x</m:t></m:r></m:e></m:func>',
      'sin 2x',
    ],
    [
      'a limit',
      '<m:limLow><m:e><m:r><m:t>lim</m:t></m:r></m:e><m:lim><m:r><m:t>n→∞</m:t></m:r></m:lim></m:limLow>',
      'lim(n→∞)',
    ],
    [
      'a system',
      '<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e><m:eqArr><m:e><m:r><m:t>x&amp;=1</m:t></m:r></m:e><m:e><m:r><m:t>y=2</m:t></m:r></m:e></m:eqArr></m:e></m:d>',
      '{x =1 ; y=2',
    ],
    [
      'a vector',
      '<m:acc><m:accPr><m:chr m:val="\u20d7"/></m:accPr><m:e><m:r><m:t>u</m:t></m:r></m:e></m:acc>',
      'u\u20d7',
    ],
    ['a mean', '<m:bar><m:e><m:r><m:t>x</m:t></m:r></m:e></m:bar>', 'x\u0305'],
  ])('an equation keeps its sense on one line: %s', async (_name, math, line) => {
    expect((await wall('docx', docxOf(`<w:p><m:oMath>${math}</m:oMath></w:p>`))).lines).toEqual([line]);
  });
});

describe('the words of an OpenDocument text', () => {
  const frame = (inside: string): string => tp(`<draw:frame>${inside}</draw:frame>`);
  it.each([
    ['a text box', frame(`<draw:text-box>${tp('Portes ouvertes')}</draw:text-box>`), ['Portes ouvertes']],
    ['Fontwork', tp(`<draw:custom-shape>${tp('Portes ouvertes')}</draw:custom-shape>`), ['Portes ouvertes']],
    ['shapes in a group', tp(`<draw:g><draw:rect>${tp('Un')}</draw:rect><draw:line/></draw:g>`), ['Un']],
    ['a frame of the page', `<draw:frame><draw:text-box>${tp('Un')}</draw:text-box></draw:frame>`, ['Un']],
    ['a section', `<text:section>${tp('Un')}</text:section>`, ['Un']],
    ['a field', tp('le <text:date text:fixed="true">4 mai</text:date>'), ['le 4 mai']],
    [
      'the box and the list of a form that came from Word',
      tp(
        '<field:fieldmark field:type="x.FORMCHECKBOX"><field:param field:name="Checkbox_Checked" field:value="true"/></field:fieldmark> oui <field:fieldmark field:type="x.FORMCHECKBOX"/> non',
      ) +
        tp(
          'Salle <field:fieldmark field:type="x.FORMDROPDOWN"><field:param field:name="Dropdown_ListEntry" field:value="A12"/><field:param field:name="Dropdown_ListEntry" field:value="B34"/><field:param field:name="Dropdown_Selected" field:value="1"/></field:fieldmark>',
        ),
      ['☒ oui ☐ non', 'Salle B34'],
    ],
    [
      'an inserted text',
      `<text:tracked-changes><text:changed-region>${tp('mardi')}</text:changed-region></text:tracked-changes>${tp('<text:change text:change-id="c"/>jeudi')}`,
      ['jeudi'],
    ],
    [
      'a note',
      tp(
        'Venez<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Sauf lundi</text:p></text:note-body></text:note>',
      ),
      ['Venez[1]', '[1] Sauf lundi'],
    ],
    [
      'a word without the small letters over it',
      tp('<text:ruby><text:ruby-base>Kanji</text:ruby-base><text:ruby-text>kana</text:ruby-text></text:ruby>'),
      ['Kanji'],
    ],
    ['a choice of a list', tp('<text:drop-down><text:label text:value="a"/>Arles</text:drop-down>'), ['Arles']],
  ])('are shown, and nothing is said: %s', async (_name, text, lines) => {
    expect(await wall('odt', odtOf(text))).toEqual({ lines, told: [] });
  });

  it('that are hidden are never on the wall', async () => {
    const styles =
      '<style:style style:name="T9" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="P9" style:family="paragraph" style:parent-style-name="T9"/>';
    const hidden = [
      tp('<text:span text:style-name="T9">code</text:span>'),
      tp('code', 'P9'),
      `<text:section text:display="none">${tp('code')}</text:section>`,
      tp('code<text:hidden-paragraph text:is-hidden="true"/>'),
      tp('<text:variable-set text:name="c" text:display="none">code</text:variable-set>'),
      tp('<text:hidden-text text:string-value="code">code</text:hidden-text>'),
      tp(
        '<text:bookmark-start text:name="b" loext:hidden="true"/>code<text:s/><text:span>code<text:bookmark-end text:name="b"/></text:span>',
      ),
      `<table:table><table:table-row table:visibility="collapse"><table:table-cell>${tp('code')}</table:table-cell></table:table-row></table:table>`,
    ];
    const seen = tp('<text:bookmark-start text:name="c" loext:hidden="false"/>Venez<text:bookmark-end text:name="c"/>');
    expect(await wall('odt', odtOf(hidden.join('') + seen, styles))).toEqual({ lines: ['Venez'], told: [] });
    expect(await wall('odt', odtOf(hidden.join(''), styles))).toEqual({ lines: [], told: ['document-empty'] });
  });

  it('are all that is shown, and what else there is is told', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.chart"/><manifest:file-entry manifest:full-path="Object 2/" manifest:media-type="application/vnd.oasis.opendocument.formula"/></manifest:manifest>';
    const object = (n: number) => frame(`<draw:object xlink:href="./Object ${n}"/><draw:image xlink:href="./r${n}"/>`);
    const read = async (text: string) => {
      const document = await readWhole('odt', odtOf(text, '', { 'META-INF/manifest.xml': manifest }));
      return document.ok ? document.warnings.map(({ message }) => message) : [document.fault.message];
    };
    expect(await read(object(1) + tp('Venez'))).toEqual([
      'Seul le texte de ce document est montré, sans ses graphiques.',
    ]);
    expect(await read(object(2) + tp('Venez'))).toEqual([
      'Seul le texte de ce document est montré, sans ses formules.',
    ]);
    expect(await read(object(1) + object(2) + object(3) + frame('<draw:image/>'))).toEqual([
      'Ce document n’a que des graphiques, des formules, des objets incorporés et des images, et pas de texte.',
    ]);
  });

  it('of the cells of a report are their values, where nothing else is written, but not where they were deleted', async () => {
    const cell = (value: string, inside = ''): string => `<table:table-cell ${value}>${inside}</table:table-cell>`;
    const date = 'office:value-type="date" office:date-value="2026-05-12T00:00:00.0Z"';
    const row = [
      cell(date, '<text:p/>'),
      cell('office:value-type="float" office:value="12.5"'),
      cell('office:value-type="string" office:string-value="Gymnase"', '<text:p></text:p>'),
      cell('office:value-type="string" office:string-value="Salle 3"', tp('Salle 4')),
      cell('office:value-type="float" office:value="7"', '<text:p><text:change text:change-id="c"/></text:p>'),
    ];
    const report = `<table:table><table:table-row>${row.join('')}</table:table-row></table:table>`;
    expect(await wall('odt', odtOf(report))).toEqual({
      lines: ['12/05/2026', '12,5', 'Gymnase', 'Salle 4'],
      told: [],
    });
  });

  it('of a table of contents alone make no empty document', async () => {
    const contents = `<text:table-of-content><text:index-body>${tp('Cantine 2')}</text:index-body></text:table-of-content>`;
    const alone = await readWhole('odt', odtOf(contents));
    expect(alone.ok ? '' : alone.fault.message).toContain('la table des matières');
    expect(await wall('odt', odtOf(contents + tp('Venez')))).toEqual({ lines: ['Venez'], told: [] });
  });

  it('in headers and in fields that nobody filled are told', async () => {
    const styles = odtStyles(
      `<office:master-styles><style:master-page><style:header>${tp('Lycée Hugo')}</style:header><style:footer>${tp('<text:page-number>1</text:page-number>')}</style:footer></style:master-page></office:master-styles>`,
    );
    const text = tp('Venez <text:placeholder>&lt;Nom&gt;</text:placeholder>');
    expect(await wall('odt', odtOf(text, '', { 'styles.xml': styles }))).toEqual({
      lines: ['Venez'],
      told: ['document-fields', 'document-margins'],
    });
  });
});

describe('the documents that were read wrongly', () => {
  const timetable = ['Emploi du temps 6e B', 'Lundi', 'Mardi', 'Mercredi', 'Jeudi', '8 h', 'Maths', 'Anglais'];
  const cases: [string, string[], string[]][] = [
    ['W001-emploi-du-temps.docx', timetable, []],
    ['W003-emploi-du-temps.odt', timetable, []],
    ['W006-pandoc-link_in_notes.docx', ['This is a test[1].', '[1] http://wikipedia.org/'], []],
    ['W007-mammoth-footnote-hyperlink.docx', ['[1]', '[1] Example'], []],
    ['W009-poi-testComment.docx', ['this is a comment paragraph !'], []],
    ['W010-tika-testWORD_embedded_pics.docx', ['This is a paragraph with an image'], ['document-pictures']],
    [
      'W012-smartart.docx',
      ['Organigramme du lycee', 'Proviseur', 'Vie scolaire', 'Annee 2025-2026'],
      ['document-pictures'],
    ],
    ['W013-smartart-seul.docx', ['Proviseur', 'Vie scolaire'], ['document-pictures']],
    ['W015-wordart-2003.docx', ['FETE DE LA MUSIQUE', 'Vendredi 19 juin dans la cour'], []],
    ['W016-wordart-2003-seul.docx', ['FETE DE LA MUSIQUE', 'Vendredi 19 juin'], []],
    ['W018-zone-de-texte-sans-repli.docx', ['Affiche', 'Portes ouvertes samedi 9 mai'], []],
    ['W019-lo-forme-avec-texte.docx', ['Affiche', 'Portes ouvertes samedi 9 mai'], []],
    ['W021-champ-simple.docx', ['Cantine, semaine du 4 mai 2026'], ['document-today']],
    ['W022-poi-FldSimple.docx', ['FldSimple.docx'], []],
  ];
  it.for(cases)('are read right: %s', async ([name, first, told], context) => {
    const bytes = await sharedCase(context, 'media', name);
    const shown = await wall(name.split('.').at(-1) ?? '', bytes);
    expect(shown.lines.slice(0, first.length)).toEqual(first);
    expect(shown.told).toEqual(told);
  });
});

describe('what stands beside the words of a Word document', () => {
  const run = (text: string, properties: string): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const above = '<w:vertAlign w:val="superscript"/>';
  const field = (code: string): string =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>le site</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

  it('keeps the place of numbers above and below the line', async () => {
    const body = `<w:p>${run('20 m', '')}${run('2', above)}${run(', 10', '')}${run('-3', above)}${run(', CO', '')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run(', 1', '')}${run('er', above)}</w:p>`;
    expect(await wall('docx', docxOf(body))).toEqual({ lines: ['20 m², 10⁻³, CO₂, 1er'], told: [] });
  });

  it('is told where words are struck through, and these are not shown as if they held', async () => {
    const struck = '<w:strike/>';
    const part = `<w:p>${run('lundi', struck)}${run(' mardi', '')}</w:p>`;
    expect(await wall('docx', docxOf(part))).toEqual({ lines: ['mardi'], told: ['document-struck'] });
    const whole = `<w:p>${run('Sortie de lundi', struck)}</w:p>${wp('Venez')}`;
    expect(await wall('docx', docxOf(whole))).toEqual({ lines: ['Venez'], told: ['document-struck'] });
  });

  it.each([
    [
      'docx',
      docxOf('<w:p><w:hyperlink r:id="r7"><w:r><w:t>le site</w:t></w:r></w:hyperlink></w:p>', {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r7" Type="a/hyperlink" Target="https://www.example.org/a" TargetMode="External"/></Relationships>',
      }),
      'le site',
    ],
    ['docx', docxOf(field('HYPERLINK "https://www.example.org/a"')), 'www.example.org'],
    ['odt', odtOf(tp('<text:a xlink:href="https://www.example.org/a">le site</text:a>')), 'le site'],
  ] as const)('has the pages that its links lead to, for a code to scan (%s)', async (kind, bytes, label) => {
    expect(await readWhole(kind, bytes)).toMatchObject({ links: [{ url: 'https://www.example.org/a', label }] });
  });

  it('leaves out columns that were deleted, and what is read aloud beside a word', async () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${wp(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('A')}${cell('B')}${cell('C', '<w:cellDel w:id="1"/>')}</w:tr></w:tbl>`;
    expect((await wall('docx', docxOf(table))).lines).toEqual(['A', 'B']);
    const ruby =
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>haut</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>';
    expect((await wall('docx', docxOf(ruby))).lines).toEqual(['base']);
  });
});
