import type { Problem } from '../contract.ts';
import { describeFile, type ReportRow, STATE_WORDS } from '../report/row.ts';
import type { CatalogueView } from '../server/answers.ts';

/** What stands before the sentence of a problem. */
function headingOf({ severity, about }: Problem): string {
  if (severity === 'refused') return 'REFUSÉ';
  if (about === 'guessed') return 'Deviné';
  return about === 'dropped' ? 'Pas montré' : 'À vérifier';
}

/** A folder that was read once: the same facts as in `_état.html`. */
export interface Checked extends CatalogueView {
  readonly files: readonly ReportRow[];
}

/** What `preau check` prints: a paragraph for each file, in the order of `_état.html`, and a last sentence with the counts. */
export function formatCheck({ items, problems, files }: Checked): string {
  const paragraphs = files.map((row) => [...formatFile(row), ''].join('\n'));
  return `${[...paragraphs, summary(items.length, problems)].join('\n')}\n`;
}

/** One file in the `--json` of `preau check`. Its problems are in the list of problems, where each names its file. */
type CheckedFile = Pick<ReportRow, 'kind' | 'title' | 'state' | 'sentences' | 'fiches' | 'members'> & {
  readonly file: string;
  /** The state in French. */
  readonly label: string;
};

export function checkedFile({ path, kind, title, state, sentences, fiches, members }: ReportRow): CheckedFile {
  return { file: path, kind, title, state, label: STATE_WORDS[state], sentences, fiches, members };
}

/** The exit code of `preau check`: 1 if any file is refused, 0 otherwise. */
export function checkExitCode(problems: readonly Problem[]): 0 | 1 {
  return problems.some(({ severity }) => severity === 'refused') ? 1 : 0;
}

/** The lines of one file: whether it is shown, then each event that it holds, then its problems. */
function formatFile(row: ReportRow): string[] {
  const fiches = row.fiches.map(
    ({ title, town, state, sentences }) =>
      `  · ${[title, town].filter((part) => part !== '').join(', ')} – ${[`${STATE_WORDS[state]}.`, ...sentences].join(' ')}`,
  );
  return [describeFile({ ...row, problems: [] }), ...fiches, ...row.problems.map((found) => formatProblem(found, row))];
}

/** A problem of one picture in the folder of an exhibition names the picture. */
function formatProblem(problem: Problem, { path, members }: ReportRow): string {
  const { file, message, advice } = problem;
  const member = members.find((name) => file === `${path}/${name}`);
  const heading = member === undefined ? headingOf(problem) : `${headingOf(problem)} (${member})`;
  return `  ${heading}\u00a0: ${message}\n  → ${advice}`;
}

function summary(items: number, problems: readonly Problem[]): string {
  const refused = new Set(problems.filter(({ severity }) => severity === 'refused').map(({ file }) => file)).size;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const shown = count(items, 'fiche lue', 'fiches lues');
  if (refused === 0 && warnings === 0) return `${shown}, aucun problème.`;
  return `${shown}, ${count(refused, 'fichier refusé', 'fichiers refusés')}, ${count(warnings, 'avertissement', 'avertissements')}.`;
}

/** « 0 fiche », « 1 fiche », « 2 fiches »: in French, zero is singular. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n < 2 ? one : many}`;
}
