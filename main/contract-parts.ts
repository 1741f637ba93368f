import { z } from 'zod';

/** What slides are made of, for `contract.ts`. */

/** A calendar day in ISO form, `2026-05-05`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** A picture or a video of the store. `src` is a path on this server, sizes are pixels of the stored file. */
export const media = z.object({
  src: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  /** Of a picture: path of a blurred copy of some hundred bytes, to stand behind it where it does not fill the wall. */
  blur: z.string().optional(),
});

/** Days in which something is on. `from` and `to` are included; null where the period has no such end. */
export const slideWhen = z.object({
  from: day.nullable(),
  to: day.nullable(),
  /** « mardi 5 mai », « du 4 au 7 mai » */
  label: z.string(),
  /** « tous les lundis et mardis »: what comes back is told day by day, with these words; absent for a run of days. */
  recurrence: z.string().optional(),
  /** « 14 h – 17 h » */
  hours: z.string().optional(),
  /** Where the instant of the programme stands, in words: « en ce moment », « à 14 h »; absent when there is nothing to say. */
  moment: z.string().optional(),
  /** The same as a fact: before the next hours of that day, within hours, or after the last; absent where there are none. */
  phase: z.enum(['toCome', 'now', 'past']).optional(),
});

/** Of what does not take place: it is struck out, with these words, « annulé », « reporté au mardi 12 mai ». */
export const status = z.object({ kind: z.enum(['cancelled', 'postponed']), label: z.string() });

export const agendaEntry = z.object({
  town: z.string(),
  title: z.string(),
  venue: z.string().optional(),
  hours: z.string().optional(),
  /** True while it is on at this very moment. */
  now: z.boolean().optional(),
  /** It does not take place: it is struck out, with these words. */
  status: status.optional(),
  /** Id of the item of the catalogue that it tells of. */
  item: z.string().optional(),
});

/** Somebody who is absent, or a lesson that is moved. */
export const absence = z.object({
  teacher: z.string(),
  subject: z.string().optional(),
  classes: z.string().optional(),
  /** « 8 h – 10 h », « M2 »; absent for the whole day. */
  hours: z.string().optional(),
  room: z.string().optional(),
  replacement: z.string().optional(),
  note: z.string().optional(),
  now: z.boolean().optional(),
  item: z.string().optional(),
});
