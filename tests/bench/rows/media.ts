/**
 * Bytes of a film, in ranges as a player asks for them, and of pictures, to 1 client that asks for one after the other, and to
 * 50 that ask for the same one at about the same time, as the screens of one folder do; beside nginx with the same files of
 * the same disk. Linux; Debian packages nginx-light and wrk.
 *
 * What would make it lie: a client slower than both servers, so that it is the client that is measured (wrk is in C, and its
 * share of the two cores is the same for both); answers that are errors, which are short and fast; one client that asks again
 * for what the service still has in memory, which no browser does (there are more bytes than that memory holds).
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.ts';
import * as files from '../../support/media-files.ts';
import { createFolders, type Folders, startService } from '../../support/service.ts';
import { type Nginx, startNginx } from '../nginx.ts';
import { photo } from '../pictures.ts';
import { type Bench, type Measured, NotMeasured, type Row } from '../row.ts';
import { interleaved } from '../statistics.ts';

export const row: Row = {
  name: 'media',
  notShown:
    'A network, which is slower than both (a gigabit is 125 MB/s); a disk that has not read the file before. Node reads files in threads of its own: a bare server that asks the disk once and reads each answer whole, in one call, has about 0.6x of nginx to 1 client, and of pictures to 50.',
  run: benchMedia,
};

/** With their film, three times as many bytes as the service keeps in memory. */
const PHOTOS = 40;
const FILM_BYTES = 60_000_000;
const RANGE_BYTES = 2_000_000;

async function benchMedia(bench: Bench): Promise<Measured[]> {
  const absent = ['nginx', 'wrk'].filter((program) => spawnSync(program, ['-v']).error !== undefined);
  if (absent.length > 0)
    throw new NotMeasured(`${absent.join(' and ')} not installed (apt-get install nginx-light wrk)`);
  const folders = await createFolders();
  const scratch = await mkdtemp(join(tmpdir(), 'preau-bench-media-'));
  let nginx: Nginx | null = null;
  try {
    await fill(folders);
    const service = await startService(folders);
    try {
      const isWhole = ({ slides }: Awaited<ReturnType<typeof service.programme>>) => slides.length === PHOTOS + 1;
      const { slides } = await eventually(() => service.programme(), isWhole, 120_000);
      const films = slides.flatMap((slide) => (slide.kind === 'video' ? [slide.src] : []));
      const pictures = slides.flatMap((slide) => (slide.kind === 'image' ? [slide.src] : []));
      nginx = await startNginx(scratch, join(folders.state, 'store/objects'));
      const servers: Servers = { scratch, ours: service.url, theirs: nginx.url };
      const measured: Measured[] = [];
      for (const clients of [1, 50]) {
        const to = clients === 1 ? '1 client' : `${clients} clients`;
        measured.push(await compare(bench, servers, { what: `ranges of a film to ${to}`, clients, paths: films }));
        measured.push(await compare(bench, servers, { what: `pictures to ${to}`, clients, paths: pictures }));
      }
      return measured;
    } finally {
      await service.stop();
    }
  } finally {
    await nginx?.stop();
    await rm(scratch, { recursive: true, force: true });
    await folders.dispose();
  }
}

async function fill(folders: Folders): Promise<void> {
  for (let n = 0; n < PHOTOS; n += 1) await folders.write(`photo-${n}.jpg`, await photo(1_920, 1_280));
  // A film as large as one of a telephone: a box that players skip follows it.
  const box = Buffer.alloc(FILM_BYTES, 'preau');
  box.writeUInt32BE(FILM_BYTES);
  box.write('free', 4, 'latin1');
  await folders.write('Film.mp4', Buffer.concat([await files.committed('film-h264.mp4'), box]));
}

interface Servers {
  readonly scratch: string;
  readonly ours: string;
  readonly theirs: string;
}

interface Load {
  readonly what: string;
  readonly clients: number;
  readonly paths: readonly string[];
}

async function compare(bench: Bench, servers: Servers, { what, clients, paths }: Load): Promise<Measured> {
  const throughput = (url: string, of: readonly string[]) => load(servers, url, of, clients);
  // `/media/HASH/NAME` is the file `HA/SH` of the store.
  const objects = paths.map((path) => path.replace(/^\/media\/(..)(.+)\/.*$/u, '/$1/$2'));
  const { ours, reference } = await interleaved(bench.rounds(10), {
    ours: () => throughput(servers.ours, paths),
    reference: () => throughput(servers.theirs, objects),
  });
  const against = 'nginx with the same files';
  return { what, against, unit: 'MB/s', values: ours, reference, aims: [{ of: 'ratio', least: 0.8 }] };
}

/** Megabytes a second that the clients got. @throws {Error} where an answer was an error. */
async function load({ scratch }: Servers, url: string, paths: readonly string[], clients: number): Promise<number> {
  const script = join(scratch, 'load.lua');
  const ranges = paths.length === 1;
  const range = `{ Range = "bytes=" .. from .. "-" .. from + ${RANGE_BYTES - 1} }`;
  await writeFile(
    script,
    `local paths, n = { ${paths.map((path) => `"${path}"`).join(', ')} }, 0
    request = function()
      n = n + 1
      local turn = math.floor(n / ${clients})
      local from = (turn * 7919 % ${FILM_BYTES / RANGE_BYTES}) * ${RANGE_BYTES}
      return wrk.format("GET", paths[turn % #paths + 1], ${ranges ? range : '{}'})
    end
    done = function(summary)
      local e = summary.errors
      print("bytes " .. summary.bytes .. " us " .. summary.duration .. " errors " .. e.connect + e.read + e.write + e.status + e.timeout)
    end\n`,
  );
  const child = spawn('wrk', ['-t1', `-c${clients}`, '-d1s', '-s', script, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  await once(child, 'close');
  const [bytes, us, errors] = /bytes (\d+) us (\d+) errors (\d+)/u.exec(printed)?.slice(1).map(Number) ?? [];
  if (errors !== 0) throw new Error(`wrk: ${printed}`);
  return (bytes ?? Number.NaN) / (us ?? Number.NaN);
}
