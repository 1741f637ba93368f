/** A property of a calendar component (RFC 5545, 3.1): its value as written. Names are in small letters. */
export interface CalendarProperty {
  readonly name: string;
  /** Values without their quotes. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  readonly line: number;
}

const NAME = /^[A-Za-z][A-Za-z0-9-]*(?=[;:])/u;
/** « DTSTART : 20260505 », typed by hand in French. */
const LOOSE_NAME = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*(?=[;:])/u;
const PARAMETER = /;\s*([A-Za-z0-9-]+)\s*(?:=\s*((?:"[^"]*"|[^";:])*))?/uy;
/** A date as the value of a property whose parameters hold a colon without quotes: `TZID=(UTC+01:00) Paris:20260505T140000`. */
const DATES_AT_END = /:(\d{8}(?:T\d{4,6}Z?)?(?:,\d{8}(?:T\d{4,6}Z?)?)*)\s*$/u;

/** Whether a line is a date or an identifier of an event, also with a blank before its colon: no text that people write begins like that. */
export const isDateLine = (text: string): boolean =>
  /^(?:DTSTART|DTEND|DTSTAMP|DURATION|RRULE|RDATE|EXDATE|UID|SEQUENCE|LAST-MODIFIED)[ \t]*[;:]/u.test(
    text.slice(0, 80),
  );

/** The name that a line begins with, in capitals as written or not; empty where it begins with none. */
export const nameOf = (text: string): string => NAME.exec(text.slice(0, 80))?.[0] ?? '';

function parametersOf(text: string, from: number): { parameters: Map<string, string>; end: number } {
  const parameters = new Map<string, string>();
  let end = from;
  for (;;) {
    PARAMETER.lastIndex = end;
    const match = PARAMETER.exec(text);
    if (!match) return { parameters, end };
    parameters.set((match[1] ?? '').toLowerCase(), (match[2] ?? '').replaceAll('"', '').trim());
    end = PARAMETER.lastIndex;
  }
}

/** `DTSTART;TZID=(UTC+01:00) Brussels, Paris:20260505T140000`: only the last colon is that of the value. */
function withUnquotedZone(property: CalendarProperty, text: string): CalendarProperty {
  const dates = DATES_AT_END.exec(property.value);
  const zone = dates && /;TZID=([^"]*)$/iu.exec(text.slice(0, text.length - dates[0].length));
  if (!dates || !zone) return property;
  return {
    ...property,
    parameters: new Map([...property.parameters, ['tzid', (zone[1] ?? '').trim()]]),
    value: dates[1] ?? '',
  };
}

/** Reads a content line; null for one that is no property. */
export function readProperty(text: string, line: number): CalendarProperty | null {
  const [written, name] = LOOSE_NAME.exec(text.slice(0, 80)) ?? [];
  if (written === undefined || name === undefined) return null;
  const { parameters, end } = parametersOf(text, written.length);
  if (text[end] !== ':') return null;
  const property = { name: name.toLowerCase(), parameters, value: text.slice(end + 1), line };
  return parameters.has('tzid') ? withUnquotedZone(property, text) : property;
}

/** Those of RFC 5545, and two that programs write as in their own language. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', N: '\n', r: '', t: ' ' };

/** Bytes of quoted-printable (RFC 2045, 6.7) or Base64, in the charset that the property names. */
function decoded({ parameters, value }: CalendarProperty): string {
  const encoding = (parameters.get('encoding') ?? (parameters.has('quoted-printable') ? 'q' : '')).toUpperCase();
  if (!/^(?:QUOTED-PRINTABLE|Q|BASE64|B)$/u.test(encoding)) return value;
  const bytes = encoding.startsWith('B')
    ? Buffer.from(value, 'base64')
    : Buffer.from(
        Buffer.from(value, 'utf8')
          .toString('latin1')
          .replace(/=([0-9A-F]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
  const named = (parameters.get('charset') ?? 'utf-8').toLowerCase();
  try {
    return new TextDecoder(/^(?:iso-8859-1|latin1)$/u.test(named) ? 'windows-1252' : named, { fatal: true }).decode(
      bytes,
    );
  } catch {
    // A charset that does not exist, or another one than is said: what such programs write then is Windows-1252.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The text of a property (RFC 5545, 3.3.11), its ESCAPES undone; lists stay one text. */
export function textOfProperty(property: CalendarProperty): string {
  return decoded(property).replace(/\\(.)/gsu, (_, sign: string) => ESCAPES[sign] ?? sign);
}

/** The texts of a property that is a list, such as CATEGORIES. */
export function textsOfProperty(property: CalendarProperty): string[] {
  const parts = decoded(property).match(/(?:\\.|[^,\\])+/gsu) ?? [];
  return parts.map((part) => part.replace(/\\(.)/gsu, (_, sign: string) => ESCAPES[sign] ?? sign).trim());
}
