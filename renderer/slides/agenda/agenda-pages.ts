/** A measured row of the agenda; heights in any one unit. */
export interface Row {
  /** Index of the section it belongs to. */
  readonly section: number;
  readonly height: number;
  /** Height of the heading of its section, with the space around it. */
  readonly heading: number;
}

/** A page with more entries could not be read from six metres. */
export const MAX_ENTRIES = 6;

/**
 * Splits rows into pages that are no higher than `room`, with `most` rows at most. A page has the headings of its sections, also
 * of one that began on an earlier page. A section that would be cut begins a new page if it then fits; a section of several
 * pages has about the same number of rows on each.
 * @returns indexes of the first row of each page.
 */
export function agendaPages(rows: readonly Row[], room: number, most = MAX_ENTRIES): number[] {
  const starts = [0];
  for (let from = 0; from < rows.length; ) {
    const to = endOf(rows, from, room, most);
    if (to >= rows.length) break;
    starts.push(to);
    from = to;
  }
  return starts;
}

function endOf(rows: readonly Row[], from: number, room: number, most: number): number {
  const full = furthest(rows, from, room, most);
  if (full >= rows.length) return full;
  const cutSection = rows[full]?.section;
  const sectionStart = rows.findIndex((row) => row.section === cutSection);
  if (sectionStart > from && sectionStart < full) return sectionStart;
  if (sectionStart >= full) return full;
  // A section of several pages: about the same number of rows on each.
  const rest = rows.slice(from).filter((row) => row.section === cutSection).length;
  const pages = Math.ceil(rest / (full - from));
  return Math.max(from + 1, Math.min(full, from + Math.ceil(rest / pages)));
}

function furthest(rows: readonly Row[], from: number, room: number, most: number): number {
  let height = 0;
  let section: number | null = null;
  for (let index = from; index < rows.length; index++) {
    const row = rows[index];
    if (!row) return index;
    height += row.height + (row.section === section ? 0 : row.heading);
    section = row.section;
    if (index > from && (height > room || index - from >= most)) return index;
  }
  return rows.length;
}
