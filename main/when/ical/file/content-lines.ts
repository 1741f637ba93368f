/** A content line of a calendar file (RFC 5545, 3.1), unfolded; `line` is where it begins in the file, from 1. */
export interface ContentLine {
  readonly text: string;
  readonly line: number;
}

const INDENT = /^[ \t]*/u;
/** BEGIN and END are never folded: where one is indented, the file was copied out of a mail or a web page. */
const INDENTED_MARK = /^[ \t]+(?=(?:BEGIN|END):V[A-Z]+[ \t]*$)/iu;
/** Where two files were joined, and the first one had no line end. */
const JOINED = /^(END:V[A-Z]+)(BEGIN:V[A-Z]+)[ \t]*$/iu;
const SOFT_BREAK = /;ENCODING=QUOTED-PRINTABLE[;:]/iu;

/** How far every line of a file is indented. */
function commonIndent(lines: readonly string[]): number {
  const widths = lines.filter((line) => line.trim() !== '').map((line) => INDENT.exec(line)?.[0].length ?? 0);
  return widths.reduce((least, width) => Math.min(least, width), widths[0] ?? 0);
}

interface OpenLine {
  readonly parts: string[];
  readonly line: number;
}

/** Whether a line of quoted-printable goes on on the next one (vCalendar 1.0); its last « = » is then taken away. */
function takesNext({ parts }: OpenLine): boolean {
  const last = parts.at(-1) ?? '';
  if (!last.endsWith('=') || !SOFT_BREAK.test(parts[0] ?? '')) return false;
  parts[parts.length - 1] = last.slice(0, -1);
  return true;
}

/**
 * The lines of a calendar file with folded ones joined. Blank lines count for nothing, also between a line and its fold, and
 * neither does a byte order mark.
 */
export function contentLines(text: string): ContentLine[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const indent = commonIndent(lines);
  const found: OpenLine[] = [];
  let goesOn = false;
  lines.forEach((whole, index) => {
    const line = whole.slice(indent).replace(INDENTED_MARK, '');
    if (line.trim() === '') return;
    const before = found.at(-1);
    const isFold = /^[ \t]/u.test(line);
    if (before && (goesOn || isFold)) before.parts.push(goesOn ? line : line.slice(1));
    else found.push({ parts: [line.trimStart()], line: index + 1 });
    const open = found.at(-1);
    goesOn = open !== undefined && takesNext(open);
  });
  return found.flatMap(({ parts, line }) => {
    const text = parts.join('');
    const joined = text.length < 60 ? JOINED.exec(text) : null;
    return (joined?.slice(1) ?? [text]).map((each) => ({ text: each, line }));
  });
}
