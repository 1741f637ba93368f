import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { timeLabel } from '../../when/french/label.ts';
import type { Asked } from '../queries.ts';

const NO_SENTENCE = 'Écrivez la phrase à afficher, en cinq cents signes au plus.';
const NO_END = 'Donnez l’heure à laquelle l’alerte s’arrête, par exemple 10:30.';
const PAST = 'Cette heure est déjà passée\u00a0: donnez-en une qui vient.';
/** Letters of the sentence that the name of its file begins with. */
const NAME_LENGTH = 40;

const body = z.object({
  text: z.string({ message: NO_SENTENCE }).trim().min(1, NO_SENTENCE).max(500, NO_SENTENCE),
  until: z.string({ message: NO_END }).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, NO_END),
});

/** A file of the alert folder: a sentence that takes the screen at once, and leaves it by itself at an hour of today. */
export function urgentFile(
  asked: unknown,
  now: Temporal.ZonedDateTime,
): Asked<{ readonly name: string; readonly text: string }> {
  const parsed = body.safeParse(asked);
  if (!parsed.success) return { ok: false, message: parsed.error.issues[0]?.message ?? NO_SENTENCE };
  const { text, until } = parsed.data;
  if (Temporal.PlainTime.compare(Temporal.PlainTime.from(until), now.toPlainTime()) <= 0)
    return { ok: false, message: PAST };
  const words = text
    .replace(/[^\p{L}\p{N}’' ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, NAME_LENGTH)
    .trim();
  const end = timeLabel(until).replaceAll('\u00a0', ' ');
  return { ok: true, value: { name: `${now.toPlainDate()} jusqu’à ${end} - ${words}.txt`, text: `${text}\n` } };
}
