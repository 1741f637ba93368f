import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import { styleProperties } from './style-properties.ts';

/** Modules of white around a code, as ISO/IEC 18004 asks. */
const QUIET = 4;
/** Read from 2 m: about 13 cm on a screen of 43 inches (a tenth of the distance, less the quiet zone), and 3 mm a module. */
const LEAST = 280;
const MODULE = 7;

/**
 * A QR code as one path on white, with its quiet zone; nothing for an address too long for one. It says the size it wishes
 * as `--qr`, in stage units.
 */
export function qrCode(address: string): TemplateResult | typeof nothing {
  const rows = matrix(address);
  if (!rows) return nothing;
  const size = rows.length + 2 * QUIET;
  return html`<svg class="qr" ${styleProperties({ '--qr': String(Math.max(LEAST, size * MODULE)) })} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="Code QR : ${address}">
    ${svg`<rect width=${size} height=${size} fill="#fff" /><path d=${path(rows)} fill="#000" />`}
  </svg>`;
}

function matrix(address: string): boolean[][] | null {
  try {
    return encode(address, { ecc: 'M', border: 0 }).data;
  } catch {
    // More than 2,331 bytes: no code can hold it.
    return null;
  }
}

/** One rectangle for each run of dark modules of a row. */
function path(rows: readonly boolean[][]): string {
  const parts: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      const width = x - start + 1;
      parts.push(`M${start + QUIET} ${y + QUIET}h${width}v1h-${width}z`);
    }
  }
  return parts.join('');
}

/** The size that the code wishes, or `--qr-most` where the layout has less. */
export const qrStyles = css`
  .qr {
    display: block;
    flex: none;
    width: calc(min(var(--qr, 280), var(--qr-most, 999)) * var(--u));
    aspect-ratio: 1;
    border-radius: calc(12 * var(--u));
  }
`;
