/** Shows « 2 / 3 » where the slide keeps a place for it, nothing of a single page; before measuring pages, it must show. */
export function showPageNumber(root: ParentNode, page: number, pages: number): void {
  const count = root.querySelector<HTMLElement>('.count');
  if (!count) return;
  count.hidden = pages < 2;
  count.textContent = `${page + 1}\u00a0/\u00a0${pages}`;
}
