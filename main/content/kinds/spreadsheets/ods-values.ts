import { monthName } from '../../../when/french/label.ts';
import { attributeOf, elementsOf, type XmlElement } from '../word/xml.ts';
import { momentOfIso, momentText, numberText } from './value-text.ts';

/** Whether a cell has a value, shown or not. */
export const hasValue = (cell: XmlElement): boolean => attributeOf(cell, 'office:value-type') !== '';

/** What a cell shows. `shown`: the words written in it, which say how its value is shown. */
export function linesOfCell(cell: XmlElement, shown: readonly string[]): readonly string[] {
  // Some programs write the value alone. Words that are there and empty are those of a format that hides the value.
  const isBare = !elementsOf(cell).some(({ name }) => name === 'text:p');
  const text = (isBare ? bareValue(cell) : null) ?? momentOfCell(cell, shown.join(' '));
  return text === null ? shown : [text];
}

/** The value of a cell in which no words are written (OpenDocument 1.2, part 1, 19.385); null where there is none. */
export function bareValue(cell: XmlElement): string | null {
  const type = attributeOf(cell, 'office:value-type');
  const value = attributeOf(cell, 'office:value');
  if (type === 'string') return attributeOf(cell, 'office:string-value') || null;
  if (type === 'boolean') return attributeOf(cell, 'office:boolean-value') === 'true' ? 'oui' : 'non';
  if (type === 'time') {
    const [, hours = '', minutes = ''] = /^PT(\d+)H(\d+)M/u.exec(attributeOf(cell, 'office:time-value')) ?? [];
    return hours === '' ? null : `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  }
  if (type === 'date') {
    const written = attributeOf(cell, 'office:date-value').replace(/Z$/u, '');
    const at = momentOfIso(written);
    const hour = /T(?!00:00(?::00)?(?:\.0*)?$)/u.test(written);
    return at === null ? null : momentText(at, { day: true, hour, weekday: false, month: false });
  }
  return value === '' ? null : numberText(Number(value), formatOf(type, attributeOf(cell, 'office:currency')));
}

function formatOf(type: string, currency: string): string {
  if (type === 'percentage') return '0.##%';
  return type === 'currency' ? `#,##0.00 "${currency === 'EUR' ? '€' : currency}"` : '';
}

/** The day and hour that a cell holds, whatever of it is shown; null where it holds another value, or hides it. */
function momentOfCell(cell: XmlElement, shown: string): string | null {
  if (attributeOf(cell, 'office:value-type') !== 'date' || shown === '') return null;
  const at = momentOfIso(attributeOf(cell, 'office:date-value'));
  if (at === null || isMonthAlone(shown, at.month)) return null;
  const hasHour = /\d\s*[:h]\s*\d?/iu.test(shown);
  const weekday = /^\p{L}{2,}/u.test(shown);
  return momentText(at, { day: true, hour: hasHour, weekday, month: /\p{L}{3,}/u.test(shown.replace(/^\p{L}+/u, '')) });
}

/** Whether a date is shown without its day: « mai 2026 », « 05/2026 », « 2026 ». Its day is the first one, which nobody wrote. */
function isMonthAlone(shown: string, month: number): boolean {
  const word = /^(\p{L}{3,})\.?(?:[\s-]*(?:\d{2}|\d{4}))?$/u.exec(shown)?.[1]?.toLowerCase();
  return word === undefined ? /^(?:\d{1,2}[/.-])?\d{4}$/u.test(shown) : monthName(month).startsWith(word);
}
