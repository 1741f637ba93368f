import type { EventItem, TextItem } from '../../programme/item.ts';
import { blocksHtml } from '../documents/blocks-html.ts';
import { textTooLong } from '../documents/limits.ts';
import { linesOf } from '../documents/table.ts';
import { fault, problemOf } from '../fault.ts';
import { baseOf } from '../kinds/base.ts';
import type { FrontMatter } from '../kinds/text/front-matter.ts';
import { nothing, type Reading, type ReadTools } from '../reading.ts';
import type { Unit } from '../unit.ts';
import type { DocumentText } from './document-text.ts';
import { callsItselfRelease, withoutContacts } from './marks.ts';
import type { PressRelease } from './press-release.ts';

/**
 * The events of a press release, or its text without its contact where it says that it is one and could not be read so;
 * null where the text is none, and is to be shown as what it is.
 */
export function releaseReading(
  document: DocumentText,
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter = {},
): Reading | null {
  if (document.release !== null) return eventsReading(document.release, document.warnings, unit, tools, front);
  return callsItselfRelease(linesOf(document.blocks)) ? unreadReading(document, unit, tools, front) : null;
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
      title,
      line,
      when,
    }),
  );
  return {
    items,
    problems: [...warnings, ...release.warnings].map((fault) => problemOf(file.path, 'warning', fault)),
    retry: false,
    uses: [],
  };
}

function unreadReading(document: DocumentText, unit: Unit, tools: ReadTools, front: FrontMatter): Reading {
  const [file] = unit.files;
  const { title, html, cut } = blocksHtml(withoutContacts(document.blocks));
  const base = baseOf(unit, tools, title ?? 'Communiqué', front);
  const problems = [
    ...base.problems,
    ...[...document.warnings, ...(cut ? [textTooLong()] : []), UNREAD].map((each) =>
      problemOf(file.path, 'warning', each),
    ),
  ];
  if (base.refused || html === '') return { ...nothing, problems };
  const item: TextItem = {
    ...base.fields,
    title: front.title ?? title ?? base.fields.title,
    kind: 'text',
    html,
    links: [],
  };
  return { items: [item], problems, retry: false, uses: [] };
}

const UNREAD = fault(
  'release-unread',
  'Ce texte semble être un communiqué de presse, mais son programme n’a pas été reconnu : il est affiché comme un simple texte, sans contact, numéro de téléphone ni adresse.',
  'Mettez chaque date seule sur une ligne, par exemple « Mardi 5 mai 2026 », et au-dessous un titre par événement, « Ville (60) - Titre - Lieu » ; il en faut deux au moins.',
);
