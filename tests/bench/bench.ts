import { chromium } from '@playwright/test';
import { browserLaunch } from '../support/browser.ts';
import type { Bench } from './bench-part.ts';
import { benchChanges } from './changes.ts';
import { benchCold } from './cold.ts';
import { benchEdits } from './edits.ts';
import type { Row } from './figures.ts';
import { benchIdle } from './idle.ts';
import { benchMany } from './many.ts';
import { benchPicture } from './picture.ts';
import { benchSlowCopy } from './slow-copy.ts';
import { benchStart } from './start.ts';

const PARTS: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  edits: benchEdits,
  picture: benchPicture,
  copy: benchSlowCopy,
  start: benchStart,
  cold: benchCold,
  changes: benchChanges,
  idle: benchIdle,
  many: benchMany,
};

/** Runs the parts named by `--only=A,B` (by default all) and prints the figures of each when it ends. Resolves to 0. */
export async function bench(args: readonly string[]): Promise<number> {
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  const launch = browserLaunch();
  // Software rendering, as on the machines in schools that have no usable graphics card.
  const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), '--disable-gpu'] });
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (only && !only.includes(name)) continue;
      process.stdout.write(`\n${name}\n`);
      for (const { what, figure } of await part({ browser, quick: args.includes('--quick') })) {
        process.stdout.write(`  ${what.padEnd(64)} ${figure}\n`);
      }
    }
  } finally {
    await browser.close();
  }
  return 0;
}
