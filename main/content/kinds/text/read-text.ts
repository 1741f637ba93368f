import type { Problem } from '../../../contract.ts';
import { compact } from '../../../lib/compact.ts';
import { frenchTypography } from '../../../lib/typography.ts';
import type { EventItem, TextItem } from '../../../programme/item.ts';
import { textTooLong, withinLimits } from '../../documents/limits.ts';
import { problemOf, type Refused } from '../../faults/fault.ts';
import type { DocumentText } from '../../press-release/document-text.ts';
import { releaseReading } from '../../press-release/read-release.ts';
import { hasPublicContacts, lookedAt, MAX_DESCRIPTION, publicBody } from '../../privacy/public-body.ts';
import { nothing, type Reader, type Reading, type ReadTools, refusal } from '../../reading/reading.ts';
import { timeFor } from '../../reading/time-for.ts';
import type { Unit } from '../../scan/unit.ts';
import { type Base, baseOf, contextOf, namedDates } from '../base.ts';
import { linkReading } from '../link/link-slide.ts';
import { countdownName, countdownReading } from './countdown.ts';
import { decodeText } from './decode-text.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { splitFrontMatter } from './front-matter-text.ts';
import { renderMarkdown, webAddress } from './markdown.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { calendarText, emptyFile, imageMissing } from './text-faults.ts';
import { textSlide } from './text-slide.ts';
import { type DaysTold, withDaysTold } from './undated.ts';

/** More bytes than the 200,000 characters that are read of a text, in any encoding. */
const MAX_BYTES = 1024 * 1024;

/** A text and its front matter. */
interface WrittenFile {
  readonly front: FrontMatter;
  readonly body: string;
  readonly problems: readonly Problem[];
}

/** Opens a text with its front matter. `mayBeEmpty`: its name is enough. Gives a refusal where it is binary, empty, or its front matter is not YAML. */
export async function openWritten(
  unit: Unit,
  tools: ReadTools,
  mayBeEmpty = false,
): Promise<{ readonly ok: true; readonly file: WrittenFile } | { readonly ok: false; readonly reading: Reading }> {
  const [file] = unit.files;
  const decoded = decodeText((await tools.bytes(file)).subarray(0, MAX_BYTES));
  if (!decoded.ok) return { ok: false, reading: refusal(file.path, decoded.fault) };
  if (/^\s*BEGIN:VCALENDAR\b/iu.test(decoded.text)) return { ok: false, reading: refusal(file.path, calendarText()) };
  if (decoded.text.trim() === '' && !mayBeEmpty) return { ok: false, reading: refusal(file.path, emptyFile()) };
  const within = withinLimits(decoded.text);
  const split = splitFrontMatter(within.text);
  if (split.fault && split.data === null) return { ok: false, reading: refusal(file.path, split.fault) };
  const { value: front, warnings } = readFrontMatter(split.data);
  const faults = [...(split.fault ? [split.fault] : []), ...decoded.warnings, ...warnings, ...within.warnings];
  return {
    ok: true,
    file: {
      front,
      body: split.body,
      problems: faults.map((fault) => problemOf(file.path, 'warning', fault)),
    },
  };
}

/** The words of a Markdown text on one line, without headings and marks; undefined where there are none. */
export function plainBody(body: string): string | undefined {
  const words = markdownBlocks(withinLimits(body, MAX_DESCRIPTION).text)
    .filter(({ kind }) => kind !== 'heading')
    .map(({ text }) => text)
    .join(' ')
    .trim();
  return words === '' ? undefined : frenchTypography(words);
}

/** An event is a text whose front matter has a town, a venue, or dates with a title. */
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
    status: _status,
    countdown: _countdown,
    ...about
  } = front;
  const file = unit.files[0];
  const problems: Problem[] = [...written.problems, ...base.problems];
  const isCut = written.problems.some(({ code }) => code === 'text-too-long');
  if (front.description === undefined && !isCut) {
    const { warnings } = withinLimits(body, MAX_DESCRIPTION);
    problems.push(...warnings.map((fault) => problemOf(file.path, 'warning', fault)));
  }
  const found = front.image === undefined ? null : tools.find(front.image, file);
  if (front.image !== undefined && found === null) problems.push(problemOf(file.path, 'warning', imageMissing()));
  const prepared = found && (await tools.prepare(found));
  if (prepared && !prepared.ok) problems.push(problemOf(found.path, 'refused', prepared.fault));
  const image = prepared?.ok && prepared.kind !== 'video' ? prepared.media[0] : undefined;
  const isPublic = await hasPublicContacts(unit, tools, front);
  await timeFor(unit);
  const shown = publicBody(lookedAt(body), isPublic);
  await timeFor(unit);
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
export const readText: Reader<DocumentText | Refused> = async (unit, tools) => {
  const [file] = unit.files;
  const context = contextOf(unit, tools);
  const opened = await openWritten(unit, tools, isToldByName(unit, tools));
  if (!opened.ok) return opened.reading;
  const { front, body, problems } = opened.file;
  const countdown = await countdownReading(unit, context, {
    front,
    text: async () => plainBody(publicBody(lookedAt(body), await hasPublicContacts(unit, tools, front)).body),
    base: () => baseOf(unit, tools, 'Compte à rebours', front),
  });
  if (countdown !== null) return { ...countdown, problems: [...problems, ...countdown.problems] };
  if (isEvent(front)) return withKept(await noticeReading(unit, tools, opened.file, null), front);
  const document = await tools.parse(file);
  // Nobody knows whether it is a press release: shown as it stands, it might show a press contact.
  if (!document.ok && 'unread' in document) return refusal(file.path, document.fault);
  const release = document.ok ? await releaseReading(document, unit, tools, front) : null;
  if (release !== null) return { ...release, problems: [...problems, ...release.problems] };
  return withKept(await noticeReading(unit, tools, opened.file, document.ok ? document : null), front);
};

/** Whether a name says all that there is to say: « 19 mai 14h - Visite.txt », « J- Brevet 26 juin.txt ». */
function isToldByName(unit: Unit, tools: ReadTools): boolean {
  if (unit.alert) return false;
  if (countdownName(unit.path) !== null) return true;
  const { isOwn, title } = namedDates(unit, tools);
  return isOwn && title !== '';
}

function withKept(reading: Reading, front: FrontMatter): Reading {
  return front.keepsContacts === true ? { ...reading, keepsContacts: true } : reading;
}

/** No address is longer. */
const MAX_ADDRESS = 2000;

/** The web address that a text is, and nothing else: bare, between angle brackets, or with its name as in Markdown. */
function linkAlone(body: string): { readonly url: string; readonly label?: string } | null {
  const text = body.trim();
  if (text.length > MAX_ADDRESS) return null;
  const [, label, named] = /^\[([^\]]+)\]\((\S+)\)$/u.exec(text) ?? [];
  const written = named ?? /^<(\S+)>$/u.exec(text)?.[1] ?? text;
  const url = /\s/u.test(written) ? null : webAddress(written);
  return url === null ? null : { url, ...compact({ label }) };
}

/** An event, or a text slide; `days`: what its words say of how long it lasts, where it has no date. */
async function noticeReading(
  unit: Unit,
  tools: ReadTools,
  written: WrittenFile,
  days: DaysTold | null,
): Promise<Reading> {
  const { front, body, problems } = written;
  const [file] = unit.files;
  const alone = isEvent(front) ? null : linkAlone(body);
  if (alone !== null) {
    const reading = linkReading(alone.url, unit, tools, { ...compact({ title: alone.label }), ...front });
    return { ...reading, problems: [...problems, ...reading.problems] };
  }
  await timeFor(unit);
  const rendered = renderMarkdown(body);
  const base = baseOf(unit, tools, rendered.title ?? 'Information', front);
  if (base.refused) return { ...nothing, problems: [...problems, ...base.problems] };
  if (isEvent(front)) return eventReading(unit, tools, written, base);
  const isNameAlone = body.trim() === '' && base.fields.announced === true && front.dates === undefined;
  const title = front.title === undefined && !isNameAlone ? rendered.title : base.fields.title;
  const slide: TextItem = {
    ...base.fields,
    ...(title === null ? {} : { title, titled: true }),
    kind: 'text',
    html: rendered.html,
    links: rendered.links,
  };
  const isTold = problems.some(({ code }) => code === textTooLong().code);
  const cut = rendered.cut && !isTold ? [problemOf(file.path, 'warning', textTooLong())] : [];
  // An alert lasts until its file is gone, whatever days it names.
  const { item, told } = withDaysTold(slide, { namedDays: null, ...days, ...(unit.alert ? { soleDay: null } : {}) });
  const undated = told.map((each) => problemOf(file.path, 'warning', each));
  return textSlide(item, title !== null, [...problems, ...base.problems, ...cut, ...undated]);
}
