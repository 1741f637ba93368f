import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import { styleProperties } from './style-properties.ts';

/** Modules of white around a code, as ISO/IEC 18004 requires. */
const QUIET_ZONE = 4;
/**
 * Sizes of a code and of a module that a telephone scans from 2 m, stage units: about 13 cm on a screen of 43 inches (a
 * tenth of the distance, less the quiet zone), and 3 mm a module.
 */
const MIN_SIZE = 280;
const MODULE_SIZE = 7;

/**
 * A QR code as one path on white, with its quiet zone; nothing for an address too long for one. The size that the code
 * needs is set as `--qr`, in stage units; at least `minSize`.
 */
export function qrCode(address: string, minSize: number = MIN_SIZE): TemplateResult | typeof nothing {
  const rows = matrix(address);
  if (!rows) return nothing;
  const size = rows.length + 2 * QUIET_ZONE;
  return html`<svg class="qr" ${styleProperties({ '--qr': String(Math.max(minSize, size * MODULE_SIZE)) })} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="Code QR : ${address}">
    ${svg`<rect width=${size} height=${size} fill="#fff" /><path d=${path(rows)} fill="#000" />`}
  </svg>`;
}

function matrix(address: string): boolean[][] | null {
  try {
    return encode(address, { ecc: 'M', border: 0 }).data;
  } catch {
    // More than 2,331 bytes do not fit into the largest code.
    return null;
  }
}

/** Path data: one rectangle for each run of dark modules in a row. */
function path(rows: readonly boolean[][]): string {
  const parts: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      const width = x - start + 1;
      parts.push(`M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${width}v1h-${width}z`);
    }
  }
  return parts.join('');
}

/** The code has the size that it needs, or `--qr-max` where the layout has less room. */
export const qrStyles = css`
  .qr {
    display: block;
    flex: none;
    width: calc(min(var(--qr, 280), var(--qr-max, 999)) * var(--u));
    aspect-ratio: 1;
    border-radius: calc(12 * var(--u));
  }
`;
