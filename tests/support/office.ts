import { strToU8, zipSync } from 'fflate';

/** A paragraph of a document that a test makes. `bold` and `level` are how it looks; runs are joined without a space. */
export interface Paragraph {
  readonly runs: readonly { readonly text: string; readonly bold?: boolean; readonly raised?: boolean }[];
  /** 1 to 6 for headings. */
  readonly level?: number;
  readonly item?: boolean;
}

/** A paragraph of one run. */
export function paragraph(text: string, look: { level?: number; bold?: boolean; item?: boolean } = {}): Paragraph {
  const { bold, ...rest } = look;
  return { runs: [{ text, ...(bold ? { bold } : {}) }], ...rest };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A .docx as Word writes it, reduced to what carries text; `parts` are added to the archive or replace its own. */
export function makeDocx(
  paragraphs: readonly Paragraph[],
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const body = paragraphs.map(({ runs, level, item }) => {
    const style = level === undefined ? '' : `<w:pStyle w:val="Titre${level}"/>`;
    const list = item === true ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '';
    const texts = runs.map(({ text, bold, raised }) => {
      const look = `${bold ? '<w:b/>' : ''}${raised ? '<w:vertAlign w:val="superscript"/>' : ''}`;
      return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
    });
    return `<w:p><w:pPr>${style}${list}</w:pPr>${texts.join('')}</w:p>`;
  });
  const styles = [1, 2, 3, 4, 5, 6].map(
    (level) => `<w:style w:type="paragraph" w:styleId="Titre${level}"><w:name w:val="heading ${level}"/></w:style>`,
  );
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}">${styles.join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  };
  return zipped({ ...files, ...parts });
}

/** An .odt as LibreOffice writes it, reduced to what carries text; `parts` are added or replace its own. */
export function makeOdt(
  paragraphs: readonly Paragraph[],
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const body = paragraphs.map(({ runs, level, item }) => {
    const texts = runs.map(({ text, bold, raised }) => {
      const style = bold ? 'T1' : raised ? 'T2' : null;
      return style === null ? escaped(text) : `<text:span text:style-name="${style}">${escaped(text)}</text:span>`;
    });
    if (level !== undefined)
      return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${texts.join('')}</text:h>`;
    const plain = `<text:p text:style-name="Standard">${texts.join('')}</text:p>`;
    return item === true ? `<text:list><text:list-item>${plain}</text:list-item></text:list>` : plain;
  });
  const spaces = ['office', 'text', 'style', 'table', 'draw']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const fo = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';
  const bold =
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>';
  const raised =
    '<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces} ${fo}><office:automatic-styles>${bold}${raised}</office:automatic-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
    ...parts,
  });
}

function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}
