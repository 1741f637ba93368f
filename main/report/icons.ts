/** Icons, 24 x 24, drawn with lines; each is one `symbol` of the page. */
const ICONS = {
  image:
    '<rect x="3" y="4.5" width="18" height="15" rx="1.5"/><circle cx="8.5" cy="9.5" r="1.6"/><path d="m3.5 17.5 5-4.5 3.5 3 4-4.5 4.5 5"/>',
  page: '<path d="M6 2.5h8l4 4v15H6z"/><path d="M14 2.5v4h4M9 11.5h6M9 15h6M9 18.5h4"/>',
  film: '<rect x="3" y="5" width="18" height="14" rx="1.5"/><path d="m10 9 5 3-5 3z"/>',
  days: '<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 10h17M8 2.5v4M16 2.5v4M8 14h.01M12 14h.01M16 14h.01M8 17h.01M12 17h.01"/>',
  leaf: '<path d="M5 19c0-8 5-13.5 15-14-.5 10-6 15-14 14M5 21c1-5 4-9 9-11"/>',
  bell: '<path d="M12 3 2.5 20.5h19zM12 10v5M12 17.8v.01"/>',
  gear: '<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
} as const;

/** What stands for a kind of thing where there is no picture of it. */
export type Icon = keyof typeof ICONS;

/** All icons, once, out of sight. */
export const ICON_SHEET = `<svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false">${Object.entries(
  ICONS,
)
  .map(([name, lines]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${lines}</symbol>`)
  .join('')}</svg>`;
