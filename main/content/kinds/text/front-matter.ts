import { z } from 'zod';
import { fold } from '../../../lib/fold.ts';
import { type Fault, fault, quoted } from '../../faults/fault.ts';
import { FRONT_MATTER_KEYS, type FrontMatterKey, knownKey, nearestKey } from './front-matter-keys.ts';
import { webAddress } from './markdown.ts';

/** A setting as text; a list of them is read as one text with commas. */
const text = z
  .union([z.string(), z.array(z.string()).transform((list) => list.join(', '))])
  .transform((value) => value.replace(/\s+/g, ' ').trim());

const description = z
  .union([z.string(), z.array(z.string()).transform((list) => list.join('\n'))])
  .transform((value) => value.trim());

const list = z
  .union([z.string().transform((value) => value.split(/[,;\n]/)), z.array(z.string())])
  .transform((names) => names.map((name) => name.trim()).filter((name) => name !== ''));

/** `60`, `2` for 02, `2A`, `971`; a postcode stands for its department. */
const department = text.transform((value, context) => {
  const code = /^(\d{1,3}|2[AB]|\d{5})$/i.exec(value)?.[1]?.toUpperCase();
  if (code === undefined) {
    context.addIssue('department');
    return z.NEVER;
  }
  if (code.length === 5) return code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2);
  return code.padStart(2, '0');
});

/** `20`, `20 s`, `1 min`, `1 min 30`; milliseconds, a second at least and an hour at most. */
const duration = text.transform((value, context) => {
  const [, minutes, seconds] =
    /^(?:(\d{1,2})\s*min(?:utes?)?\.?)?\s*(?:(\d{1,4})(?:[.,]\d+)?\s*(?:s|sec|secondes?)?\.?)?$/i.exec(value) ?? [];
  const total = Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  if (total < 1 || total > 3600) {
    context.addIssue('duration');
    return z.NEVER;
  }
  return total * 1000;
});

const order = text.transform((value, context) => {
  const number = Number(value.replace(',', '.'));
  if (value === '' || !Number.isFinite(number)) {
    context.addIssue('order');
    return z.NEVER;
  }
  return number;
});

/** Only web addresses: a link that people scan from a wall must be safe to open. */
const link = text.transform((value, context) => {
  const url = webAddress(value) ?? webAddress(/^[\w-]+(\.[\w-]+)+(\/|$)/.test(value) ? `https://${value}` : '');
  if (url === null) {
    context.addIssue('link');
    return z.NEVER;
  }
  return url;
});

/** `lent`: pictures move slowly; `aucun`, or no such key: they stand still. */
const slow = text.transform((value, context) => {
  const word = fold(value);
  if (word === 'lent' || word === 'aucun') return word === 'lent';
  context.addIssue('slow');
  return z.NEVER;
});

/** `oui`: the numbers and addresses of the file are public; `non`, as where nothing is written: a person’s are not shown. */
const yesOrNo = text.transform((value, context) => {
  const word = fold(value);
  if (['oui', 'non', 'true', 'false', 'yes', 'no'].includes(word)) return ['oui', 'true', 'yes'].includes(word);
  context.addIssue('contact');
  return z.NEVER;
});

/** `semaine`: a menu is shown as a whole; `jour`, or no such key: day by day. */
const week = text.transform((value, context) => {
  const word = fold(value);
  if (word === 'semaine' || word === 'jour') return word === 'semaine';
  context.addIssue('week');
  return z.NEVER;
});

/** One schema for each key: one that is not understood does not cost the others. */
const SCHEMAS = {
  titre: text,
  dates: text,
  heures: text,
  ville: text,
  departement: department,
  lieu: text,
  categorie: text,
  description,
  partenaires: text,
  image: text,
  lien: link,
  duree: duration,
  ordre: order,
  ecrans: list,
  mouvement: slow,
  compte: text,
  statut: text,
  contact: yesOrNo,
  affichage: week,
} as const satisfies Record<FrontMatterKey, z.ZodType>;

/** What was expected, where a value is not understood. */
const EXPECTED: Partial<Record<FrontMatterKey, string>> = {
  departement: 'Écrivez le numéro du département, par exemple departement: 60.',
  duree: 'Écrivez une durée en secondes, par exemple duree: 20.',
  mouvement: 'Écrivez mouvement: lent ou mouvement: aucun.',
  contact: 'Écrivez contact: oui pour montrer un contact public, et le contact lui-même dans le texte.',
  affichage: 'Écrivez affichage: semaine pour montrer tout un menu, ou affichage: jour.',
  ordre: 'Écrivez un nombre, par exemple ordre: 3.',
  lien: 'Écrivez une adresse qui commence par https://.',
};

/** The front matter of a file, each key only where it is given and understood. */
export interface FrontMatter {
  readonly title?: string;
  /** As written; `when/french` reads it. */
  readonly dates?: string;
  readonly hours?: string;
  readonly town?: string;
  /** Two characters at least: `02`, `2A`, `974`. */
  readonly department?: string;
  readonly venue?: string;
  readonly category?: string;
  readonly description?: string;
  readonly partners?: string;
  /** A file name, relative to the file. */
  readonly image?: string;
  /** http or https. */
  readonly link?: string;
  readonly durationMs?: number;
  readonly order?: number;
  /** Names as written; compare with `fold`. */
  readonly screens?: readonly string[];
  /** Whether the pictures of an exhibition move slowly. */
  readonly slow?: boolean;
  /** The day to which days are counted, as written. */
  readonly countdown?: string;
  /** « annulé », « reporté au 12 mai », as written; `content/status.ts` reads it. */
  readonly status?: string;
  /** Whether the numbers and addresses of the file are public, and are shown. */
  readonly keepsContacts?: boolean;
  /** Whether a menu is shown as a whole, and not day by day. */
  readonly showsWeek?: boolean;
}

/** The data of `splitFrontMatter` with their types. A key that is unknown or not understood becomes a warning. */
export function readFrontMatter(data: unknown): { value: FrontMatter; warnings: Fault[] } {
  const warnings: Fault[] = [];
  const value: Record<string, unknown> = {};
  const writtenAs = new Map<FrontMatterKey, string>();
  const entries = typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
  for (const [written, raw] of entries) {
    const key = knownKey(written);
    const before = key === null ? undefined : writtenAs.get(key);
    if (key === null) warnings.push(unknownKey(written));
    else if (before !== undefined) warnings.push(writtenTwice(before, written));
    else if (raw !== '' && raw !== null) {
      writtenAs.set(key, written);
      const result = SCHEMAS[key].safeParse(raw);
      if (!result.success) warnings.push(notUnderstood(key, raw));
      else if (result.data !== '') value[key === 'duree' ? 'durationMs' : FRONT_MATTER_KEYS[key]] = result.data;
    }
  }
  return { value, warnings };
}

function unknownKey(written: string): Fault {
  const near = nearestKey(written);
  const known = Object.keys(FRONT_MATTER_KEYS).join(', ');
  const advice = near === null ? `Les réglages possibles sont : ${known}.` : `Vouliez-vous écrire « ${near} » ?`;
  return fault('front-matter-unknown-key', `Le réglage ${quoted(written)} n’existe pas.`, advice);
}

/** Two keys for YAML that are one for us: `date` and `dates`, `Lieu` and `lieu`. */
function writtenTwice(first: string, second: string): Fault {
  return fault(
    'front-matter-twice',
    `Le réglage ${quoted(first)} est écrit deux fois, la seconde sous la forme ${quoted(second)} : seule la première est lue.`,
    'Ne gardez que l’une des deux lignes.',
  );
}

function notUnderstood(key: FrontMatterKey, raw: unknown): Fault {
  // What is written for a contact may be a number: it is not repeated.
  const written = typeof raw === 'string' && key !== 'contact' ? ` ${quoted(raw)}` : '';
  const advice = EXPECTED[key] ?? `Écrivez un texte simple après ${key}:.`;
  return fault('front-matter-value', `La valeur${written} du réglage « ${key} » n’est pas comprise.`, advice);
}
