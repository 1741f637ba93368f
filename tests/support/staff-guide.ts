import { readFile } from 'node:fs/promises';

/** A line of the examples of the guide: what is dropped, what is in it, and what the wall is said to show. */
export interface GuideExample {
  readonly paths: readonly string[];
  /** As the page has it between backquotes, or empty where it describes the content. */
  readonly inside: readonly string[];
  readonly promise: string;
}

/** The staff guide, `LISEZMOI.md`. */
export interface StaffGuide {
  readonly text: string;
  /** The day on which the examples are, as the page says it. */
  readonly day: string;
  readonly examples: readonly GuideExample[];
  /** What stands between backquotes in the part with this heading. */
  spans(heading: string): string[];
  /** The blocks of code. */
  readonly blocks: readonly string[];
}

const spansOf = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/gu)].map(([, span = '']) => span);
/** What the page says is on the wall: between French quotation marks. */
export const quotedIn = (text: string): string[] => [...text.matchAll(/« ([^»]+) »/gu)].map(([, words = '']) => words);

export async function readStaffGuide(): Promise<StaffGuide> {
  const text = (await readFile(new URL('../../content/LISEZMOI.md', import.meta.url), 'utf8')).replaceAll(
    '\u00a0',
    ' ',
  );
  const parts = text.split(/^## /mu);
  const part = (heading: string) => parts.find((each) => each.startsWith(heading)) ?? '';
  const examples = part('Dix exemples');
  const rows = examples.split('\n').filter((line) => line.startsWith('| `'));
  return {
    text,
    day: /, le ([^\n]*?) à /u.exec(examples)?.[1] ?? '',
    examples: rows.map((row) => {
      const [, paths = '', inside = '', promise = ''] = row.split('|').map((cell) => cell.trim());
      return { paths: spansOf(paths), inside: spansOf(inside), promise };
    }),
    spans: (heading) => spansOf(part(heading)),
    blocks: [...text.matchAll(/^```\n(.*?)^```$/gmsu)].map(([, block = '']) => block),
  };
}
