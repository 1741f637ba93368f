import { z } from 'zod';
import { themeSchema } from '../../contract.ts';
import type { Item, Media } from '../../programme/item.ts';
import { isZone, type Site } from '../../settings/site.ts';
import type { When } from '../../when/when.ts';
import type { SavedUnit } from './saved-unit.ts';

/**
 * The shape of what is saved, down to the last field that others rely on. Only what does not fit is refused: fields that are
 * not named here pass, so that a new optional field needs no line of its own.
 */

const day = z.iso.date().nullable();
const hour = z.string().regex(/^\d{2}:\d{2}$/);
const whole = z.number().int();

const ruleSchema = z.object({
  type: z.literal('rule'),
  ranges: z.array(z.object({ from: day, to: day, begins: hour.exactOptional(), ends: hour.exactOptional() })).min(1),
  weekdays: z.array(z.object({ weekday: whole.min(1).max(7), nth: whole.exactOptional() })),
  months: z.array(whole.min(1).max(12)),
  except: z.object({
    ranges: z.array(z.object({ from: day, to: day })),
    weekdays: z.array(whole.min(1).max(7)),
    closed: z.array(z.enum(['school', 'public'])).exactOptional(),
  }),
  hours: z.array(z.object({ from: hour.nullable(), to: hour.nullable(), startOnly: z.literal(true).exactOptional() })),
  label: z.string(),
});

const numbers = z.array(whole).exactOptional();
const recurrence = z.object({
  frequency: z.enum(['MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']),
  interval: whole.min(1),
  weekStart: whole.min(1).max(7),
  skip: z.enum(['BACKWARD', 'FORWARD']).exactOptional(),
  weekdays: z.array(z.object({ weekday: whole.min(1).max(7), nth: whole.nullable() })).exactOptional(),
  months: numbers,
  monthDays: numbers,
  yearDays: numbers,
  weekNumbers: numbers,
  hours: numbers,
  minutes: numbers,
  positions: numbers,
  last: z.number().nullable(),
});

const calendarSchema = z.object({
  type: z.literal('calendar'),
  place: z.string().refine(isZone),
  strands: z.array(
    z.object({
      start: z.number(),
      allDay: z.boolean(),
      zone: z.string().refine(isZone).exactOptional(),
      minutes: z.number(),
      rules: z.array(recurrence).min(1),
      exceptRules: z.array(recurrence).exactOptional(),
      since: z.number().exactOptional(),
      before: z.number().exactOptional(),
      shift: z.number().exactOptional(),
      without: z.array(z.number()).exactOptional(),
      withoutDays: z.array(z.number()).exactOptional(),
    }),
  ),
  once: z.array(z.object({ from: z.number(), to: z.number(), allDay: z.boolean() })),
  recurrence: z.string().nullable(),
  label: z.string(),
});

const whenSchema: z.ZodType<When> = z.discriminatedUnion('type', [ruleSchema, calendarSchema]);

const hash = z.string().regex(/^[0-9a-f]{32}$/);
const mediaSchema: z.ZodType<Media> = z.object({
  hash,
  name: z.string(),
  width: whole.positive(),
  height: whole.positive(),
  blur: hash.exactOptional(),
});

const text = z.string().exactOptional();
const base = {
  id: z.string(),
  title: z.string(),
  source: z.string(),
  line: whole.exactOptional(),
  when: whenSchema.nullable(),
  screens: z.array(z.string()).nullable(),
  order: z.number().nullable(),
  durationMs: z.number().positive().exactOptional(),
  modifiedMs: z.number(),
  status: z
    .object({ kind: z.enum(['cancelled', 'postponed']), label: z.string(), to: ruleSchema.exactOptional() })
    .exactOptional(),
  announced: z.literal(true).exactOptional(),
};
const place = { town: text, department: text, venue: text };
const message = z.object({ id: z.string(), text: z.string() });

const itemSchema: z.ZodType<Item> = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    ...place,
    kind: z.literal('event'),
    town: z.string(),
    description: text,
    category: text,
    partners: text,
    link: text,
    image: mediaSchema.exactOptional(),
  }),
  z.object({
    ...base,
    ...place,
    kind: z.literal('exhibition'),
    slow: z.literal(true).exactOptional(),
    description: text,
    partners: text,
    credits: text,
    plates: z.array(z.object({ media: mediaSchema, caption: text })),
  }),
  z.object({ ...base, ...place, kind: z.literal('tree'), messages: z.array(message) }),
  z.object({
    ...base,
    kind: z.literal('image'),
    caption: text,
    pages: z.array(mediaSchema).min(1),
    of: whole,
    fit: z.enum(['cover', 'contain']),
  }),
  z.object({ ...base, kind: z.literal('video'), media: mediaSchema, durationMs: z.number().positive() }),
  z.object({
    ...base,
    kind: z.literal('text'),
    titled: z.literal(true).exactOptional(),
    html: z.string(),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
  }),
  z.object({ ...base, kind: z.literal('countdown'), target: ruleSchema, text }),
  z.object({
    ...base,
    kind: z.literal('alert'),
    html: text,
    image: mediaSchema.exactOptional(),
    video: mediaSchema.exactOptional(),
  }),
  z.object({
    ...base,
    kind: z.literal('menu'),
    day: z.iso.date(),
    meal: z.enum(['breakfast', 'lunch', 'dinner']),
    isOnly: z.boolean(),
    courses: z.array(z.object({ name: text, dishes: z.array(z.string()) })),
  }),
  z.object({
    ...base,
    kind: z.literal('absence'),
    teacher: z.string(),
    subject: text,
    classes: text,
    room: text,
    replacement: text,
    note: text,
    period: text,
  }),
  z.object({ ...base, kind: z.literal('logo'), media: mediaSchema }),
  z.object({
    ...base,
    kind: z.literal('holidays'),
    closures: z.array(
      z.object({ from: z.string(), to: z.string(), zones: z.array(z.enum(['A', 'B', 'C'])).exactOptional() }),
    ),
  }),
]);

const problemSchema = z.object({
  file: z.string(),
  severity: z.enum(['refused', 'warning']),
  code: z.string(),
  message: z.string(),
  advice: z.string(),
  about: z.enum(['guessed', 'dropped']).exactOptional(),
});

const unitSchema: z.ZodType<SavedUnit> = z.object({
  path: z.string(),
  signature: z.string(),
  longSide: z.number(),
  kept: z.boolean(),
  reading: z.object({
    items: z.array(itemSchema),
    problems: z.array(problemSchema),
    retry: z.boolean(),
    uses: z.array(z.string()),
    keepsContacts: z.literal(true).exactOptional(),
    taken: z.object({ numbers: z.number(), addresses: z.number() }).exactOptional(),
  }),
});

const siteSchema: z.ZodType<Site> = z.object({
  place: z.object({
    name: z.string().nullable(),
    town: z.string().nullable(),
    zone: z.string().refine(isZone),
    theme: themeSchema,
    wall: z.object({
      headed: z.boolean(),
      paired: z.boolean(),
      accent: z.object({ fill: z.string(), text: z.string() }).nullable(),
    }),
    durations: z.object({
      image: z.number().positive().exactOptional(),
      exhibition: z.number().positive().exactOptional(),
      tree: z.number().positive().exactOptional(),
    }),
    pace: z.object({ recallMs: whole.min(0), turnMs: whole.min(0) }),
    screens: z.array(z.object({ name: z.string(), town: z.string().nullable(), lit: whenSchema.nullable() })),
  }),
  logo: text,
  storeBytes: z.number().positive(),
  contacts: z.union([z.literal('all'), z.array(z.string())]).exactOptional(),
});

/** Whether a value is a unit as it is saved. Every unit that is not is read from the folder again. */
export const isSavedUnit = (value: unknown): value is SavedUnit => unitSchema.safeParse(value).success;

/** Whether a value is the settings of a place as they are saved. */
export const isSavedSite = (value: unknown): value is Site => siteSchema.safeParse(value).success;
