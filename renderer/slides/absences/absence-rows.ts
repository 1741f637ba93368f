import type { AbsenceEntry } from '../../../main/contract.ts';
import { chunks } from '../../text/chunks.ts';

const TEXTS = ['hours', 'who', 'about', 'classes', 'room', 'replacement', 'note'] as const;

type Texts = Partial<Record<(typeof TEXTS)[number], string | undefined>>;

/** A row of the board: an absence, or what of it had no room in the row above. */
export type AbsenceRow = Texts & {
  readonly now: boolean;
  readonly continued: boolean;
};

/** An absence as rows whose texts have at most `max` characters: a longer one continues in the next row. */
export function absenceRows(entry: AbsenceEntry, max: number): AbsenceRow[] {
  const { teacher, subject, hours = 'journée', now = false } = entry;
  const texts: Texts = { ...entry, hours, ...(teacher === '' ? { who: subject } : { who: teacher, about: subject }) };
  const pieces = TEXTS.map((name) => [name, chunks(texts[name] ?? '', max)] as const);
  const count = Math.max(...pieces.map(([, parts]) => parts.length));
  return Array.from({ length: count }, (_, index) => ({
    ...Object.fromEntries(pieces.map(([name, parts]) => [name, parts[index] ?? ''])),
    now: now && index === 0,
    continued: index > 0,
  }));
}
