import { capitalised } from '../../../lib/capitalised.ts';
import { compact } from '../../../lib/compact.ts';
import { frenchTypography } from '../../../lib/typography.ts';
import type { ItemStatus } from '../../../programme/item.ts';
import type { WhenRule } from '../../../when/when.ts';
import { plainInline } from '../../documents/inline.ts';
import { redact } from '../../documents/redact.ts';
import type { PressEvent } from '../press-release.ts';
import { proposeCategory } from './category.ts';
import type { EventHeading } from './event-heading.ts';

/** One line of the description of an event. */
export interface Piece {
  readonly text: string;
  /** True for an item of a list or a cell of a table: it ends without a full stop. */
  readonly isItem: boolean;
}

export type Shape = 'styled' | 'item' | 'plain';

/** What is known of an event after some of its lines. */
export interface EventDraft {
  readonly heading: EventHeading;
  /** null while its date is awaited. */
  readonly when: WhenRule | null;
  /** The text its days were read from, so that hours found later can be read with them. */
  readonly daysText: string;
  /** True once a date has been read that stands with the event itself. */
  readonly isDated: boolean;
  readonly line: number;
  /** Level of the block it stands in, 0 for those that have none. */
  readonly level: number;
  /** How its heading looks: set apart, an item of a list or a row of a table, or a plain line. */
  readonly shape: Shape;
  /** Its line begins with its hours. */
  readonly hoursFirst: boolean;
  /** Hours that were read before the date they belong to. */
  readonly hours: readonly string[];
  /** What it announces does not take place as announced. */
  readonly status?: ItemStatus;
  readonly venue?: string;
  readonly partners?: string;
  readonly description: readonly Piece[];
}

/** Nobody reads more than this on a wall; the description ends with the sentence that reaches this length. */
const MAX_DESCRIPTION = 3_000;

/** The finished event, or null where it has no date, or nothing is left of its title without numbers and addresses. */
export function finishDraft(draft: EventDraft, keepsContacts: boolean): PressEvent | null {
  const wallText = (text: string): string => {
    const plain = plainInline(text);
    return frenchTypography(keepsContacts ? plain : redact(plain));
  };
  const title = wallText(draft.heading.title);
  if (title === '' || draft.when === null) return null;
  const [venue, remark] = placeAndRemark(draft.venue ?? draft.heading.venue ?? '');
  const pieces = remark === '' ? draft.description : [{ text: remark, isItem: false }, ...draft.description];
  return {
    title,
    town: wallText(draft.heading.town),
    ...compact({
      department: draft.heading.department,
      venue: wallText(venue) || undefined,
      description: describe(pieces, wallText) || undefined,
      category: proposeCategory(draft.heading.title, draft.description.map(({ text }) => text).join(' ')) ?? undefined,
      partners: wallText(draft.partners ?? '') || undefined,
      status: draft.status,
    }),
    when: draft.when,
    line: draft.line,
  };
}

/** « CDI (COMPLET) » is a place, and a remark on what takes place there. */
const REMARK =
  /^(.+?)\s*\(((?:complet|gratuit|entr[ée]e (?:libre|gratuite)|sur (?:inscription|r[ée]servation)|places limit[ée]es|tout public)[^()]{0,40})\)$/iu;

function placeAndRemark(place: string): readonly [venue: string, remark: string] {
  const [, venue = place, remark = ''] = REMARK.exec(place) ?? [];
  const isLoud = remark === remark.toUpperCase();
  return [venue, remark === '' ? '' : `${capitalised(isLoud ? remark.toLowerCase() : remark)}.`];
}

/** Paragraphs joined to one text: each ends as a sentence does before the next begins. */
function describe(pieces: readonly Piece[], wallText: (text: string) => string): string {
  let whole = '';
  const sentences = joinSentences(pieces);
  for (const [at, { text, isItem }] of sentences.entries()) {
    const clean = wallText(text);
    if (clean === '') continue;
    const followsItem = isItem && sentences[at - 1]?.isItem === true;
    const needsStop = /[\p{L}\p{N}»)]$/u.test(whole) && (followsItem || /^\p{Lu}/u.test(clean));
    whole = `${whole}${whole === '' ? '' : needsStop ? (followsItem ? ', ' : '. ') : ' '}${clean}`;
  }
  return shortened(whole);
}

function shortened(text: string): string {
  if (text.length <= MAX_DESCRIPTION) return text;
  const cut = text.slice(0, MAX_DESCRIPTION);
  const sentence = cut.search(/[.!?…](?=[^.!?…]*$)/);
  return sentence > MAX_DESCRIPTION / 2
    ? cut.slice(0, sentence + 1)
    : `${cut.slice(0, cut.lastIndexOf(' ') + 1).trimEnd()}…`;
}

/** Joins lines that go on in the middle of a sentence, so that a sentence that only tells how to call goes as a whole. */
function joinSentences(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const goesOn = last !== undefined && !last.isItem && !piece.isItem && /[\p{L}\p{N},'’]$/u.test(last.text);
    if (goesOn && /^(?:\p{Ll}|0\d|\+)/u.test(piece.text))
      joined[joined.length - 1] = { text: `${last.text} ${piece.text}`, isItem: false };
    else joined.push(piece);
  }
  return joined;
}
