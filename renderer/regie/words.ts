/** « 12 s », « 4 min », « 1 h 05 » */
export function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

/** « 14 h 30 », « 9 h » for minutes since midnight. */
export function clockWords(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`}`;
}

/** Nought and one are singular. */
export function counted(n: number, one: string, many: string): string {
  return `${n.toLocaleString('fr-FR')}\u00a0${n < 2 ? one : many}`;
}

const fullDate = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayAndMonth = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** « du 4 au 10 mai 2026 », « du 27 avril au 3 mai 2026 » */
export function weekWords(from: string, to: string): string {
  const [start, end] = [new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`)];
  const first = from.slice(0, 7) === to.slice(0, 7) ? String(start.getUTCDate()) : dayAndMonth.format(start);
  return `du ${first} au ${fullDate.format(end)}`;
}

/** The day so many days after one, ISO. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** In small letters, without accents: how texts are searched. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
