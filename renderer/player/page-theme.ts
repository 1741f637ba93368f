import type { Programme } from '../../main/contract.ts';

/** Gives the page the theme of a programme and the colour of its place. */
export function setPageTheme({ theme, accent }: Programme): void {
  const { dataset, style } = document.documentElement;
  dataset.theme = theme;
  style.setProperty('--accent', accent?.fill ?? '');
  style.setProperty('--accent-text', accent?.text ?? '');
}
