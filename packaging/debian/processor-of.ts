import type { Architecture } from './control.ts';

/** `e_machine` of ELF, the format of Linux binaries, at byte 18. */
const MACHINES: Readonly<Record<number, Architecture>> = { 62: 'amd64', 183: 'arm64' };

/** The processor that a binary is for; `other` for any that Préau has no package for, null for a file that is no binary. */
export function processorOf(bytes: Uint8Array): Architecture | 'other' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 20) return null;
  const magic = view.getUint32(0);
  if (magic === 0x7f454c46) return MACHINES[view.getUint16(18, true)] ?? 'other';
  // MZ: Windows. FEEDFACF and CAFEBABE, in either order of bytes: macOS.
  const isForeign = magic >>> 16 === 0x4d5a || [0xcffaedfe, 0xfeedfacf, 0xcafebabe].includes(magic);
  return isForeign ? 'other' : null;
}
