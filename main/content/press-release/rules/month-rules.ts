import { MONTH } from '../../../when/french/words.ts';
import { closeEvent } from '../release-state.ts';
import type { Rule } from './rule.ts';

const MONTH_ALONE = new RegExp(`^${MONTH}\\s*:?$`, 'iu');

/** « Juin » between two lists of days: it is above what follows, and no remark on the event before. */
export const monthHeading: Rule = {
  name: 'month of the days under it',
  read: (state, { line: { block, days } }) =>
    days !== null || !MONTH_ALONE.test(block.text)
      ? null
      : { ...closeEvent(state), section: null, inContact: false, eventLevel: null },
};
