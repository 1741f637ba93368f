import { execFileSync } from 'node:child_process';
import { eventually } from '../support/eventually.ts';
import { SECRETARY_TASKS, type SecretaryTask } from '../support/secretary-tasks.ts';
import type { Folders, RunningService } from '../support/service.ts';
import { layerOnWall } from '../support/wall.ts';
import { expect, painted, test } from './fixtures.ts';

const hasProgram = (name: string): boolean => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

async function carryOut({ drops, takesOut }: SecretaryTask, folders: Folders): Promise<void> {
  for (const [path, content] of Object.entries(drops))
    await folders.write(path, typeof content === 'function' ? await content() : content);
  if (takesOut !== undefined) await folders.remove(takesOut);
}

/** The slide that the task is about, once the programme has it and nothing that must not be told. */
async function awaitedSlide({ kind, neverTold, screen }: SecretaryTask, service: RunningService) {
  const programme = await eventually(
    () => service.programme(undefined, screen),
    (answer) =>
      answer.slides.some((slide) => slide.kind === kind) &&
      (neverTold === undefined || !JSON.stringify(answer.slides).includes(neverTold)),
    40_000,
  );
  const slide = programme.slides.find((each) => each.kind === kind);
  if (slide === undefined) throw new Error('the programme has just had it');
  return slide;
}

for (const task of SECRETARY_TASKS)
  test(`the secretary ${task.does}`, async ({ folders, start, wall }) => {
    test.skip(task.needs !== undefined && !hasProgram(task.needs), `${task.needs} is not installed here`);
    for (const [path, content] of Object.entries(task.had ?? {})) await folders.write(path, content);
    const service = await start(folders, `--at=${task.at ?? '2031-03-11T09:00'}`);
    await wall.goto(task.screen === undefined ? service.url : `${service.url}?screen=${task.screen}`);
    await carryOut(task, folders);
    const { id } = await awaitedSlide(task, service);
    await painted(wall, id);
    for (const words of task.reads ?? []) await expect(layerOnWall(wall).getByText(words).first()).toBeVisible();
  });
