/** A text split into pages, and the sizes (custom properties, stage units) at which it was measured. */
interface Paging {
  readonly pages: readonly DocumentFragment[];
  readonly sizes: Readonly<Record<string, string>>;
}

const measured = new WeakMap<object, { readonly stage: string; readonly paging: Paging }>();

/**
 * The pages of a slide on a stage of one size. Each page is shown on a new element, but the text is measured only once: the
 * pages are remembered with the slide, and the sizes they were measured with are set on `element` again.
 */
export function pagesOf(
  slide: object,
  stage: { readonly width: number; readonly height: number },
  element: HTMLElement,
  measure: () => readonly DocumentFragment[],
  sizes: readonly string[],
): readonly DocumentFragment[] {
  const key = `${stage.width}x${stage.height}`;
  const known = measured.get(slide);
  if (known?.stage === key) {
    for (const [name, size] of Object.entries(known.paging.sizes)) element.style.setProperty(name, size);
    return known.paging.pages;
  }
  const pages = measure();
  const used = Object.fromEntries(sizes.map((name) => [name, element.style.getPropertyValue(name)]));
  measured.set(slide, { stage: key, paging: { pages, sizes: used } });
  return pages;
}
