import type { Programme } from '../../main/contract.ts';

/** Gives the page, or an element that shows a wall of its own, the theme of a programme and the colour of its place. */
export function setTheme({ dataset, style }: HTMLElement, { theme, accent }: Programme): void {
  dataset.theme = theme;
  style.setProperty('--accent', accent?.fill ?? '');
  style.setProperty('--accent-text', accent?.text ?? '');
}
