import { makeDocx, makeOdt, paragraph } from './office.ts';
import { makeTextPdf } from './text-pdf.ts';

/** One line of a document, and how its writer set it. */
export interface WrittenLine {
  readonly text: string;
  readonly look: 'title' | 'heading' | 'bold' | 'item' | 'text';
}

export const FIVE_FORMATS = ['md', 'txt', 'docx', 'odt', 'pdf'] as const;
export type TextFormat = (typeof FIVE_FORMATS)[number];

const SIZES = { title: 18, heading: 15, bold: 11, item: 11, text: 11 } as const;

/** The same lines as the bytes of a document; plain text has no headings and no bold. */
export function inFormat(format: TextFormat, lines: readonly WrittenLine[]): Uint8Array {
  if (format === 'md') return Buffer.from(lines.map(markdown).join('\n\n'));
  if (format === 'txt')
    return Buffer.from(lines.map(({ text, look }) => (look === 'item' ? `- ${text}` : text)).join('\n'));
  if (format === 'pdf') return makeTextPdf(lines.map(inPdf));
  const paragraphs = lines.map(({ text, look }) => {
    if (look === 'title' || look === 'heading') return paragraph(text, { level: look === 'title' ? 1 : 2 });
    return paragraph(text, look === 'item' ? { item: true } : look === 'bold' ? { bold: true } : {});
  });
  return format === 'docx' ? makeDocx(paragraphs) : makeOdt(paragraphs);
}

function markdown({ text, look }: WrittenLine): string {
  const marks = {
    title: ['# ', ''],
    heading: ['## ', ''],
    bold: ['**', '**'],
    item: ['- ', ''],
    text: ['', ''],
  } as const;
  const [before, after] = marks[look];
  return `${before}${text}${after}`;
}

function inPdf({ text, look }: WrittenLine): { text: string; bold: boolean; size: number } {
  const latin = text.replaceAll('\u2011', '-').replaceAll('\u00a0', ' ');
  // A dash begins an item only where the font has no round bullet: these PDFs are set in Latin 1.
  return { text: look === 'item' ? `· ${latin}` : latin, bold: look === 'bold' || look === 'title', size: SIZES[look] };
}
