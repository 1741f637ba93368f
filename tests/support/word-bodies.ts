import { makeDocx, makeOdt } from './office.ts';

const NAMESPACES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  dgm: 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
})
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ');

type Parts = Readonly<Record<string, string>>;

/** A .docx of this body, as XML; `parts` are added to the archive. */
export const docxOf = (body: string, parts: Parts = {}): Uint8Array =>
  makeDocx([], {
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });

/** A part of a .docx: footnotes, a header. */
export const docxPart = (root: string, inside: string): string => `<w:${root} ${NAMESPACES}>${inside}</w:${root}>`;

/** A part of relations; `relations` by their identifiers: the last word of the type, and the target. */
export function relationsPart(relations: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  const each = Object.entries(relations).map(([id, [type, target]]) => {
    const mode = /^https?:/u.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

/** A paragraph of Word with one text; `look` are the properties of the text. */
export const wp = (text: string, look = ''): string =>
  `<w:p><w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A table of Word; each cell is its content, or its content and its properties. */
export const wtable = (
  rows: readonly (readonly (string | readonly [string, string])[])[],
  rowProperties = '',
): string =>
  `<w:tbl>${rows
    .map((row, at) => {
      const cells = row.map((cell) => {
        const [content, properties] = typeof cell === 'string' ? [cell, ''] : cell;
        return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : wp(content)}</w:tc>`;
      });
      return `<w:tr>${at === 0 ? rowProperties : ''}${cells.join('')}</w:tr>`;
    })
    .join('')}</w:tbl>`;

const OPEN_DOCUMENT = ['office', 'text', 'style', 'table', 'form']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  ])
  .join(' ');

/** An .odt of this text, as XML; `styles` are its automatic styles, `parts` are added to the archive. */
export const odtOf = (text: string, styles = '', parts: Parts = {}): Uint8Array =>
  makeOdt([], {
    'content.xml': `<office:document-content ${OPEN_DOCUMENT}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ...parts,
  });

/** The part of the styles of an .odt. */
export const odtStyles = (inside: string): string =>
  `<office:document-styles ${OPEN_DOCUMENT}>${inside}</office:document-styles>`;

/** A paragraph of OpenDocument. */
export const tp = (text: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${text}</text:p>`;
