import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from '../../packaging/run.ts';

/** A Debian with nothing but its base system, in a folder. */
export interface CleanRoot {
  readonly path: string;
  /** Runs a command in it to its end; resolves to what it printed. */
  run(command: string, ...args: string[]): Promise<string>;
  /** Starts a command in it as a user; the function stops it and resolves once it is gone. */
  start(user: string, env: Readonly<Record<string, string>>, command: readonly string[]): Started;
  /** The paths of all its files but those of apt, of dpkg and of what changes by itself. */
  files(): Promise<Set<string>>;
  dispose(): Promise<void>;
}

export interface Started {
  /** What it wrote so far, on both outputs. */
  said(): string;
  stop(): Promise<void>;
}

/** Where X11 servers have their sockets. */
const SOCKETS = '/tmp/.X11-unix';
const MOUNTS = [
  ['proc', ['-t', 'proc', 'proc']],
  ['sys', ['--bind', '/sys']],
  ['dev', ['--bind', '/dev']],
  ['dev/pts', ['--bind', '/dev/pts']],
  ['dev/shm', ['--bind', '/dev/shm']],
  ['tmp/.X11-unix', ['--bind', SOCKETS]],
] as const;

/** The base system is made once by debootstrap, and copied for each test. */
export async function openCleanRoot(suite: string): Promise<CleanRoot> {
  const cache = join(tmpdir(), `preau-dist-${suite}`);
  const packages = join(tmpdir(), 'preau-dist-packages');
  if (!existsSync(join(cache, 'etc/debian_version'))) {
    await run('debootstrap', [
      '--variant=minbase',
      '--include=ca-certificates',
      suite,
      cache,
      'http://deb.debian.org/debian',
    ]);
  }
  const path = join(tmpdir(), `preau-dist-${suite}-${process.pid}`);
  await rm(path, { recursive: true, force: true });
  await run('cp', ['-a', cache, path]);
  await mkdir(packages, { recursive: true });
  await cp('/etc/resolv.conf', join(path, 'etc/resolv.conf'), { dereference: true });
  // X11 makes this folder itself, but perhaps only later.
  await mkdir(SOCKETS, { recursive: true });
  await chmod(SOCKETS, 0o1777);
  const mounted: string[] = [];
  for (const [place, args] of [...MOUNTS, ['var/cache/apt/archives', ['--bind', packages]] as const]) {
    const target = join(path, place);
    await mkdir(target, { recursive: true });
    await run('mount', [...args, target]);
    mounted.unshift(target);
  }
  const env = {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    DEBIAN_FRONTEND: 'noninteractive',
    LANG: 'C.UTF-8',
    HOME: '/root',
  };
  return {
    path,
    run: (command, ...args) => run('chroot', [path, command, ...args], { env }),
    start: (user, own, command) => startIn(path, user, { ...env, ...own }, command),
    files: () => filesOf(path),
    async dispose() {
      for (const target of mounted) await run('umount', ['--lazy', target]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/**
 * Makes the folder the root of a mount namespace, and not of a `chroot`, in which the kernel refuses the user namespaces that
 * Chromium's sandbox is made of.
 */
const PIVOT = `set -e
mount --make-rprivate /
mount --rbind "$1" "$1"
cd "$1"
mkdir -p mnt/old
pivot_root . mnt/old
umount -l /mnt/old
rmdir /mnt/old
shift
exec "$@"`;

function startIn(path: string, user: string, env: Record<string, string>, command: readonly string[]): Started {
  const asUser = ['setpriv', '--reuid', user, '--regid', user, '--init-groups', ...command];
  const child = spawn('unshare', ['--mount', 'sh', '-c', PIVOT, 'sh', path, ...asUser], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return {
    said: () => said,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What an installation of any package changes, or a running system by itself. */
const NOT_OURS =
  /^(?:proc|sys|dev|tmp|run)(?:\/|$)|^var\/(?:cache|log|lib\/(?:apt|dpkg|systemd|ucf|pam|dbus))(?:\/|$)|^etc\/.*-$/u;

async function filesOf(root: string): Promise<Set<string>> {
  const found = new Set<string>();
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = relative(root, join(folder, entry.name));
      if (NOT_OURS.test(path)) continue;
      found.add(path);
      if (entry.isDirectory()) await walk(join(folder, entry.name));
    }
  };
  await walk(root);
  return found;
}
