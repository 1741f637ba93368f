import { inTurns } from '../../lib/in-turns.ts';
import type { RegieFile, RegieFiles } from '../../regie-contract.ts';
import { currentReport, type ReportSources } from '../../report/current-report.ts';
import { reportSteps } from '../../report/model.ts';
import { concernOf } from '../../report/remarks.ts';
import { type ReportRow, STATE_WORDS } from '../../report/row.ts';

/** A row of `_état.html` as the régie shows it. */
function regieFile(row: ReportRow): RegieFile {
  const { path, name, title, kind, state, sentences, fiches, problems, picture } = row;
  const told = fiches.map((fiche) =>
    [fiche.title, fiche.town, `${STATE_WORDS[fiche.state]}.`, ...fiche.sentences]
      .filter((part) => part !== '')
      .join(' – '),
  );
  return {
    path,
    name,
    title,
    kind,
    state,
    label: STATE_WORDS[state],
    sentences: [...sentences, ...told],
    remarks: problems.map((problem) => ({
      message: problem.message,
      advice: problem.advice,
      concern: concernOf(problem, row),
    })),
    picture: picture === null ? null : `/api/regie/pictures/${picture}`,
  };
}

/** What there is to say of each file now: the model of `_état.html`. */
export async function regieFiles(sources: ReportSources): Promise<RegieFiles> {
  const current = await currentReport(sources);
  if (current === null) return { place: sources.state().site.place.name, files: [] };
  const { place, folders } = await inTurns(reportSteps(current.input));
  return { place, files: folders.flatMap(({ rows }) => rows).map(regieFile) };
}
