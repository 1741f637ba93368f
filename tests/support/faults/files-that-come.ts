import { type ChildProcess, spawn } from 'node:child_process';

/** Writes small files of several kinds, and prints how many there are after each thousand. */
const WRITER = `
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const [folder, count] = process.argv.slice(1);
const png = Buffer.from(process.env.PICTURE, 'base64');
for (let n = 1; n <= Number(count); n += 1) {
  if (n % 2 === 1) writeFileSync(join(folder, 'note ' + n + '.txt'), 'Une note de plus, ' + n + '.');
  else if (n % 50 === 0) writeFileSync(join(folder, 'photo ' + n + '.png'), Buffer.concat([png, Buffer.from(String(n))]));
  else writeFileSync(join(folder, 'photo ' + n + '.jpg'), String(n));
  if (n % 1_000 === 0) console.log(n);
}
`;

/** Files that another process writes into a folder, one after the other. */
export interface FilesThatCome {
  /** Resolves once so many are there, or the process has ended. */
  are(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Begins to write so many different files into a folder that is there; one of fifty is this small picture, the others are notes and broken photos. */
export function filesThatCome(folder: string, count: number, picture: Uint8Array): FilesThatCome {
  const writer: ChildProcess = spawn(process.execPath, ['-e', WRITER, folder, String(count)], {
    env: { ...process.env, PICTURE: Buffer.from(picture).toString('base64') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => writer.once('exit', () => resolve()));
  let written = 0;
  writer.stdout?.on('data', (chunk) => {
    written = Number(String(chunk).trim().split('\n').at(-1));
  });
  return {
    async are(wanted) {
      while (written < wanted && writer.exitCode === null && writer.signalCode === null) {
        await Promise.race([ended, new Promise((resolve) => writer.stdout?.once('data', resolve))]);
      }
    },
    async stop() {
      writer.kill();
      await ended;
    },
  };
}
