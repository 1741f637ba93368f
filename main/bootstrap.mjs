/**
 * `npm start`, `npm test` and `npm run build` start here: packages that are missing or of another version are installed, and
 * parts that are not those of the last build are built, so that no other command is ever needed. When it starts nothing may be
 * installed yet: it and `bootstrap/` import Node's built-ins alone, and import the build and packages only once they are there.
 * It says one line for each thing that it does, and none when there is nothing to do.
 */
import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeWithFolders } from './bootstrap/files.mjs';
import { installFailure } from './bootstrap/install-failure.mjs';
import { run, stopSignal } from './bootstrap/run.mjs';
import { BUILT_AT, installIsStale, noteInstalled, staleParts } from './bootstrap/stale.mjs';

/** The process that called us; noted first, because under npm its end means that we have to end. */
const CALLER = process.ppid;

const MIN_NODE = [20, 20];
/** Exit code of a process that ends because it was asked to: 128 and the number of SIGTERM. */
const STOPPED = 143;
/** The commands of `preau` that `npm start -- COMMAND` passes on. */
const WORDS = ['start', 'setup', 'check', 'programme', 'config', 'code', 'version'];

/** A reason to end without doing what was asked for: a French sentence for the person who typed the command. */
class Refusal extends Error {}

function say(text) {
  process.stderr.write(`préau : ${text}\n`);
}

async function install(root, signal) {
  if (!installIsStale(root)) return;
  say('installation des paquets (npm ci), une minute environ…');
  // `npm_execpath` is the npm that called us; without it (node main/bootstrap.mjs), npm is looked for in PATH.
  const [npm, ...first] = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, said } = await run(npm, args, { cwd: root, signal, keepsErrors: true });
  if (code !== 0) throw new Refusal(installFailure(said));
  noteInstalled(root);
}

async function build(root, signal) {
  for (const part of staleParts(root)) {
    say(part.says);
    const [script, ...args] = part.run;
    const { code } = await run(process.execPath, [join(root, script), ...args], { cwd: root, signal });
    if (code !== 0) throw new Refusal('la construction a échoué : le détail est juste au-dessus.');
    if (part.gives.includes(BUILT_AT)) writeWithFolders(join(root, BUILT_AT), JSON.stringify(new Date().toISOString()));
    writeWithFolders(part.stamp, part.hash);
  }
}

/** Imports a module of the build. */
function built(root, path) {
  return import(pathToFileURL(join(root, 'build/main', path)).href);
}

async function runTests(root, args, signal) {
  const { provideForTests } = await built(root, 'shells/provision.js');
  const { chromium } = await import('@playwright/test');
  await provideForTests(say, chromium.executablePath(), signal);
  const tests = [join(root, 'tests/run.mjs'), ...args];
  const { code } = await run(process.execPath, tests, { cwd: root, signal, output: 'inherit' });
  return code;
}

async function runPreau(root, args, signal) {
  const { runCli } = await built(root, 'cli.js');
  const [word, ...rest] = WORDS.includes(args[0]) ? args : ['start', ...args];
  // The other commands print and end: they have nothing to close.
  if (word !== 'start') signal.addEventListener('abort', () => process.exit(STOPPED));
  // npm runs scripts in the folder of the package; INIT_CWD is the folder that it was called in.
  const cwd = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd();
  return runCli([word, ...rest], { provide: true, signal, cwd, contentDir: join(root, 'content') });
}

/** Resolves to the exit code. */
async function bootstrap(root, command, args, signal) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
    throw new Refusal(`il faut Node ${MIN_NODE.join('.')} ou plus récent (ici : ${process.versions.node}).`);
  }
  if (!['start', 'test', 'build'].includes(command)) {
    throw new Refusal('commande inconnue : choisissez start, test ou build.');
  }
  await install(root, signal);
  await build(root, signal);
  signal.throwIfAborted();
  if (command === 'build') return 0;
  return command === 'test' ? runTests(root, args, signal) : runPreau(root, args, signal);
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] && realpathSync(process.argv[1]) === here) {
  const [command = '', ...args] = process.argv.slice(2);
  const signal = stopSignal(CALLER);
  try {
    process.exitCode = await bootstrap(resolve(dirname(here), '..'), command, args, signal);
    // Whatever was left open must not keep the process; what was printed is written first.
    process.stdout.write('', () => process.exit());
  } catch (error) {
    if (signal.aborted) process.exit(STOPPED);
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
