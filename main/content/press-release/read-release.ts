import type { EventItem, TextItem } from '../../programme/item.ts';
import type { Block } from '../documents/block.ts';
import { blocksHtml } from '../documents/blocks-html.ts';
import { type Fault, fault } from '../documents/fault.ts';
import { redact } from '../documents/redact.ts';
import { baseOf, problemOf } from '../kinds/base.ts';
import type { FrontMatter } from '../kinds/text/front-matter.ts';
import { hasPublicContacts } from '../privacy/public-body.ts';
import { nothing, type Reading, type ReadTools } from '../reading.ts';
import type { DocumentText } from '../text-worker.ts';
import type { Unit } from '../unit.ts';
import { callsItselfRelease, withoutContacts } from './marks.ts';
import type { PressRelease } from './press-release.ts';

/**
 * The events of a press release, or its text without its contact where it says that it is one and could not be read so;
 * null where the text is none, and is to be shown as what it is.
 */
export async function releaseReading(
  document: DocumentText,
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter = {},
): Promise<Reading | null> {
  if (document.release !== null) return eventsReading(document.release, document.warnings, unit, tools, front);
  return callsItselfRelease(document.blocks) ? unreadReading(document, unit, tools, front) : null;
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
    ...(front.keepsContacts === true ? { keepsContacts: true } : {}),
  };
}

async function unreadReading(
  document: DocumentText,
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter,
): Promise<Reading> {
  const [file] = unit.files;
  const keeps = await hasPublicContacts(unit, tools, front);
  const { title, html } = blocksHtml(
    withoutContacts(document.blocks, keeps).map(keeps ? (block) => block : withoutNumbers),
  );
  const base = baseOf(unit, tools, title ?? 'Communiqué', front);
  const problems = [
    ...base.problems,
    ...[...document.warnings, unread(keeps)].map((each) => problemOf(file.path, 'warning', each)),
  ];
  if (base.refused || html === '') return { ...nothing, problems };
  const item: TextItem = {
    ...base.fields,
    title: front.title ?? title ?? base.fields.title,
    kind: 'text',
    html,
    links: [],
  };
  const kept = front.keepsContacts === true ? ({ keepsContacts: true } as const) : {};
  return { items: [item], problems, retry: false, uses: [], ...kept };
}

function withoutNumbers(block: Block): Block {
  const { cells, ...rest } = block;
  return { ...rest, text: redact(block.text), ...(cells === undefined ? {} : { cells: cells.map(redact) }) };
}

function unread(keepsContacts: boolean): Fault {
  const left = keepsContacts ? 'sans contact presse' : 'sans contact, numéro de téléphone ni adresse';
  return fault(
    'release-unread',
    `Ce texte semble être un communiqué de presse, mais son programme n’a pas été reconnu : il est affiché comme un simple texte, ${left}.`,
    'Mettez chaque date seule sur une ligne, par exemple « Mardi 5 mai 2026 », et au-dessous un titre par événement, « Ville (60) - Titre - Lieu » ; il en faut deux au moins.',
  );
}
