/**
 * `npm start`, `npm test` and `npm run build` come through here: whatever is missing or stale is installed and built
 * first, so that no other command is ever needed. Nothing may be installed yet when it runs: Node's built-ins alone;
 * what it imports later has just been installed and built. It says one line when it does something, and none otherwise.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Who called us, noted before anything else: under npm, a caller that is gone means that we have to stop. */
const CALLER = process.ppid;
const LOOK_MS = 250;

const LEAST_NODE = [20, 20];
/** How long what runs may take to end before it is killed. */
const PATIENCE_MS = 1500;
/** Exit code of what was told to stop: 128 and SIGTERM. */
const STOPPED = 143;
/** The commands of `preau` that `npm start -- COMMAND` passes on. */
const WORDS = ['start', 'check', 'programme'];

/** When the service was built: a clock before it is wrong. (The time of a file says nothing inside an archive.) */
const BUILT_AT = 'build/main/built-at.json';

/** What each part is built from (files, or folders with all that is in them), what must be there after, and how. */
export const PARTS = [
  {
    name: 'main',
    from: ['main', 'tsconfig.base.json'],
    gives: ['build/main/cli.js', 'build/main/service.js', BUILT_AT],
    run: ['node_modules/typescript/bin/tsc', '-b', 'main'],
    says: 'construction du service…',
  },
  {
    name: 'renderer',
    from: ['renderer', 'main/contract.ts', 'vite.config.ts', 'tsconfig.base.json'],
    gives: ['build/renderer/index.html'],
    run: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    says: 'construction du lecteur…',
  },
];

/** What stops the bootstrap and is told to the person who typed the command: a French sentence. */
class Stop extends Error {}

/** Aborted once we are told to stop, also by the end of the npm that called us (npm does not pass SIGTERM on). */
function stopSignal() {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => controller.abort());
  const look = () => process.ppid !== CALLER && controller.abort();
  if (process.env.npm_lifecycle_event) setInterval(look, LOOK_MS).unref();
  return controller.signal;
}

function say(text) {
  process.stderr.write(`préau : ${text}\n`);
}

function readOr(file, otherwise) {
  return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The SHA-256 of the names and bytes of these files and folders under `root`; what is not there counts as absent. */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  };
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) add(path);
    }
  };
  for (const path of paths) {
    if (!existsSync(join(root, path))) continue;
    if (/\.\w+$/.test(path)) add(path);
    else walk(path);
  }
  return hash.digest('hex');
}

/**
 * Whether what npm noted of the installed packages (its hidden lock file) is what the lock file asks for. Optional
 * packages are left out: those of other platforms are never there.
 */
export function sameAsInstalled(lockText, installedText) {
  const wanted = JSON.parse(lockText).packages ?? {};
  const installed = JSON.parse(installedText).packages ?? {};
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || installed[path]?.version === entry.version,
  );
}

/** Whether `npm ci` is needed. Remembers the answer of the slower comparison in a marker inside node_modules. */
export function installIsStale(root) {
  const lock = readOr(join(root, 'package-lock.json'), '');
  const marker = join(root, 'node_modules/.preau/lock');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (readOr(marker, '') === hash) return false;
  const installed = readOr(join(root, 'node_modules/.package-lock.json'), '');
  if (installed === '' || !sameAsInstalled(lock, installed)) return true;
  write(marker, hash);
  return false;
}

/** The parts whose sources, packages or results are not those of the last build. */
export function staleParts(root, parts = PARTS) {
  return parts
    .map((part) => ({ ...part, stamp: join(root, `build/.${part.name}.stamp`) }))
    .map((part) => ({ ...part, hash: fingerprint(root, [...part.from, 'package-lock.json']) }))
    .filter((part) => readOr(part.stamp, '') !== part.hash || part.gives.some((file) => !existsSync(join(root, file))));
}

/**
 * Runs a command, its output on standard error where nothing else is said: standard output keeps to the address. It has
 * a group of its own and ends, with all that it started, when we are told to stop; then this rejects.
 */
function run(command, args, cwd, signal, output = process.stderr) {
  return new Promise((done, fail) => {
    signal.throwIfAborted();
    const shell = process.platform === 'win32' && command.endsWith('.cmd');
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { cwd, shell, detached, stdio: ['ignore', output, process.stderr] });
    const end = (name) => {
      try {
        process.kill(detached ? -child.pid : child.pid, name);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error; // It has just ended by itself.
      }
    };
    let timer;
    const stop = () => {
      end('SIGTERM');
      timer = setTimeout(end, PATIENCE_MS, 'SIGKILL');
    };
    signal.addEventListener('abort', stop, { once: true });
    child.on('error', fail);
    child.on('exit', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) fail(signal.reason);
      else done(code ?? 1);
    });
  });
}

async function install(root, signal) {
  if (!installIsStale(root)) return;
  say('installation des paquets (npm ci), une minute environ…');
  // `npm_execpath` is the npm that called us; without it (node main/bootstrap.mjs), the one of the path.
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(npm[0], [...npm.slice(1), ...args], root, signal);
  if (code !== 0) {
    throw new Stop('l’installation des paquets a échoué : vérifiez l’accès au registre npm, puis recommencez.');
  }
  const lock = readFileSync(join(root, 'package-lock.json'));
  write(join(root, 'node_modules/.preau/lock'), createHash('sha256').update(lock).digest('hex'));
}

async function build(root, signal) {
  for (const part of staleParts(root)) {
    say(part.says);
    const [script, ...args] = part.run;
    if ((await run(process.execPath, [join(root, script), ...args], root, signal)) !== 0) {
      throw new Stop('la construction a échoué : le détail est juste au-dessus.');
    }
    if (part.gives.includes(BUILT_AT)) write(join(root, BUILT_AT), JSON.stringify(new Date().toISOString()));
    write(part.stamp, part.hash);
  }
}

/** A module of the build, once it is there. */
function built(root, path) {
  return import(pathToFileURL(join(root, 'build/main', path)).href);
}

async function bootstrap(root, command, args, signal) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    throw new Stop(`il faut Node ${LEAST_NODE.join('.')} ou plus récent (ici : ${process.versions.node}).`);
  }
  if (!['start', 'test', 'build'].includes(command)) {
    throw new Stop('commande inconnue : choisissez start, test ou build.');
  }
  await install(root, signal);
  await build(root, signal);
  signal.throwIfAborted();
  if (command === 'build') return 0;
  if (command === 'test') {
    const { provideForTests } = await built(root, 'shells/provision.js');
    const { chromium } = await import('@playwright/test');
    await provideForTests(say, chromium.executablePath(), signal);
    return run(process.execPath, [join(root, 'tests/run.mjs'), ...args], root, signal, 'inherit');
  }
  const { runCli } = await built(root, 'cli.js');
  const [word, ...rest] = WORDS.includes(args[0]) ? args : ['start', ...args];
  // What reads once and prints has nothing to close.
  if (word !== 'start') signal.addEventListener('abort', () => process.exit(STOPPED));
  // npm runs scripts in the folder of the package: paths are those of the folder it was called in.
  const cwd = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd();
  return runCli([word, ...rest], { provide: true, signal, cwd, contentDir: join(root, 'content') });
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] && realpathSync(process.argv[1]) === here) {
  const [command = '', ...args] = process.argv.slice(2);
  const signal = stopSignal();
  try {
    process.exitCode = await bootstrap(resolve(dirname(here), '..'), command, args, signal);
    // Whatever was left open must not keep it from ending; what was printed is written first.
    process.stdout.write('', () => process.exit());
  } catch (error) {
    if (signal.aborted) process.exit(STOPPED);
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
