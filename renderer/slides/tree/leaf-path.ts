import type { LeafPlace } from './leaf-place.ts';

/**
 * Path data of a leaf: a stalk, a pointed oval that curves, and the midrib as a slit. It is one path with one fill, so that
 * 600 leaves are painted quickly. `scale` enlarges it from its foot.
 */
export function leafPath(place: LeafPlace, scale = 1): string {
  const { x, y, bend } = place;
  const length = place.length * scale;
  const half = (place.width * scale) / 2;
  const cos = Math.cos(place.angle);
  const sin = Math.sin(place.angle);
  const curve = bend * length * 0.1;
  /** The point at a share of the length (0 to 1) and a distance from the midrib. */
  const at = (share: number, off: number): string => {
    const along = share * length;
    const across = off + curve * 4 * share * (1 - share);
    return `${(x + along * cos - across * sin).toFixed(1)} ${(y + along * sin + across * cos).toFixed(1)}`;
  };
  const stalk = length * 0.016;
  const rib = length * 0.012;
  return (
    `M${at(0, -stalk)}L${at(0.13, -stalk)}` +
    `C${at(0.24, -half * 1.12)} ${at(0.66, -half * 1.3)} ${at(1, 0)}` +
    `C${at(0.66, half * 1.3)} ${at(0.24, half * 1.12)} ${at(0.13, stalk)}L${at(0, stalk)}Z` +
    `M${at(0.16, rib)}Q${at(0.45, rib)} ${at(0.78, 0)}Q${at(0.45, -rib)} ${at(0.16, -rib)}Z`
  );
}
