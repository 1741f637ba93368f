import { type Asked, parseFlags, type Surroundings } from '../../settings/flags.ts';
import type { Settings } from '../../settings/settings.ts';

/** What Electron's process was started for. */
export type Request =
  | { readonly kind: 'show'; readonly settings: Settings }
  | { readonly kind: 'help' }
  /** Any other command: it prints, and nothing is shown. */
  | { readonly kind: 'read'; readonly asked: Asked }
  /** The command line is wrong: a French sentence. */
  | { readonly kind: 'refused'; readonly message: string };

export interface Invocation {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Whether this is a packaged Préau, whose command line has no path of a script. */
  readonly isPackaged: boolean;
  /** What the machine decides beside the command line. */
  readonly around: Surroundings;
  /** Epoch milliseconds. */
  readonly nowMs: number;
}

/** `npm start` hands over settings in PREAU_SETTINGS; a packaged Préau reads its own command line. */
export function requestOf({ argv, env, isPackaged, around, nowMs }: Invocation): Request {
  if (env.PREAU_SETTINGS) return { kind: 'show', settings: JSON.parse(env.PREAU_SETTINGS) as Settings };
  // A switch of Chromium's own stands on the same command line.
  const words = argv.slice(isPackaged ? 1 : 2).filter((word) => word !== '--no-sandbox');
  const parsed = parseFlags(words, around);
  if (!parsed.ok) return { kind: 'refused', message: parsed.message };
  if (parsed.help) return { kind: 'help' };
  if (parsed.command !== 'start') return { kind: 'read', asked: parsed };
  const { settings } = parsed;
  return { kind: 'show', settings: { ...settings, atSince: settings.at === null ? null : nowMs } };
}
