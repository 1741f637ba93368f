import type { CatalogueView, Problem } from '../contract.ts';

const HEADINGS: Readonly<Record<Problem['severity'], string>> = { refused: 'REFUSÉ', warning: 'À vérifier' };

/** What `preau check` prints: a paragraph a file in natural order, and one sentence that counts. */
export function formatCheck({ items, problems }: CatalogueView): string {
  const byFile = new Map<string, string[]>();
  for (const problem of inOrder(problems)) {
    byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), formatProblem(problem)]);
  }
  const paragraphs = [...byFile].map(([file, lines]) => [file, ...lines, ''].join('\n'));
  return `${[...paragraphs, summary(items.length, problems)].join('\n')}\n`;
}

/** 1 if any file is refused, 0 otherwise (design, section 4). */
export function checkExitCode(problems: readonly Problem[]): 0 | 1 {
  return problems.some(({ severity }) => severity === 'refused') ? 1 : 0;
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const compare = new Intl.Collator('fr', { numeric: true }).compare;
  return [...problems].sort((a, b) => compare(a.file, b.file));
}

function formatProblem({ severity, message, advice }: Problem): string {
  return `  ${HEADINGS[severity]} : ${message}\n  → ${advice}`;
}

function summary(items: number, problems: readonly Problem[]): string {
  const refused = new Set(problems.filter(({ severity }) => severity === 'refused').map(({ file }) => file)).size;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const shown = count(items, 'fiche lue', 'fiches lues');
  if (refused === 0 && warnings === 0) return `${shown}, aucun problème.`;
  return `${shown}, ${count(refused, 'fichier refusé', 'fichiers refusés')}, ${count(warnings, 'avertissement', 'avertissements')}.`;
}

/** French counts nought and one in the singular. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n < 2 ? one : many}`;
}
