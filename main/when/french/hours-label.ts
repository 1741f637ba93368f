import type { HourWindow } from '../when.ts';

/** « a », « a et b », « a, b et c » */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;
}

/** « 14 h 30 », « 9 h » for `14:30`, `09:00` */
export function timeLabel(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour}\u00a0h${minute === 0 ? '' : `\u00a0${String(minute).padStart(2, '0')}`}`;
}

function windowLabel({ from, to, startOnly }: HourWindow): string {
  if (from === null) return to === '12:00' ? 'le matin' : to === null ? 'toute la journée' : `jusqu’à ${timeLabel(to)}`;
  if (startOnly) return `à ${timeLabel(from)}`;
  return to === null ? `à partir de ${timeLabel(from)}` : `${timeLabel(from)} – ${timeLabel(to)}`;
}

/** « 14 h – 17 h », « 9 h – 12 h et 14 h – 17 h », « à partir de 14 h », « à 14 h »; empty for the whole day. */
export function hoursLabel(hours: readonly HourWindow[]): string {
  return listed(hours.map(windowLabel));
}
