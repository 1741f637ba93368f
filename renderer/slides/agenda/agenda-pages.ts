/** A row of the agenda as measured: `heading` where a section begins with it, else 0; any one unit. */
export interface Row {
  readonly section: number;
  readonly height: number;
  /** Height of the heading of its section, with the space around it. */
  readonly heading: number;
}

/** At most this many entries a page. */
export const ENTRIES_PER_PAGE = 6;

/**
 * Splits rows into pages no higher than `room`, with their headings (repeated where a section goes on), at most six rows
 * each. A section that would be cut but fits on a page of its own starts that page; pages of one section are evened out.
 * @returns index of the first row of each page.
 */
export function agendaPages(rows: readonly Row[], room: number): number[] {
  const starts = [0];
  for (let from = 0; from < rows.length; ) {
    const to = endOf(rows, from, room);
    if (to >= rows.length) break;
    starts.push(to);
    from = to;
  }
  return starts;
}

function endOf(rows: readonly Row[], from: number, room: number): number {
  const full = furthest(rows, from, room);
  if (full >= rows.length) return full;
  const cutSection = rows[full]?.section;
  const sectionStart = rows.findIndex((row) => row.section === cutSection);
  if (sectionStart > from && sectionStart < full) return sectionStart;
  if (sectionStart >= full) return full;
  // One section over several pages: as many rows on each.
  const rest = rows.slice(from).filter((row) => row.section === cutSection).length;
  const pages = Math.ceil(rest / (full - from));
  return Math.max(from + 1, Math.min(full, from + Math.ceil(rest / pages)));
}

function furthest(rows: readonly Row[], from: number, room: number): number {
  let height = 0;
  let section: number | null = null;
  for (let index = from; index < rows.length; index++) {
    const row = rows[index];
    if (!row) return index;
    height += row.height + (row.section === section ? 0 : row.heading);
    section = row.section;
    if (index > from && (height > room || index - from >= ENTRIES_PER_PAGE)) return index;
  }
  return rows.length;
}
