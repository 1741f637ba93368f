/** A paragraph of a PDF that a test makes; `size` in points. */
export interface PdfParagraph {
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** How the pages of a test PDF are set. */
export interface PdfLook {
  readonly header?: string;
  /** Sets « 1 », « 2 » … at the foot of each page. */
  readonly numbered?: boolean;
  /** Cuts long words at line ends. */
  readonly hyphenate?: boolean;
}

const [WIDTH, HEIGHT, MARGIN] = [595, 842, 72];

/** Widths of Helvetica, thousandths of its size, for the characters whose width is far from 0.55 em. */
const NARROW: Readonly<Record<string, number>> = Object.fromEntries(
  [..."iljI.,:;'’|!"]
    .map((letter) => [letter, 250] as [string, number])
    .concat(
      [...'mMWw'].map((letter) => [letter, 830]),
      [[' ', 278]],
      [...'frt()-'].map((letter) => [letter, 310]),
    ),
);

function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (NARROW[letter] ?? 556), 0) * size * 0.001;
}

/** A PDF of text in Helvetica, wrapped and broken into pages as a word processor does. Latin 1 and « ’ – … œ » only. */
export function makeTextPdf(paragraphs: readonly PdfParagraph[], look: PdfLook = {}): Uint8Array {
  const pages: string[] = [];
  let content = '';
  let y = HEIGHT - MARGIN;
  const show = (text: string, x: number, at: number, size: number, bold: boolean): void => {
    content += `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${at.toFixed(2)} Tm (${latin(text)}) Tj ET\n`;
  };
  const endPage = (): void => {
    if (look.header !== undefined) show(look.header, MARGIN, HEIGHT - 40, 9, false);
    if (look.numbered === true) show(`${pages.length + 1}`, WIDTH / 2, 36, 9, false);
    pages.push(content);
    content = '';
    y = HEIGHT - MARGIN;
  };
  for (const { text, size = 11, bold = false } of paragraphs) {
    for (const line of wrapped(text, size, look.hyphenate === true)) {
      if (y < MARGIN + size) endPage();
      show(line, MARGIN, y, size, bold);
      y -= size * 1.2;
    }
    y -= size * 0.8;
  }
  endPage();
  return assemble(pages);
}

/** A cell of a table of a test PDF: where it begins, how much it takes, and its one line of text. */
interface PdfTableCell {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

/**
 * A PDF of a heading and of a table with a line around each cell. `borders`: drawn as strokes, as LibreOffice does, or as
 * thin boxes that are filled, as Word does.
 */
export function makeTablePdf(
  heading: string,
  cells: readonly PdfTableCell[],
  borders: 'strokes' | 'boxes',
): Uint8Array {
  const [width, height, first] = [84, 30, HEIGHT - 120];
  let content = `BT /F2 18 Tf 1 0 0 1 ${MARGIN} ${HEIGHT - 80} Tm (${latin(heading)}) Tj ET\n`;
  for (const { top, left, rows, columns, text } of cells) {
    const [x, y] = [MARGIN / 2 + left * width, first - (top + rows) * height];
    const [w, h] = [columns * width, rows * height];
    content += `BT /F1 9 Tf 1 0 0 1 ${x + 4} ${y + h - 14} Tm (${latin(text)}) Tj ET\n`;
    if (borders === 'strokes') content += `${x} ${y} ${w} ${h} re S\n`;
    else {
      for (const [a, b, c, d] of [
        [x, y, w, 0.5],
        [x, y + h, w, 0.5],
        [x, y, 0.5, h],
        [x + w, y, 0.5, h],
      ]) {
        content += `${a} ${b} ${c} ${d} re f\n`;
      }
    }
  }
  return assemble([content]);
}

function wrapped(text: string, size: number, hyphenate: boolean): string[] {
  const room = WIDTH - 2 * MARGIN;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= room) {
      line = longer;
      continue;
    }
    const half = hyphenate && /^\p{Ll}{9,}$/u.test(word) ? word.slice(0, 4) : null;
    if (half !== null && widthOf(`${line} ${half}-`, size) <= room) {
      lines.push(`${line} ${half}-`);
      line = word.slice(4);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** WinAnsi bytes, escaped for a PDF string. */
function latin(text: string): string {
  const special: Readonly<Record<string, number>> = {
    '’': 0x92,
    '–': 0x96,
    '—': 0x97,
    '…': 0x85,
    œ: 0x9c,
    '“': 0x93,
    '”': 0x94,
  };
  return [...text]
    .map((letter) => {
      const code = special[letter] ?? letter.charCodeAt(0);
      return code > 126 || '()\\'.includes(letter) ? `\\${code.toString(8).padStart(3, '0')}` : letter;
    })
    .join('');
}

function assemble(pages: readonly string[]): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const name of ['Helvetica', 'Helvetica-Bold']) {
    objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  }
  for (const [at, content] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}endstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
