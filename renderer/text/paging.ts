/** A text set in pages: the pages, and the sizes (custom properties, stage units) they were measured with. */
export interface Paging {
  readonly pages: readonly DocumentFragment[];
  readonly sizes: Readonly<Record<string, string>>;
}

const known = new WeakMap<object, { readonly stage: string; readonly paging: Paging }>();

/**
 * The paging of a slide on a stage of one size, measured once: each page is another showing, on another element. What is
 * kept goes with the slide.
 */
export function pagingOf(
  slide: object,
  stage: { readonly width: number; readonly height: number },
  element: HTMLElement,
  measure: () => readonly DocumentFragment[],
  sizes: readonly string[],
): Paging {
  const key = `${stage.width}x${stage.height}`;
  const kept = known.get(slide);
  if (kept?.stage === key) {
    for (const [name, size] of Object.entries(kept.paging.sizes)) element.style.setProperty(name, size);
    return kept.paging;
  }
  const pages = measure();
  const paging: Paging = {
    pages,
    sizes: Object.fromEntries(sizes.map((name) => [name, element.style.getPropertyValue(name)])),
  };
  known.set(slide, { stage: key, paging });
  return paging;
}
