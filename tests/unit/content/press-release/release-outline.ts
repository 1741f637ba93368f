import { Temporal } from 'temporal-polyfill';
import type { PressRelease } from '../../../../main/content/press-release/press-release.ts';
import { readPressRelease } from '../../../../main/content/press-release/read-press-release.ts';
import { textDocument } from '../../../support/read-document.ts';

/** A release read as if its file had been written on `reference`. */
export function readRelease(text: string, kind: 'md' | 'txt' = 'md', reference = '2026-02-01'): PressRelease | null {
  const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from(reference) };
  return readPressRelease(textDocument(kind, text).blocks, context);
}

/** Town, department, title, venue, days and hours, on one line an event; behind them whether it takes place. */
export function outlineOf(release: PressRelease | null): string[] {
  const plain = (words: string | undefined): string => (words ?? '–').replace(/[\u00a0\u202f]/g, ' ');
  return (release?.events ?? []).map(({ town, department, title, venue, when, status }) => {
    const days = when.ranges
      .map((range) => (range.from === range.to ? range.from : `${range.from}/${range.to}`))
      .join('+');
    const hours = when.hours.map((window) => `${window.from ?? ''}-${window.to ?? ''}`).join('+');
    const line = [town, department ?? '–', plain(title), plain(venue), `${days}${hours === '' ? '' : ` ${hours}`}`];
    return [...line, ...(status === undefined ? [] : [plain(status.label)])].join(' | ');
  });
}
