import type { Problem } from '../../../contract.ts';
import { frenchTypography } from '../../../lib/typography.ts';
import type { EventItem, TextItem } from '../../../programme/item.ts';
import { textTooLong, withinLimits } from '../../documents/limits.ts';
import { releaseReading } from '../../press-release/read-release.ts';
import { hasPublicContacts, publicBody } from '../../privacy/public-body.ts';
import { problem } from '../../problem.ts';
import { nothing, type Reader, type Reading, type ReadTools, refusal } from '../../reading.ts';
import type { Unit } from '../../unit.ts';
import { type Base, baseOf, problemOf } from '../base.ts';
import { decodeText } from './decode-text.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { splitFrontMatter } from './front-matter-text.ts';
import { renderMarkdown } from './markdown.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { textSlide } from './text-slide.ts';

/** This much of a text is opened in the service's own thread: more than is ever read of it, in any encoding. */
const MOST_BYTES = 1024 * 1024;
/** Characters of a body that describe an event or an exhibition: twelve minutes of reading. */
const MOST_DESCRIPTION = 16_000;

/** A text with its front matter, as every written fiche begins. */
export interface WrittenFile {
  readonly front: FrontMatter;
  readonly body: string;
  readonly problems: readonly Problem[];
}

/** Reads the text of a fiche; a reading instead where it is no text, empty, or its front matter is not YAML. */
export async function openWritten(
  unit: Unit,
  tools: ReadTools,
): Promise<{ readonly ok: true; readonly file: WrittenFile } | { readonly ok: false; readonly reading: Reading }> {
  const [file] = unit.files;
  const decoded = decodeText((await tools.bytes(file)).subarray(0, MOST_BYTES));
  if (!decoded.ok) return { ok: false, reading: refusal(problemOf(file.path, 'refused', decoded.fault)) };
  if (decoded.text.trim() === '') return { ok: false, reading: refusal(problem('empty', file.path)) };
  const within = withinLimits(decoded.text);
  const split = splitFrontMatter(within.text);
  if (split.fault && split.data === null)
    return { ok: false, reading: refusal(problemOf(file.path, 'refused', split.fault)) };
  const { value: front, warnings } = readFrontMatter(split.data);
  const faults = [...(split.fault ? [split.fault] : []), ...warnings, ...within.warnings];
  return {
    ok: true,
    file: {
      front,
      body: split.body,
      problems: faults.map((fault) => problemOf(file.path, 'warning', fault)),
    },
  };
}

/** Plain words of Markdown: paragraphs joined, marks cleaned; undefined where there are none. */
export function plainBody(body: string): string | undefined {
  const words = markdownBlocks(withinLimits(body, MOST_DESCRIPTION).text)
    .filter(({ kind }) => kind !== 'heading')
    .map(({ text }) => text)
    .join(' ')
    .trim();
  return words === '' ? undefined : frenchTypography(words);
}

/** An event needs a town, a venue, or dates with a title in its front matter (design, section 8). */
function isEvent(front: FrontMatter): boolean {
  return (
    front.town !== undefined || front.venue !== undefined || (front.dates !== undefined && front.title !== undefined)
  );
}

async function eventReading(unit: Unit, tools: ReadTools, written: WrittenFile, base: Base): Promise<Reading> {
  const { front, body } = written;
  const {
    title: _title,
    dates: _dates,
    hours: _hours,
    image: _image,
    durationMs: _ms,
    order: _order,
    screens: _screens,
    keepsContacts: _keeps,
    slow: _slow,
    ...about
  } = front;
  const file = unit.files[0];
  const problems: Problem[] = [...written.problems, ...base.problems];
  const isCut = written.problems.some(({ code }) => code === 'text-too-long');
  if (front.description === undefined && !isCut) {
    const { warnings } = withinLimits(body, MOST_DESCRIPTION);
    problems.push(...warnings.map((fault) => problemOf(file.path, 'warning', fault)));
  }
  const found = front.image === undefined ? null : tools.find(front.image, file);
  if (front.image !== undefined && found === null) problems.push(problem('image-missing', file.path));
  const prepared = found && (await tools.prepare(found));
  if (prepared && !prepared.ok) problems.push(problemOf(found.path, 'refused', prepared.fault));
  const image = prepared?.ok && prepared.kind !== 'video' ? prepared.media[0] : undefined;
  const shown = publicBody(body, await hasPublicContacts(unit, tools, front));
  const description = front.description ?? plainBody(shown.body);
  const item: EventItem = {
    ...base.fields,
    kind: 'event',
    ...about,
    town: about.town ?? '',
    ...(description === undefined ? {} : { description }),
    ...(image === undefined ? {} : { image }),
  };
  return {
    items: [item],
    problems,
    retry: prepared?.ok === false && prepared.fault.retry,
    uses: found ? [found.path] : [],
    ...(front.description === undefined ? { taken: shown.taken } : {}),
  };
}

/** `.md` and `.txt`: an event if its front matter says so, a press release, or else a text slide. */
export const readText: Reader = async (unit, tools) => {
  const opened = await openWritten(unit, tools);
  if (!opened.ok) return opened.reading;
  const { front, problems } = opened.file;
  const [file] = unit.files;
  if (!isEvent(front)) {
    const document = await tools.text('readDocumentText', file);
    // Whether it is a press release is not known: shown as it stands, it would show its press contact.
    if (!document.ok && 'unread' in document)
      return refusal(problemOf(file.path, 'refused', document.fault), 'retry' in document);
    const release = document.ok ? await releaseReading(document, unit, tools, front) : null;
    if (release !== null) return { ...release, problems: [...problems, ...release.problems] };
  }
  const reading = await noticeReading(unit, tools, opened.file);
  return front.keepsContacts === true ? { ...reading, keepsContacts: true } : reading;
};

/** An event, or a text slide. */
async function noticeReading(unit: Unit, tools: ReadTools, written: WrittenFile): Promise<Reading> {
  const { front, body, problems } = written;
  const [file] = unit.files;
  const rendered = renderMarkdown(body);
  const base = baseOf(unit, tools, rendered.title ?? 'Information', front);
  if (base.refused) return { ...nothing, problems: [...problems, ...base.problems] };
  if (isEvent(front)) return eventReading(unit, tools, written, base);
  const title = front.title ?? rendered.title;
  const item: TextItem = {
    ...base.fields,
    ...(title === null ? {} : { title, titled: true }),
    kind: 'text',
    html: rendered.html,
    links: rendered.links,
  };
  const isTold = problems.some(({ code }) => code === textTooLong().code);
  const cut = rendered.cut && !isTold ? [problemOf(file.path, 'warning', textTooLong())] : [];
  return textSlide(item, title !== null, [...problems, ...base.problems, ...cut]);
}
