import { setTimeout as pause } from 'node:timers/promises';
import type { Programme } from '../../main/contract.ts';
import { eventually } from '../support/eventually.ts';
import { createFolders, type Folders, type RunningService, startService } from '../support/service.ts';
import { type Difference, firstDifference } from './same-but-new-fields.ts';
import { SCENES, type Scene } from './scenes.ts';

/** Between two looks at a catalogue that have to be alike before it counts as read. */
const STILL_MS = 700;
const READ_WITHIN_MS = 60_000;
/** Differences printed of one scene. */
const MAX_PRINTED = 5;

/** A programme and the question that it answers. */
interface Answer {
  readonly at: string;
  readonly screen: string;
  readonly programme: Programme;
}

/** Resolves once the service has read the whole folder. */
async function untilRead(service: RunningService): Promise<void> {
  const look = async () => JSON.stringify(await service.catalogue());
  await eventually(
    async () => {
      const before = await look();
      await pause(STILL_MS);
      const { content } = await service.health();
      return content.reading === 0 && before === (await look());
    },
    Boolean,
    READ_WITHIN_MS,
  );
}

/** The programmes of a scene as one checkout makes them, in the order of the questions. */
async function answersOf(checkout: string, { instants, screens }: Scene, folders: Folders): Promise<Answer[]> {
  const state = `${folders.state}-${checkout.replaceAll('/', '_')}`;
  const service = await startService({ ...folders, state }, [`--at=${instants[0]}`], checkout);
  try {
    await untilRead(service);
    const answers: Answer[] = [];
    for (const at of instants) {
      for (const screen of screens) answers.push({ at, screen, programme: await service.programme(at, screen) });
    }
    return answers;
  } finally {
    await service.stop();
  }
}

/**
 * A revision is a digest of all that a programme says, new fields too. What it promises is compared in its place: which of
 * the programmes of a scene have the same one.
 */
function withNumberedRevisions(answers: readonly Answer[]): Answer[] {
  const numbers = new Map<string, number>();
  return answers.map(({ programme, ...question }) => {
    const number = numbers.get(programme.revision) ?? numbers.size;
    numbers.set(programme.revision, number);
    return { ...question, programme: { ...programme, revision: `revision ${number}` } };
  });
}

interface Compared {
  readonly programmes: number;
  readonly slides: number;
  readonly differences: readonly string[];
}

const shown = ({ at, screen }: Answer, { path, before, after }: Difference) =>
  `${at} « ${screen} » ${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`.slice(0, 400);

async function compareScene(scene: Scene, ours: string, other: string, fresh: Set<string>): Promise<Compared> {
  const folders = await createFolders(scene.from);
  try {
    await scene.write(folders);
    // One after the other, in one folder: the times of its files are the same for both.
    const before = withNumberedRevisions(await answersOf(other, scene, folders));
    const after = withNumberedRevisions(await answersOf(ours, scene, folders));
    const differences = before.flatMap((answer, index) => {
      const found = firstDifference(answer.programme, after[index]?.programme, fresh);
      return found === null ? [] : [shown(answer, found)];
    });
    const slides = before.reduce((sum, { programme }) => sum + programme.slides.length, 0);
    return { programmes: before.length, slides, differences };
  } finally {
    await folders.dispose();
  }
}

/**
 * Compares the programmes that two built checkouts make of the same folders, byte for byte but for fields that only ours
 * has, and prints how many were compared. Resolves to the exit code: 1 where one differs.
 */
export async function compareProgrammes(ours: string, other: string): Promise<number> {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const fresh = new Set<string>();
  let [programmes, slides, different] = [0, 0, 0];
  for (const scene of SCENES) {
    const found = await compareScene(scene, ours, other, fresh);
    programmes += found.programmes;
    slides += found.slides;
    different += found.differences.length;
    print(`${scene.name}: ${found.programmes} programmes, ${found.slides} slides, ${found.differences.length} differ`);
    for (const line of found.differences.slice(0, MAX_PRINTED)) print(`  ${line}`);
  }
  print(`\n${programmes} programmes (${slides} slides) compared, ${different} differ.`);
  print(`Fields that only this checkout has: ${[...fresh].toSorted().join(', ') || 'none'}.`);
  return different === 0 ? 0 : 1;
}
