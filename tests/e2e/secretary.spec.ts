import { findFfmpeg } from '../../main/content/kinds/videos/find-ffmpeg.ts';
import { eventually } from '../support/eventually.ts';
import { officeThatOpens } from '../support/installed-office.ts';
import { SECRETARY_TASKS, type SecretaryTask } from '../support/secretary-tasks.ts';
import type { Folders, RunningService } from '../support/service.ts';
import { layerOnWall } from '../support/wall.ts';
import { expect, painted, test } from './fixtures.ts';

/** Why the machine lacks what a task needs; null where it has it. */
async function whyNot({ needs }: SecretaryTask): Promise<string | null> {
  if (needs === undefined) return null;
  if (needs === 'ffmpeg') return (await findFfmpeg()) === null ? 'ffmpeg is not installed here' : null;
  const office = await officeThatOpens('.pptx');
  return 'why' in office ? office.why : null;
}

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
    const reason = await whyNot(task);
    test.skip(reason !== null, reason ?? '');
    for (const [path, content] of Object.entries(task.had ?? {})) await folders.write(path, content);
    const service = await start(folders, `--at=${task.at ?? '2031-03-11T09:00'}`);
    await wall.goto(task.screen === undefined ? service.url : `${service.url}?screen=${task.screen}`);
    await carryOut(task, folders);
    const { id } = await awaitedSlide(task, service);
    await painted(wall, id);
    for (const words of task.reads ?? []) await expect(layerOnWall(wall).getByText(words).first()).toBeVisible();
  });
