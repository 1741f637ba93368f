import { personalParts } from '../documents/persons.ts';
import { privateParts } from '../documents/private-parts.ts';
import { redactPersons } from '../documents/redact.ts';
import { endsContact, isContactHeading, isPressContact, onlyNamesSomeone } from '../press-release/event/contact.ts';
import { isNone, noneTaken, plus, type Taken, takenOf } from './taken.ts';

/** A line of a notice; `level` 1 to 6 for headings, 0 for all others. */
export interface NoticeLine {
  readonly text: string;
  readonly level: number;
}

/** The lines of a notice as the wall may show them, and what was taken out of them. */
export interface PublicLines {
  /** A text for each line, the same where nothing was taken out; null for a line that goes as a whole. */
  readonly lines: readonly (string | null)[];
  readonly taken: Taken;
}

/**
 * A notice without what reaches a person. A line that only names a person goes with the number; so do the name and the
 * post on the lines above it, and all that stands under a heading such as « Contact » where a person is named there. What
 * reaches a desk or a service stays.
 */
export function publicLines(lines: readonly NoticeLine[]): PublicLines {
  const private_ = privateLines(lines);
  let taken = noneTaken;
  const left = lines.map(({ text }, at) => {
    const parts = personalParts(text);
    taken = plus(taken, takenOf(private_.has(at) ? privateParts(text) : parts));
    if (private_.has(at)) return null;
    return parts.length === 0 ? text : bySentence(text) || null;
  });
  return { lines: left, taken };
}

/** Whether lines have the number or the address of a person. Thousands of them take a second. */
export const reachesPerson = (lines: readonly NoticeLine[]): boolean => !isNone(publicLines(lines).taken);

const SENTENCE_END = /(?<=(?<!(?<![\p{L}])(?:MM?|Mr|Dr|Pr|Mmes?|Mlles?|tél))[.!?…])\s+(?=[\p{Lu}«])/iu;

/** A line without the sentences that only name a person to call, and without what reaches a person in the others. */
function bySentence(text: string): string {
  return text
    .split(SENTENCE_END)
    .map((sentence) => (onlyNamesSomeone(sentence) ? '' : redactPersons(sentence)))
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** The ranks of the lines that go as a whole. */
function privateLines(lines: readonly NoticeLine[]): ReadonlySet<number> {
  const ranks = new Set<number>();
  for (const section of contactSections(lines)) for (const at of section) ranks.add(at);
  for (const [at, { text }] of lines.entries()) {
    const parts = personalParts(text);
    if (parts.length === 0) continue;
    const isAlone = redactPersons(text) === '';
    if (isAlone || (onlyNamesSomeone(text) && !SENTENCE_END.test(text))) ranks.add(at);
    // A call in a sentence names nobody above it.
    if (isAlone && !/[.!?]$/.test(text.trim())) for (const above of namesAbove(lines, at)) ranks.add(above);
  }
  return ranks;
}

/** The sections under headings that name a contact, where a person or the press is named in them. */
function contactSections(lines: readonly NoticeLine[]): number[][] {
  const sections: number[][] = [];
  let open: { readonly heading: NoticeLine; readonly ranks: number[] } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { heading, ranks } = open;
    const texts = ranks.map((at) => lines[at]?.text ?? '');
    // What follows the last number is no contact any more.
    const last = texts.findLastIndex((text) => privateParts(text).length > 0);
    if (isPressContact(heading.text)) sections.push(ranks);
    else if (personalParts(texts.join('\n')).length > 0) sections.push(ranks.slice(0, last + 1));
    open = null;
  };
  for (const [at, line] of lines.entries()) {
    if (isContactHeading(line.text)) {
      close();
      open = { heading: line, ranks: [at] };
    } else if (open !== null && endsContact(line, open.heading)) close();
    else open?.ranks.push(at);
  }
  close();
  return sections;
}

const NAME =
  /^(?:(?:MM?\.|Mmes?|Mlles?|Dr|Monsieur|Madame)\s+)?\p{Lu}[\p{L}'’-]+(?:\s+(?:d[eu]\s+)?\p{Lu}[\p{L}'’-]+){1,2}$/u;
const TITLED = /^(?:MM?\.|Mmes?|Mlles?|Dr|Monsieur|Madame)\s+\p{Lu}[\p{L}'’-]+/u;
const POST =
  /^(?:CPE|professeure?|enseignante?|principale?|proviseure?|directeur|directrice|adjointe?|chargée? d|responsable|secrétaire|gestionnaire|référente?|coordonnat|documentaliste|infirmière?|assistante?|conseillère?|psychologue|AESH|AED|président)/iu;
const MAX_NAME = 60;

/** The name and the post of the person whose number stands alone on a line. */
function namesAbove(lines: readonly NoticeLine[], at: number): number[] {
  const ranks: number[] = [];
  for (const rank of [at - 1, at - 2]) {
    const text = lines[rank]?.text ?? '';
    if (text === '' || text.length > MAX_NAME || !(NAME.test(text) || TITLED.test(text) || POST.test(text))) break;
    ranks.push(rank);
  }
  return ranks;
}
