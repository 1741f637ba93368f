import type { ReportModel } from './model.ts';

/** For the next writer of the page, which may be another service. */
export const changeMark = ({ changed }: ReportModel) =>
  changed === null ? '' : `<meta name="dernier-changement" content="${changed.epochMilliseconds}">\n`;

/** The time of the last change that a page tells, epoch milliseconds, from its first lines; null where it tells none. */
export function toldChangeMs(head: string): number | null {
  const told = /<meta name="dernier-changement" content="(\d{1,15})">/u.exec(head)?.[1];
  return told === undefined ? null : Number(told);
}
