import MarkdownIt, { type Token } from 'markdown-it';
import { once } from '../../../lib/once.ts';
import { plainInline } from '../../documents/inline.ts';

/** A text ready for the wall. */
interface RenderedText {
  /** Safe to insert: no raw HTML, no picture, no link, no style. */
  readonly html: string;
  /** Web addresses found in the text, in order, each once. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** The first heading, where the text begins with one; it is not repeated in `html`. */
  readonly title: string | null;
  readonly words: number;
  /** True when the text was longer than a wall can show and its end was left out. */
  readonly cut: boolean;
}

/** Characters: some twelve minutes of reading, longer than anybody stands in front of a screen. */
const MAX_TEXT = 16_000;

const parser = once(() => {
  const made = new MarkdownIt({ html: false, linkify: true, typographer: false });
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return made;
});

/** Markdown to safe HTML. Links become text and are listed apart (http and https only); pictures become their words. */
export function renderMarkdown(source: string): RenderedText {
  const cut = source.length > MAX_TEXT;
  const text = withoutTags(cut ? cutAtParagraph(source) : source);
  const { renderer, options } = parser();
  const tokens = parser().parse(text, {});
  const title = takeTitle(tokens);
  const links = new Map<string, string>();
  for (const token of tokens) {
    if (token.type === 'inline') token.children = flatInline(token.children ?? [], links);
    token.attrs =
      token.type === 'ordered_list_open' ? (token.attrs?.filter(([name]) => name === 'start') ?? null) : null;
    token.info = '';
  }
  const html = renderer.render(tokens, options, {}).trim().replaceAll(CELL_BREAK, '<br>');
  const words = tokens.reduce((sum, token) => sum + wordCount(token), 0);
  return { html, links: [...links].map(([url, label]) => ({ label, url })), title, words, cut };
}

function cutAtParagraph(source: string): string {
  const end = source.lastIndexOf('\n\n', MAX_TEXT);
  const wordEnd = source.lastIndexOf(' ', MAX_TEXT);
  if (end > MAX_TEXT / 2) return source.slice(0, end);
  return `${source.slice(0, wordEnd > MAX_TEXT / 2 ? wordEnd : MAX_TEXT)} …`;
}

/** Stands for a break within the cell of a table: a row ends where its line ends. */
const CELL_BREAK = '\u2028';

/** The text without the tags that word processors leave in Markdown; any other « < » stays. */
function withoutTags(text: string): string {
  return text
    .replace(/^[^\n]*\|[^\n]*$/gm, (row) => row.replace(/\s*<br\s*\/?>\s*/gi, CELL_BREAK))
    .replace(/<\/?(?:sup|sub|b|i|u|em|strong|span|font|small|mark|center|div|p)(?:\s[^<>\n]{0,200})?>/gi, '')
    .replace(/<br\s*\/?>/gi, '  \n');
}

/** Removes the heading that the text begins with, and gives it; null where it begins with none. */
function takeTitle(tokens: Token[]): string | null {
  const [open, inline, close] = tokens;
  if (open?.type !== 'heading_open' || inline?.type !== 'inline' || close?.type !== 'heading_close') return null;
  const title = plainInline(
    (inline.children ?? []).map((child) => (child.type.endsWith('break') ? ' ' : child.content)).join(''),
  );
  if (title === '') return null;
  tokens.splice(0, 3);
  return title;
}

/** Inline tokens without links and pictures: their words stay, web addresses go to `links`. */
function flatInline(children: readonly Token[], links: Map<string, string>): Token[] {
  const kept: Token[] = [];
  let url: string | null = null;
  let label = '';
  for (const child of children) {
    if (child.type === 'link_open') {
      url = webAddress(String(child.attrGet('href') ?? ''));
      label = '';
    } else if (child.type === 'link_close') {
      if (url !== null && !links.has(url)) links.set(url, plainInline(label) || url);
      url = null;
    } else {
      const shown = child.type === 'image' ? asText(child) : child;
      label += shown.content;
      kept.push(shown);
    }
  }
  return kept;
}

function asText(image: Token): Token {
  const text = Object.assign(Object.create(Object.getPrototypeOf(image)) as Token, image);
  text.type = 'text';
  text.tag = '';
  text.children = null;
  text.attrs = null;
  return text;
}

/** A web address as a browser writes it, or null for any other scheme. */
export function webAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

function wordCount(token: Token): number {
  const text =
    token.type === 'inline' ? (token.children ?? []).map((child) => child.content || ' ').join('') : token.content;
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
}
