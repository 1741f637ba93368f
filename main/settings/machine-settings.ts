import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Rotation } from '../contract.ts';
import { fold } from '../lib/fold.ts';
import type { Settings, ShellName } from './settings.ts';

/** A value that is wrong; the message is a French sentence that says what to write. */
class WrongValue extends Error {}

/** How a value was given: by which name (`--port`, `PREAU_PORT`, `port`), and the folder to which its paths are relative. */
interface Given {
  readonly name: string;
  readonly folder: string;
}

/** One setting of the machine. Its key is its flag, its line in `preau.conf` and, in capitals, its variable `PREAU_…`. */
interface MachineSetting<T> {
  /** What `--help` shows in place of the value. */
  readonly argument: string;
  readonly help: string;
  /** @throws WrongValue */
  read(text: string, given: Given): T;
}

/** The settings of the machine. `at` is not among them: it is asked for on the command line alone. */
export const MACHINE_SETTINGS = {
  content: { argument: 'DOSSIER', help: 'le dossier de contenu', read: readPath },
  screen: { argument: 'NOM', help: 'le nom de l’écran', read: readScreen },
  host: { argument: 'ADRESSE', help: 'l’adresse d’écoute (127.0.0.1)', read: readHost },
  port: { argument: 'NOMBRE', help: 'le port d’écoute (8420 ; 0 : n’importe lequel)', read: readPort },
  shell: { argument: 'COQUE', help: 'auto, electron, chromium ou none (sert sans rien ouvrir)', read: readShell },
  output: {
    argument: 'SORTIE',
    help: 'la sortie vidéo à régler : HDMI-A-1 (toutes sans cette option)',
    read: readOutput,
  },
  rotate: {
    argument: 'DEGRÉS',
    help: 'tourne l’image : 0, 90, 180 ou 270, dans le sens des aiguilles',
    read: readRotation,
  },
  reload: {
    argument: 'HEURE',
    help: 'recharge la page chaque nuit à cette heure : 04:30 (jamais sans cette option)',
    read: readHour,
  },
  sleep: {
    argument: 'OUI',
    help: 'oui ou non : met l’affichage en veille hors des heures allumées (oui)',
    read: readYes,
  },
  heartbeat: {
    argument: 'OUI',
    help: 'oui ou non : écrit l’état de cette machine dans _écrans, au dossier de contenu (oui)',
    read: readYes,
  },
  log: {
    argument: 'DOSSIER',
    help: 'où écrire le journal, 50 Mo au plus (la sortie d’erreur sans cette option)',
    read: readPath,
  },
  state: {
    argument: 'DOSSIER',
    help: 'le dossier de travail : réserve, dernier catalogue, profil du navigateur',
    read: readPath,
  },
} as const satisfies Readonly<Record<string, MachineSetting<unknown>>>;

export type MachineKey = keyof typeof MACHINE_SETTINGS;

export const MACHINE_KEYS = Object.keys(MACHINE_SETTINGS) as readonly MachineKey[];

/** One place where settings are written. */
export interface Layer {
  /** What `preau config` says of where a value came from; `key` as in `MACHINE_SETTINGS`. */
  origin(key: MachineKey): string;
  /** How a sentence about a wrong value names the setting. */
  name(key: MachineKey): string;
  /** Absolute: paths are relative to it. */
  readonly folder: string;
  readonly values: Readonly<Partial<Record<MachineKey, string>>>;
}

/** The settings in force, and where each came from. */
export interface Settled {
  readonly settings: Omit<Settings, 'at' | 'atSince'>;
  readonly origins: Readonly<Record<MachineKey, string>>;
  /** A sentence for each value that is wrong: the next layer, or the default, is in force in its place. */
  readonly mistakes: readonly { readonly layer: Layer; readonly sentence: string }[];
}

/** What is in force where nothing is written. */
export interface Defaults {
  readonly content: string | null;
  readonly state: string;
  readonly log: string;
}

/** Where a value came from that nobody has written. */
export const BY_DEFAULT = 'par défaut';

/** The first right value of each setting; `layers`: what counts most comes first. */
export function settle(layers: readonly Layer[], defaults: Defaults): Settled {
  const mistakes: { layer: Layer; sentence: string }[] = [];
  const origins: Partial<Record<MachineKey, string>> = {};
  const inForce = <T>(key: MachineKey, read: (text: string, given: Given) => T, otherwise: T): T => {
    for (const layer of layers) {
      const text = layer.values[key];
      if (text === undefined) continue;
      try {
        const value = read(text, { name: layer.name(key), folder: layer.folder });
        origins[key] ??= layer.origin(key);
        return value;
      } catch (error) {
        if (!(error instanceof WrongValue)) throw error;
        mistakes.push({ layer, sentence: error.message });
      }
    }
    origins[key] = BY_DEFAULT;
    return otherwise;
  };
  const settings = {
    content: inForce<string | null>('content', readPath, defaults.content),
    screen: inForce('screen', readScreen, ''),
    host: inForce('host', readHost, '127.0.0.1'),
    port: inForce('port', readPort, 8420),
    shell: inForce<ShellName>('shell', readShell, 'auto'),
    output: inForce('output', readOutput, ''),
    rotate: inForce<Rotation | null>('rotate', readRotation, null),
    reload: inForce('reload', readHour, ''),
    sleep: inForce('sleep', readYes, true),
    heartbeat: inForce('heartbeat', readYes, true),
    log: inForce('log', readPath, defaults.log),
    state: inForce('state', readPath, defaults.state),
  };
  return { settings, origins: origins as Record<MachineKey, string>, mistakes };
}

/** `PREAU_PORT` for `port`. */
const variableOf = (key: MachineKey): string => `PREAU_${key.toUpperCase()}`;

/** The variables `PREAU_…` of the environment. An empty one counts as not set. */
export function environmentLayer(env: NodeJS.ProcessEnv, folder: string): Layer {
  const values = MACHINE_KEYS.flatMap((key) => {
    const text = env[variableOf(key)];
    return text ? [[key, text] as const] : [];
  });
  return { origin: variableOf, name: variableOf, folder, values: Object.fromEntries(values) };
}

function readPath(text: string, { name, folder }: Given): string {
  if (text.includes('\0')) throw new WrongValue(`Le chemin de ${name} n’est pas valable : donnez celui d’un dossier.`);
  const home = /^~(?=[/\\]|$)/u.test(text) ? join(homedir(), text.slice(1)) : text;
  return isAbsolute(home) ? resolve(home) : resolve(folder, home);
}

function readPort(text: string, { name }: Given): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 65535) return number;
  throw new WrongValue(`« ${text} » n’est pas un port : ${name} attend un nombre de 0 (n’importe lequel) à 65535.`);
}

function readHost(text: string, { name }: Given): string {
  if (/^[\w.:-]+$/.test(text)) return text;
  throw new WrongValue(`« ${text} » n’est pas une adresse pour ${name} : écrivez par exemple 127.0.0.1 ou 0.0.0.0.`);
}

const SHELLS: readonly ShellName[] = ['auto', 'electron', 'chromium', 'none'];

function readShell(text: string, { name }: Given): ShellName {
  const wanted = fold(text);
  const known = SHELLS.find((shell) => shell === wanted);
  if (known) return known;
  throw new WrongValue(`« ${text} » n’est pas une coque : ${name} attend auto, electron, chromium ou none.`);
}

function readScreen(text: string, { name }: Given): string {
  // The contract has the same limit for the reports of players (`POST /api/screens`).
  if (text.length <= 80) return text.trim();
  throw new WrongValue(`Le nom donné à ${name} est trop long : quatre-vingts signes au plus.`);
}

function readOutput(text: string, { name }: Given): string {
  // It becomes an argument of other commands: it must not look like an option.
  if (/^[A-Za-z0-9][\w.-]{0,39}$/u.test(text)) return text;
  throw new WrongValue(`« ${text} » n’est pas une sortie vidéo pour ${name} : écrivez par exemple HDMI-A-1.`);
}

function readHour(text: string, { name }: Given): string {
  if (text === '' || text === 'non') return '';
  const [, hour = '', minute = '00'] = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/u.exec(text) ?? [];
  if (hour !== '' && Number(hour) < 24 && Number(minute) < 60) return `${hour.padStart(2, '0')}:${minute}`;
  throw new WrongValue(`« ${text} » n’est pas une heure pour ${name} : écrivez par exemple 04:30.`);
}

const ROTATIONS: readonly Rotation[] = [0, 90, 180, 270];

function readRotation(text: string, { name }: Given): Rotation {
  const known = ROTATIONS.find((degrees) => String(degrees) === text);
  if (known !== undefined) return known;
  throw new WrongValue(`« ${text} » n’est pas une rotation : ${name} attend 0, 90, 180 ou 270.`);
}

function readYes(text: string, { name }: Given): boolean {
  const answer = fold(text);
  if (answer === 'oui' || answer === 'non') return answer === 'oui';
  throw new WrongValue(`« ${text} » n’est pas une réponse : ${name} attend oui ou non.`);
}
