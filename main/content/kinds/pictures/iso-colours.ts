import { BT2020, type Curve, iccProfile, P3, SRGB, srgbCurve } from './icc-profile.ts';

/** What the numbers of a photo mean, as its boxes say where they hold no profile (ISO/IEC 23091-2, 8.1 and 8.2). */
export interface CodedColours {
  readonly primaries: number;
  readonly transfer: number;
}

/** Of BT.2100: the light of a sheet of white paper, in nits; what is lighter is as white as the wall can be. */
const PAPER_NITS = 203;
const PERCEPTUAL: Curve = (value) => {
  const [m1, m2, c1, c2, c3] = [0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875];
  const root = value ** (1 / m2);
  return (10_000 / PAPER_NITS) * (Math.max(0, root - c1) / (c2 - c3 * root)) ** (1 / m1);
};
/** The value of that paper in hybrid log-gamma. */
const PAPER_VALUE = 0.75;
const sceneLight = (value: number): number =>
  value <= 0.5 ? value ** 2 / 3 : (Math.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12;
const HYBRID: Curve = (value) => (sceneLight(value) / sceneLight(PAPER_VALUE)) ** 1.2;

const PRIMARIES = new Map([
  [9, BT2020],
  [11, P3],
  [12, P3],
]);
const CURVES = new Map([
  [16, PERCEPTUAL],
  [18, HYBRID],
]);

/** The profile of such colours; null where they are those of the web, or not known. */
export function profileOfColours({ primaries, transfer }: CodedColours): Buffer | null {
  const own = PRIMARIES.get(primaries);
  const curve = CURVES.get(transfer);
  return own === undefined && curve === undefined ? null : iccProfile(curve ?? srgbCurve, own ?? SRGB);
}
