/**
 * What a browser shows at each place of the first table of a page: a merged cell in all the places that it covers, its lines
 * parted by « / ».
 */
export function shownGrid(html: string): string[][] {
  const grid: string[][] = [];
  const rows = /<table>(.*?)<\/table>/su.exec(html)?.[1]?.match(/<tr>.*?<\/tr>/gsu) ?? [];
  for (const [top, row] of rows.entries()) {
    grid[top] ??= [];
    let left = 0;
    for (const [, attributes = '', text = ''] of row.matchAll(/<t[dh]([^>]*)>(.*?)<\/t[dh]>/gsu)) {
      while (grid[top]?.[left] !== undefined) left++;
      const span = (name: string): number => Number(new RegExp(`${name}="(\\d+)"`, 'u').exec(attributes)?.[1] ?? 1);
      for (let y = top; y < top + span('rowspan'); y++) {
        for (let x = left; x < left + span('colspan'); x++) {
          grid[y] ??= [];
          (grid[y] ?? [])[x] = text.replaceAll('<br>\n', ' / ').replaceAll('\u00a0', ' ');
        }
      }
    }
  }
  return grid;
}
