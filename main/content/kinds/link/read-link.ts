import { decodeEntities } from '../../documents/inline.ts';
import type { Fault } from '../../faults/fault.ts';
import { type Reader, refusal } from '../../reading/reading.ts';
import { decodeText } from '../text/decode-text.ts';
import { webAddress } from '../text/markdown.ts';
import { noAddress } from './link-faults.ts';
import { linkReading } from './link-slide.ts';
import { addressInPropertyList, isPropertyList } from './property-list.ts';

/** More than any shortcut. */
const MAX_BYTES = 64 * 1024;

/** `.url` and `.webloc`: a slide with the name of the file and a code that leads to the page. */
export const readLink: Reader = async (unit, tools) => {
  const [file] = unit.files;
  const bytes = Buffer.from((await tools.bytes(file)).subarray(0, MAX_BYTES));
  const found = isPropertyList(bytes) ? { address: addressInPropertyList(bytes), warnings: [] } : addressInText(bytes);
  if ('code' in found) return refusal(file.path, found);
  const url = webAddress(found.address ?? '');
  return url === null ? refusal(file.path, noAddress()) : linkReading(url, unit, tools, {}, found.warnings);
};

function addressInText(
  bytes: Buffer,
): { readonly address: string | null; readonly warnings: readonly Fault[] } | Fault {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded.fault;
  const { text, warnings } = decoded;
  const written = /^\s*URL\s*=\s*(.*)$/imu.exec(text)?.[1] ?? /<string>([^<]*)<\/string>/iu.exec(text)?.[1];
  return { address: written === undefined ? null : decodeEntities(written).trim(), warnings };
}
