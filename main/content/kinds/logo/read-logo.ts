import { problemOf } from '../../faults/fault.ts';
import { type Reader, refusal } from '../../reading/reading.ts';
import { picture } from '../pictures/kind.ts';
import { logoNoPicture } from './logo-faults.ts';

/** The kind of the unit that a logo is: staff name its file in `preau.yml`, and it is shown in the head of the wall alone. */
export const LOGO = 'logo';

/** The logo of the place. A date in its name means nothing, and it is on every screen. */
export const readLogo: Reader = async ({ path, files: [file] }, tools) => {
  if (!picture.endings.some((ending) => path.toLowerCase().endsWith(ending))) return refusal(path, logoNoPicture());
  const prepared = await tools.prepare(file);
  if (!prepared.ok) return refusal(path, prepared.fault);
  const [media] = prepared.media;
  if (prepared.kind !== 'image' || !media) return refusal(path, logoNoPicture());
  const base = { id: path, title: 'Logo', source: path, when: null, screens: null, order: null };
  return {
    items: [{ ...base, kind: 'logo', media, modifiedMs: file.mtimeMs }],
    problems: prepared.warnings.map((warning) => problemOf(path, 'warning', warning)),
    retry: false,
    uses: [],
  };
};
