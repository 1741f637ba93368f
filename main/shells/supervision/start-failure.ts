import type { Settings } from '../../settings/settings.ts';

/** Why Préau does not start, for the person who started it. */
export interface StartFailure {
  /** A French sentence that says what to do. */
  readonly message: string;
  /** The exit code. 2: the command line asks for something impossible; 1: anything else. */
  readonly code: number;
}

/** What to tell the person who started Préau when it cannot serve. */
export function startFailure(error: unknown, { host, port, state }: Settings): StartFailure {
  const { code, message, syscall } = systemError(error);
  switch (code) {
    case 'EADDRINUSE': {
      const free = port + 1 > 65535 ? 0 : port + 1;
      return refusal(
        `Le port ${port} est déjà pris : fermez l’autre programme, ou choisissez un autre port, par --port ${free} ou par « port = ${free} » dans preau.conf.`,
      );
    }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return refusal(`L’adresse « ${host} » n’est pas celle de cette machine : donnez --host 127.0.0.1 ou 0.0.0.0.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      if (syscall === 'listen' || syscall === 'bind') {
        return refusal(`Le port ${port} est réservé au système : choisissez-en un au-dessus de 1023 avec --port.`);
      }
      return refusal(`Le dossier de travail « ${state} » ne peut pas être écrit : donnez-en un autre avec --state.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return { message: 'Le disque est plein : libérez de la place, puis relancez Préau.', code: 1 };
    default:
      return { message: `Le service ne démarre pas : ${message}`, code: 1 };
  }
}

/** The system's error behind this one: the store and others wrap it as their cause. */
function systemError(error: unknown): NodeJS.ErrnoException {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const found: NodeJS.ErrnoException = cause;
    if (/^E[A-Z]+$/.test(found.code ?? '')) return found;
  }
  return error instanceof Error ? error : new Error(String(error));
}

function refusal(message: string): StartFailure {
  return { message, code: 2 };
}
