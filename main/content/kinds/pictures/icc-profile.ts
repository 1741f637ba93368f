/** Red, green and blue of a kind of colours, each as XYZ under the light D50 of profiles. */
type Primaries = readonly (readonly [x: number, y: number, z: number])[];

export const SRGB: Primaries = [
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7141],
];
/** Display P3: the screens of Apple. */
export const P3: Primaries = [
  [0.5151, 0.2412, -0.0011],
  [0.292, 0.6922, 0.0419],
  [0.1571, 0.0666, 0.7841],
];
/** ITU-R BT.2020: ultra high definition. */
export const BT2020: Primaries = [
  [0.6735, 0.279, -0.0019],
  [0.1657, 0.6753, 0.03],
  [0.1251, 0.0456, 0.7969],
];
const D50 = [0.9642, 1, 0.8249] as const;

/** The light of a value, both from 0 to 1. */
export type Curve = (value: number) => number;

/** The curve of sRGB (IEC 61966-2-1). */
export const srgbCurve: Curve = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

const POINTS = 1024;
const HEADER = 128;

/** A profile (ICC.1:2001-04) that says what the values of a picture mean, for files that say it in another way. */
export function iccProfile(curve: Curve, primaries: Primaries | 'grey'): Buffer {
  const light = curveTag(curve);
  const tags: [name: string, data: Buffer][] = [['wtpt', xyzTag(D50)]];
  if (primaries === 'grey') tags.push(['kTRC', light]);
  else {
    for (const [at, letter] of ['r', 'g', 'b'].entries()) {
      tags.push([`${letter}XYZ`, xyzTag(primaries[at] ?? D50)], [`${letter}TRC`, light]);
    }
  }
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  let at = HEADER + table.length;
  for (const [index, [name, data]] of tags.entries()) {
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
    at += data.length;
  }
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02400000, 8);
  header.write(`mntr${primaries === 'grey' ? 'GRAY' : 'RGB '}XYZ `, 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  xyzTag(D50).copy(header, 68, 8);
  return Buffer.concat([header, table, ...tags.map(([, data]) => data)]);
}

function xyzTag(values: readonly number[]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 0, 'latin1');
  for (const [at, value] of values.entries()) tag.writeInt32BE(Math.round(value * 65_536), 8 + at * 4);
  return tag;
}

function curveTag(curve: Curve): Buffer {
  const tag = Buffer.alloc(12 + POINTS * 2);
  tag.write('curv', 0, 'latin1');
  tag.writeUInt32BE(POINTS, 8);
  for (let at = 0; at < POINTS; at += 1) {
    const value = Math.min(1, Math.max(0, curve(at / (POINTS - 1))));
    tag.writeUInt16BE(Math.round(value * 65_535), 12 + at * 2);
  }
  return tag;
}
