import { compact } from '../../../lib/compact.ts';
import type { TextItem } from '../../../programme/item.ts';
import { type Fault, problemOf } from '../../faults/fault.ts';
import { nothing, type Reading, type ReadTools, refusal } from '../../reading/reading.ts';
import type { Unit } from '../../scan/unit.ts';
import { baseOf } from '../base.ts';
import type { FrontMatter } from '../text/front-matter.ts';
import { insideAddress, secretAddress } from './link-faults.ts';

const INVITATION = '<p>Pour ouvrir cette page, scannez ce code avec un téléphone.</p>';
/** Hosts that only machines of the same network reach. */
const INSIDE =
  /^(?:localhost|[^.]+|.*\.(?:local|lan|internal|intra|home|localdomain)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|169\.254\..*|\[.*\])$/iu;

/** The reading of a file that is one web address: its title and a code to scan. The page itself is never asked for. */
export function linkReading(
  url: string,
  unit: Unit,
  tools: ReadTools,
  front: FrontMatter = {},
  told: readonly Fault[] = [],
): Reading {
  const file = unit.files[0].path;
  const { username, password, hostname } = new URL(url);
  if (username !== '' || password !== '') return refusal(file, secretAddress());
  const host = hostname.replace(/^www\./u, '');
  const base = baseOf(unit, tools, host, front);
  const warnings = INSIDE.test(hostname) ? [...told, insideAddress(hostname)] : told;
  const problems = [...base.problems, ...warnings.map((each) => problemOf(file, 'warning', each))];
  if (base.refused) return { ...nothing, problems };
  const item: TextItem = {
    ...base.fields,
    ...compact({ titled: base.titled ? (true as const) : undefined }),
    kind: 'text',
    html: INVITATION,
    links: [{ label: host, url }],
  };
  return { items: [item], problems, retry: false, uses: [] };
}
