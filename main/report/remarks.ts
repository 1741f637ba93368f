import type { Problem } from '../contract.ts';
import type { ReportRow, RowState } from './row.ts';

/**
 * The three lists of problems on the page. `trouble`: somebody has to look at it; `dropped`: a part of a file that is read is
 * not on the wall; `guessed`: a file left something unsaid, and Préau chose what is most likely.
 */
export type Concern = 'trouble' | NonNullable<Problem['about']>;

/** The order in which the lists stand on the page. */
export const CONCERNS: readonly Concern[] = ['trouble', 'dropped', 'guessed'];

/** What one list says of one file. */
export interface Remark {
  readonly row: ReportRow;
  readonly problems: readonly Problem[];
}

export type Remarks = Readonly<Record<Concern, readonly Remark[]>>;

/** In which list a problem of a row is told. Nothing of a refused file is shown: its guesses are told with its refusal. */
export const concernOf = (problem: Problem, { state }: ReportRow): Concern =>
  state === 'refused' ? 'trouble' : (problem.about ?? 'trouble');

const first = (state: RowState) => (state === 'refused' ? 0 : 1);

/** All problems of the rows, each in one list; what is not shown stands first. */
export function remarksOf(rows: readonly ReportRow[]): Remarks {
  const listOf = (concern: Concern): Remark[] =>
    rows
      .map((row) => ({ row, problems: row.problems.filter((problem) => concernOf(problem, row) === concern) }))
      .filter(({ problems }) => problems.length > 0)
      .toSorted((a, b) => first(a.row.state) - first(b.row.state));
  return { trouble: listOf('trouble'), dropped: listOf('dropped'), guessed: listOf('guessed') };
}
