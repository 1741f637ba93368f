import { frenchTypography } from '../../lib/typography.ts';
import type { WhenRule } from '../../when/when.ts';
import { plainInline } from '../documents/inline.ts';
import { redact } from '../documents/redact.ts';
import { proposeCategory } from './category.ts';
import type { EventHeading } from './event-heading.ts';
import type { PressEvent } from './press-release.ts';

/** An event while its lines are read. */
export interface EventDraft {
  readonly heading: EventHeading;
  /** null while its date is awaited. */
  when: WhenRule | null;
  /** The text its days were read from, so that hours found later can be read with them. */
  daysText: string;
  /** True once a date has been read that stands with the event itself. */
  isDated: boolean;
  readonly line: number;
  /** Level of the block it stands in, 0 for those that have none. */
  readonly level: number;
  /** True where it is an item of a list or a row of a table. */
  readonly isItem: boolean;
  venue?: string;
  partners?: string;
  readonly description: { text: string; isItem: boolean }[];
}

/** Beyond this nobody reads on a wall; the sentence it falls in is the last. */
const LONGEST_DESCRIPTION = 3_000;

/** The finished event, or null where it has no date, or redaction leaves no title. */
export function finishDraft(draft: EventDraft): PressEvent | null {
  const title = wallText(draft.heading.title);
  if (title === '' || draft.when === null) return null;
  const optional = {
    department: draft.heading.department,
    venue: wallText(draft.venue ?? draft.heading.venue ?? '') || undefined,
    description: describe(draft.description) || undefined,
    category: proposeCategory(draft.heading.title, draft.description.map(({ text }) => text).join(' ')) ?? undefined,
    partners: wallText(draft.partners ?? '') || undefined,
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { title, town: wallText(draft.heading.town), ...given, when: draft.when, line: draft.line };
}

function wallText(text: string): string {
  return frenchTypography(redact(plainInline(text)));
}

/** Paragraphs joined to one text: each ends as a sentence does before the next begins. */
function describe(pieces: EventDraft['description']): string {
  let whole = '';
  const sentences = joinSentences(pieces);
  for (const [at, { text, isItem }] of sentences.entries()) {
    const clean = wallText(text);
    if (clean === '') continue;
    const followsItem = isItem && sentences[at - 1]?.isItem === true;
    const needsStop = /[\p{L}\p{N}»)]$/u.test(whole) && (followsItem || /^\p{Lu}/u.test(clean));
    whole = `${whole}${whole === '' ? '' : needsStop ? (followsItem ? ', ' : '. ') : ' '}${clean}`;
  }
  if (whole.length <= LONGEST_DESCRIPTION) return whole;
  const cut = whole.slice(0, LONGEST_DESCRIPTION);
  const sentence = cut.search(/[.!?…](?=[^.!?…]*$)/);
  return sentence > LONGEST_DESCRIPTION / 2
    ? cut.slice(0, sentence + 1)
    : `${cut.slice(0, cut.lastIndexOf(' ') + 1).trimEnd()}…`;
}

/** Lines that go on in the middle of a sentence are one piece, so that what only tells how to call goes as a whole. */
function joinSentences(pieces: EventDraft['description']): EventDraft['description'] {
  const joined: EventDraft['description'] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const goesOn = last !== undefined && !last.isItem && !piece.isItem && /[\p{L}\p{N},'’]$/u.test(last.text);
    if (goesOn && /^(?:\p{Ll}|0\d|\+)/u.test(piece.text))
      joined[joined.length - 1] = { text: `${last.text} ${piece.text}`, isItem: false };
    else joined.push(piece);
  }
  return joined;
}
