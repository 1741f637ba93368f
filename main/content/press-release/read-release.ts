import { capitalised } from '../../lib/capitalised.ts';
import type { EventItem, TextItem } from '../../programme/item.ts';
import { blocksHtml } from '../documents/blocks-html.ts';
import { textTooLong } from '../documents/limits.ts';
import { redact } from '../documents/redact.ts';
import type { DocumentBlock } from '../documents/table.ts';
import { type Fault, fault, problemOf } from '../faults/fault.ts';
import { baseOf } from '../kinds/base.ts';
import type { FrontMatter } from '../kinds/text/front-matter.ts';
import { withDaysTold } from '../kinds/text/undated.ts';
import { noticeReading } from '../notices/notice-reading.ts';
import { hasPublicContacts } from '../privacy/public-body.ts';
import { nothing, type Reading, type ReadTools } from '../reading/reading.ts';
import type { Unit } from '../scan/unit.ts';
import type { DocumentText } from './document-text.ts';
import { withoutContacts } from './outline/marks.ts';
import type { PressRelease } from './press-release.ts';

/**
 * The meals of a menu, who is absent, the events of a press release, or its text without its contact where it says that it is one and could not be read so;
 * null where the text is none, and is to be shown as what it is.
 */
export async function releaseReading(
  document: DocumentText,
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter = {},
): Promise<Reading | null> {
  const { notice } = document;
  if (notice !== null) return noticeReading({ ...document, notice }, unit, tools, front);
  if (document.release !== null) return eventsReading(document.release, document.warnings, unit, tools, front);
  return document.isUnreadRelease ? unreadReading(document, unit, tools, front) : null;
}

function eventsReading(
  release: PressRelease,
  warnings: DocumentText['warnings'],
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter,
): Reading {
  const [file] = unit.files;
  const { fields } = baseOf(unit, tools, 'Communiqué', front);
  const items = release.events.map(
    ({ line, when, title, ...event }, index): EventItem => ({
      ...fields,
      ...event,
      id: `${unit.path}#${index + 1}`,
      kind: 'event',
      title: headline(title),
      line,
      when,
    }),
  );
  return {
    items,
    problems: [...warnings, ...release.warnings].map((fault) => problemOf(file.path, 'warning', fault)),
    retry: false,
    uses: [],
    ...(front.keepsContacts === true ? { keepsContacts: true } : {}),
  };
}

/** « Mardi 5 mai : sortie au musée » is « Sortie au musée » on the wall; « e-sport » and « iPad » keep their letters. */
const headline = (title: string): string => (/^\p{Ll}(?:-|\p{Lu})/u.test(title) ? title : capitalised(title));

async function unreadReading(
  document: DocumentText,
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter,
): Promise<Reading> {
  const [file] = unit.files;
  const keeps = await hasPublicContacts(unit, tools, front);
  const shown = withoutContacts(document.blocks, keeps);
  const { title, html, cut } = blocksHtml(keeps ? shown : shown.map(withoutNumbers));
  const base = baseOf(unit, tools, title ?? 'Communiqué', front);
  const problems = [
    ...base.problems,
    ...[...document.warnings, ...(cut ? [textTooLong()] : []), unread(keeps)].map((each) =>
      problemOf(file.path, 'warning', each),
    ),
  ];
  if (base.refused || html === '') return { ...nothing, problems };
  const slide: TextItem = {
    ...base.fields,
    title: front.title ?? title ?? base.fields.title,
    kind: 'text',
    html,
    links: [],
  };
  const { item, told } = withDaysTold(slide, { namedDays: null, soleDay: document.soleDay });
  problems.push(...told.map((each) => problemOf(file.path, 'warning', each)));
  const kept = front.keepsContacts === true ? ({ keepsContacts: true } as const) : {};
  return { items: [item], problems, retry: false, uses: [], ...kept };
}

function withoutNumbers(block: DocumentBlock): DocumentBlock {
  if (block.kind !== 'table') return { ...block, text: redact(block.text) };
  // A number that is broken into two lines of a cell is found before the lines are parted.
  const rows = block.rows.map((row) =>
    row.map((cell) => ({ ...cell, lines: redact(cell.lines.join('\n')).split('\n') })),
  );
  return { ...block, rows };
}

function unread(keepsContacts: boolean): Fault {
  const left = keepsContacts ? 'sans contact presse' : 'sans contact, numéro de téléphone ni adresse';
  return fault(
    'release-unread',
    `Ce texte semble être un communiqué de presse, mais son programme n’a pas été reconnu : il est affiché comme un simple texte, ${left}.`,
    'Mettez chaque date seule sur une ligne, par exemple « Mardi 5 mai 2026 », et au-dessous un titre par événement, « Ville (60) - Titre - Lieu » ; il en faut deux au moins.',
  );
}
