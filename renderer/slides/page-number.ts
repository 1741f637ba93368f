/**
 * Shows « 2 / 3 », `page` from 0, in the place that the slide has for it; hides it for a single page. It takes room: show it
 * before pages are measured.
 */
export function showPageNumber(root: ParentNode, page: number, pages: number): void {
  const count = root.querySelector<HTMLElement>('.count');
  if (!count) return;
  count.hidden = pages < 2;
  count.textContent = `${page + 1}\u00a0/\u00a0${pages}`;
}
