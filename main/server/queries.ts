import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PictureSide } from '../regie-contract.ts';
import { parseAt } from '../settings/at.ts';

/** What a request asks for, or a French sentence that says how to write the request. */
export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const NO_DATE = 'La date demandée n’est pas comprise : écrivez par exemple at=2026-05-05T09:00.';

const screen = z
  .string({ message: 'Un seul écran peut être demandé : écrivez screen=NOM une fois.' })
  .max(80, 'Le nom d’écran demandé est trop long : quatre-vingts signes au plus.')
  .default('');
const screenQuery = z.object({ screen });
const pictureQuery = z.object({ side: z.enum(['224', '320', '640']).default('640') });
const programmeQuery = z.object({ screen, at: z.string({ message: NO_DATE }).max(80, NO_DATE).default('') });

/** `?screen=NAME`: the name; empty for none. */
export function askedScreen(query: unknown): Asked<string> {
  const parsed = screenQuery.safeParse(query);
  return parsed.success ? { ok: true, value: parsed.data.screen } : refusal(parsed.error);
}

/** `?side=`: the longest side of a small picture; null for one that no page asks for. */
export function askedSide(query: unknown): PictureSide | null {
  const { success, data } = pictureQuery.safeParse(query);
  return success ? (Number(data.side) as PictureSide) : null;
}

/** `?at=&screen=`: the instant (null: now) and the screen. An instant that names no zone is a local time of `zone`. */
export function askedProgramme(
  query: unknown,
  zone: string,
): Asked<{ readonly at: Temporal.Instant | null; readonly screen: string }> {
  const parsed = programmeQuery.safeParse(query);
  if (!parsed.success) return refusal(parsed.error);
  const { at: written, screen: name } = parsed.data;
  if (written === '') return { ok: true, value: { at: null, screen: name } };
  // The `+` of an offset (`+02:00`) is read as a space in a query: it is put back.
  const at = parseAt(written.replace(/^ /u, '+').replace(/ (\d\d:\d\d)/u, '+$1'), zone);
  return at === null ? { ok: false, message: NO_DATE } : { ok: true, value: { at, screen: name } };
}

function refusal(error: z.ZodError): { ok: false; message: string } {
  return { ok: false, message: error.issues[0]?.message ?? NO_DATE };
}
