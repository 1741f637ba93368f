import { fold } from '../../lib/fold.ts';
import { readDatedLine } from './dated-line.ts';
import { departmentCode } from './departments.ts';
import { isStyled, type Line } from './outline.ts';
import { beginsAsVenue, looksLikeTown } from './places.ts';
import { openTown } from './release-state.ts';
import type { Rule } from './rule.ts';
import { soundsLikeEntry } from './siblings.ts';

/** Paris is a town as well as a department. */
const TOWN_AND_DEPARTMENT = '75';

/** « Oise (60) », « Dans l’Oise », « Département de l’Oise » */
export const departmentHeading: Rule = {
  name: 'department of the events under it',
  read(state, { line, at, release }) {
    const { block, heading } = line;
    const isNamed = heading?.form === 'department' && heading.title === '';
    const isSet = isStyled(block) || isAboveList(release.lines, at) || /^(?:dans |d[ée]partement )/i.test(block.text);
    const written = isNamed ? heading.town : isSet ? block.text : '';
    const name = fold(written).replace(/^(?:dans |departement )?(?:de |du |des |d')?(?:la |les |le |l')?/, '');
    const code = /^\d/.test(name) ? null : departmentCode(name);
    if (code === null || code === TOWN_AND_DEPARTMENT || (isNamed && code !== heading.department)) return null;
    return openTown(state, block, { town: '', department: code });
  },
};

/** The name of a town in a heading, above lines that have dates, or above a list of events. */
export const bareTown: Rule = {
  name: 'town alone, without its department',
  read(state, { line, at, release }) {
    const { block, heading, days } = line;
    const below = release.lines[at + 1];
    if (heading !== null || days !== null || below === undefined) return null;
    if (!isStyled(block) && !isAboveList(release.lines, at)) return null;
    if (!looksLikeTown(block.text) || beginsAsVenue(block.text) || line.isContact) return null;
    const isAbove = readDatedLine(below.block.text, below.dates) !== null || isListed(below);
    return isAbove && below.heading?.form !== 'department' ? openTown(state, block, { town: block.text }) : null;
  },
};

/** A plain line right above a list. */
function isAboveList(lines: readonly Line[], at: number): boolean {
  const [line, below] = [lines[at], lines[at + 1]];
  return line?.block.kind === 'paragraph' && below?.block.kind === 'list-item';
}

function isListed(line: Line): boolean {
  const isEntry = soundsLikeEntry(line) || line.entry?.hoursFirst === true;
  return line.block.kind === 'list-item' && line.heading === null && isEntry;
}
