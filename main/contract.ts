/**
 * What crosses the wire between the service and whoever looks at it. The player, the tests and other tools rely on it:
 * fields are added, never changed; `renderer/` imports only their types.
 */
import { z } from 'zod';
import { absence, agendaEntry, colour, day, media, slideWhen, status } from './contract-parts.ts';

export type MediaRef = z.infer<typeof media>;
export type SlideWhen = z.infer<typeof slideWhen>;
export type Phase = NonNullable<SlideWhen['phase']>;
export type AgendaEntry = z.infer<typeof agendaEntry>;
export type AbsenceEntry = z.infer<typeof absence>;

const base = {
  /** Stable while the content of the slide is unchanged. */
  id: z.string(),
  title: z.string(),
  durationMs: z.number().int().positive(),
  /** Path in the content folder, with `/`; null for slides that stand for no single file. */
  source: z.string().nullable(),
  /** Grows with each change seen while running; a slide whose serial is new to the player is shown at once. */
  serial: z.number().int().nonnegative(),
  /** Id of the item of the catalogue that it shows; absent for slides that show no single one: agendas, the clock. */
  item: z.string().optional(),
  /**
   * Names the many that this slide is one of: an exhibition or a document of several pages (id of the item), or the pictures
   * and videos of one folder (its path and `/`; `/` for the top of the content folder). Absent for what stands alone.
   */
  group: z.string().optional(),
  /** True for what tells of this very day: its agenda, and the events that have a date. */
  today: z.literal(true).optional(),
};

const slideSchema = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('agenda'),
    /** « Aujourd’hui », « Bientôt » */
    label: z.string(),
    /** The day it stands for; null for what comes next. */
    day: day.nullable(),
    /** `day`: the day that the heading names; absent where its entries last several days. */
    sections: z.array(z.object({ heading: z.string(), day: day.optional(), entries: z.array(agendaEntry) })),
  }),
  z.object({
    ...base,
    kind: z.literal('event'),
    town: z.string(),
    department: z.string().optional(),
    venue: z.string().optional(),
    description: z.string().optional(),
    category: z.string().optional(),
    partners: z.string().optional(),
    when: slideWhen,
    image: media.optional(),
    link: z.string().optional(),
    status: status.optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('exhibition'),
    part: z.enum(['opening', 'plate', 'credits']),
    /** Number of this plate, from 1, and how many there are; 0 for opening and credits. */
    n: z.number().int(),
    of: z.number().int(),
    town: z.string().optional(),
    venue: z.string().optional(),
    description: z.string().optional(),
    partners: z.string().optional(),
    credits: z.string().optional(),
    when: slideWhen.optional(),
    /** The picture; on the opening, the first plate; on the credits, the last. */
    plate: media.extend({ caption: z.string().optional() }).optional(),
    /** Of a plate: it grows a little while it stands. Absent: it does not move. */
    slow: z.literal(true).optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('tree'),
    town: z.string().optional(),
    venue: z.string().optional(),
    messages: z.array(z.object({ id: z.string(), text: z.string() })),
  }),
  z.object({
    ...base,
    kind: z.literal('image'),
    ...media.shape,
    /** `contain`: never cropped (PDF pages). `cover`: may fill the wall where little is lost. */
    fit: z.enum(['cover', 'contain']),
    caption: z.string().optional(),
    /** The name of the folder of photos that it is one of. */
    album: z.string().optional(),
    page: z.tuple([z.number().int(), z.number().int()]).optional(),
    /** The picture that shares the wall with this one. The player composes pairs (`pairs.ts`): the service sends none. */
    pair: z
      .object({
        ...media.shape,
        /** Ids of the slides that the two pictures would be alone. */
        first: z.string(),
        id: z.string(),
        title: z.string(),
        caption: z.string().optional(),
        album: z.string().optional(),
        page: z.tuple([z.number().int(), z.number().int()]).optional(),
      })
      .optional(),
  }),
  z.object({ ...base, kind: z.literal('video'), ...media.shape, muted: z.boolean() }),
  z.object({
    ...base,
    kind: z.literal('text'),
    /** From Markdown, without raw HTML: safe to insert. */
    html: z.string(),
    /** Addresses to show as text and QR code. */
    links: z.array(z.object({ label: z.string(), url: z.string() })),
  }),
  z.object({
    ...base,
    kind: z.literal('countdown'),
    target: day,
    label: z.string(),
    /** Days left, 0 on the day itself, and then hours, rounded up, 0 when it begins; no hours where none are known. */
    days: z.number().int().nonnegative(),
    hours: z.number().int().nonnegative().optional(),
    text: z.string().optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('alert'),
    /** From Markdown, without raw HTML; absent where the alert is a picture or only a name. */
    html: z.string().optional(),
    image: media.optional(),
    video: media.optional(),
    /** Time of the file, « 9 h 41 », « hier, 9 h 41 », « lundi, 9 h 41 »; absent where it says nothing. */
    at: z.string().optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('menu'),
    /** The day of the meal, and what it is seen from the day of the programme: « Aujourd’hui », « Demain », « Lundi ». */
    day,
    label: z.string(),
    /** « Midi », « Soir »; absent where there is one meal a day. */
    meal: z.string().optional(),
    courses: z.array(z.object({ name: z.string().optional(), dishes: z.array(z.string()) })),
  }),
  z.object({ ...base, kind: z.literal('absences'), day, label: z.string(), entries: z.array(absence) }),
  z.object({ ...base, kind: z.literal('idle'), place: z.string().optional(), town: z.string().optional() }),
]);
export type Slide = z.infer<typeof slideSchema>;
export type SlideKind = Slide['kind'];
/** The slide of one kind: `SlideOf<'event'>`. */
export type SlideOf<K extends SlideKind> = Extract<Slide, { kind: K }>;

export const themeSchema = z.enum(['clair', 'sombre', 'contraste']);
export type Theme = z.infer<typeof themeSchema>;

/** How far the picture of a display is turned, in degrees, clockwise. */
export const rotationSchema = z.literal([0, 90, 180, 270]);
export type Rotation = z.infer<typeof rotationSchema>;

export const programmeSchema = z.object({
  /** RFC 9557, zoned: `2026-05-05T09:00:00+02:00[Europe/Paris]`. */
  at: z.string(),
  day,
  /** Name of the screen; empty for the one that has no name. */
  screen: z.string(),
  /** Changes when, and only when, something the player shows changes. */
  revision: z.string(),
  /** RFC 9557; when the programme will be another one if nothing is edited; null for never. */
  nextChange: z.string().nullable(),
  /** False outside the hours of the screen: no slides, black. An alert lights it. */
  lit: z.boolean(),
  theme: themeSchema,
  /** How far the shell turns the display itself; absent: it is left as its machine has it. */
  rotation: rotationSchema.optional(),
  /** Days of the current week from the first to the last with something on, for the ribbon; empty when fewer than two. */
  week: z.array(z.object({ day, label: z.string() })),
  /** What the head of the wall says beside the time and the day; absent: the wall has no head. */
  head: z.object({ place: z.string().optional(), logo: media.optional() }).optional(),
  /** The colour of the place: of fills with white text, and of text on the ground of the theme, `#rrggbb`; absent: green. */
  accent: z.object({ fill: colour, text: colour }).optional(),
  /** Pictures may share the wall where they lie across it, see `pairs.ts`; absent: each has the wall to itself. */
  paired: z.literal(true).optional(),
  /** What is of today comes back at least this often, milliseconds; absent or 0: only in its place. See `turn.ts`. */
  recallMs: z.number().int().nonnegative().optional(),
  /** About how long a turn lasts, milliseconds; absent or 0: a turn is all slides. See `turn.ts`. */
  turnMs: z.number().int().nonnegative().optional(),
  slides: z.array(slideSchema),
});
export type Programme = z.infer<typeof programmeSchema>;

/** What a player says of itself on connection and at each paint: `POST /api/screens`. */
export const screenReportSchema = z.object({
  screen: z.string().max(80),
  width: z.number().int().min(1).max(32768),
  height: z.number().int().min(1).max(32768),
  dpr: z.number().min(0.1).max(8),
  /** Id of the slide that was just painted; null on connection. */
  slide: z.string().max(120).nullable(),
  /** Id of a slide that could not be played; `slide` then is the one that stands on the wall meanwhile. */
  unplayable: z.string().max(120).optional(),
  /** False: the browser refuses to keep the display awake. */
  awake: z.boolean().optional(),
});
export type ScreenReport = z.infer<typeof screenReportSchema>;

const problemSchema = z.object({
  file: z.string(),
  severity: z.enum(['refused', 'warning']),
  /** Short, stable, for machines: `image-truncated`. */
  code: z.string(),
  /** French sentences: what is wrong, and what to do. */
  message: z.string(),
  advice: z.string(),
  /** Of a warning: Préau chose what is most likely, or a part of the file is not on the wall; absent: anything else. */
  about: z.enum(['guessed', 'dropped']).optional(),
});
/** Why a file is not shown (`refused`), or not shown as staff expect (`warning`). */
export type Problem = z.infer<typeof problemSchema>;

/** Event `alive` of the stream: the service's own instant, RFC 9557, and its build: a page of another one loads itself anew. */
export interface Alive {
  readonly at: string;
  readonly build?: string;
}
