import { spawn } from 'node:child_process';

/** How long a command that is asked to end may take before it is killed. */
const MAX_CLOSE_MS = 1500;
/** How often it is checked that the caller is still there. */
const CHECK_MS = 250;
/** Characters that are kept of what a command writes on standard error. */
const MAX_KEPT = 4000;

/**
 * Aborted once this process is asked to end. Under npm, which does not pass SIGTERM on, the end of the caller counts as such a
 * request. `caller`: number of the process that called us, noted before anything else.
 */
export function stopSignal(caller) {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => controller.abort());
  const check = () => process.ppid !== caller && controller.abort();
  if (process.env.npm_lifecycle_event) setInterval(check, CHECK_MS).unref();
  return controller.signal;
}

/**
 * Runs a command to its end; resolves to its exit code and, with `keepsErrors`, the end of its standard error, which is passed
 * on in any case. `output`: where its standard output goes; by default to standard error, because standard output is for the
 * address alone. The command has a process group of its own; on abort the whole group ends, and this rejects.
 */
export function run(command, args, { cwd, signal, output = process.stderr, keepsErrors = false }) {
  return new Promise((done, fail) => {
    signal.throwIfAborted();
    const shell = process.platform === 'win32' && command.endsWith('.cmd');
    const detached = process.platform !== 'win32';
    const stdio = ['ignore', output, keepsErrors ? 'pipe' : process.stderr];
    const child = spawn(command, args, { cwd, shell, detached, stdio });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said = `${said}${text}`.slice(-MAX_KEPT);
      process.stderr.write(text);
    });
    let timer;
    const stop = () => {
      signalGroup(child.pid, detached, 'SIGTERM');
      timer = setTimeout(signalGroup, MAX_CLOSE_MS, child.pid, detached, 'SIGKILL');
    };
    signal.addEventListener('abort', stop, { once: true });
    child.on('error', fail);
    // `close` comes once all of its output has been read.
    child.on('close', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) fail(signal.reason);
      else done({ code: code ?? 1, said });
    });
  });
}

function signalGroup(pid, detached, name) {
  try {
    process.kill(detached ? -pid : pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // It has just ended by itself.
  }
}
