import { describe, expect, it } from 'vitest';
import { type CalendarCase, edgeCases, freshCases, reportedCases } from './calendar-cases.ts';
import { wallOf } from './wall.ts';

const file = (lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//essai//FR', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** The bytes of a case as they reach the folder. */
function bytesOf({ lines, spoil }: CalendarCase): Uint8Array {
  const text = file(lines);
  if (spoil === 'indented') return Buffer.from(text.replace(/^/gmu, '    '));
  if (spoil === 'doubled') return Buffer.from(text.replaceAll('\r\n', '\r\r\n'));
  const bytes = Buffer.from(text);
  return spoil === 'oneByte' ? bytes.map((byte) => (byte === 0x7e ? 0xe9 : byte)) : bytes;
}

describe('a calendar as programs write it is shown as it was meant', () => {
  it.each([...freshCases, ...edgeCases])('$name', (each) => {
    const [from, to] = each.days;
    const wall = wallOf(bytesOf(each), from, to);
    expect(wall.shown).toEqual(each.right);
    expect(wall.told).toEqual(each.told ?? []);
  });
});

describe('a calendar that was read wrongly once is shown right', () => {
  it.each(reportedCases)('$name', ({ lines, days: [from, to], right, told = [] }) => {
    const wall = wallOf(file(lines), from, to);
    expect(wall.shown).toEqual(right.toSorted());
    expect(wall.told).toEqual(told);
  });

  it('blanks before its first line, and between the others', () => {
    const [lines = []] = reportedCases.filter(({ name }) => name.startsWith('blanks')).map((each) => each.lines);
    const text = `\r\n   ${file(lines).replaceAll('\r\n', '\r\n\r\n')}`;
    expect(wallOf(text, '2026-05-01', '2026-05-31').shown).toEqual(['05-05 Atelier · 14:00-15:00']);
  });

  it('a line folded inside a character', () => {
    const bytes = Buffer.from(
      file(['BEGIN:VEVENT', 'UID:1', 'SUMMARY:L’hôtellerie à Creil', 'DTSTART;VALUE=DATE:20260505', 'END:VEVENT']),
    );
    for (const sign of ['’', 'ô', 'à']) {
      const at = bytes.indexOf(sign) + 1;
      const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]);
      expect(wallOf(folded, '2026-05-01', '2026-05-31')).toMatchObject({
        shown: ['05-05 L’hôtellerie à Creil · jour'],
        told: [],
      });
    }
  });
});
