import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { errorCode } from '../lib/error-code.ts';
import { waitAtMost } from '../lib/wait-at-most.ts';
import { driveHint } from '../settings/content-trouble.ts';
import { KIOSK_HOME, KIOSK_USER, standsForKiosk } from '../settings/kiosk.ts';

/** A share that hangs would hold the answer for ever. */
const MAX_LOOK_MS = 5_000;

/** A folder that can be the content folder, or a French sentence that says why it cannot and what to do. */
export type ContentChoice =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly message: string };

/** Checks the path that a person chose or typed. `mayCreate`: the folder that Préau itself proposes, which is made where it is missing. */
export async function checkContentChoice(typed: string, mayCreate: string): Promise<ContentChoice> {
  const text = typed.trim();
  if (text === '') return refusal('Écrivez le chemin du dossier, ou choisissez-en un dans la liste.');
  if (!isAbsolute(text) || /[\0\r\n]/u.test(text)) {
    return refusal(`« ${text} » n’est pas un chemin complet : écrivez-le depuis la racine, par exemple ${EXAMPLE}.`);
  }
  const path = resolve(text);
  const found = await waitAtMost(look(path, path === mayCreate), MAX_LOOK_MS);
  if (found === undefined) return refusal(noAnswer(path));
  return found === null ? { ok: true, path } : refusal(found);
}

const EXAMPLE = process.platform === 'win32' ? 'D:\\Préau' : '/home/accueil/Documents/Préau';

/** What is wrong with this folder; null where nothing is. */
async function look(path: string, create: boolean): Promise<string | null> {
  try {
    if (create) await make(path);
    if (!(await stat(path)).isDirectory()) return `« ${path} » est un fichier : donnez le dossier où il se trouve.`;
    await readdir(path);
    return standsForKiosk() && !(await isReadByKiosk(path)) ? notReadable(path) : null;
  } catch (error) {
    return whyNot(path, errorCode(error));
  }
}

/** Why a folder cannot be looked into, for the error that the system gave. */
export function whyNot(path: string, code: string): string {
  if (code === 'ENOENT')
    return `« ${path} » n’existe pas : vérifiez le chemin, ou créez d’abord ce dossier.${driveHint(path)}`;
  if (code === 'EACCES' || code === 'EPERM') return notReadable(path);
  if (AWAY.test(code)) return noAnswer(path);
  return `« ${path} » ne peut pas être lu (${code}) : choisissez un autre dossier.`;
}

/** What systems say of a share whose server does not answer, or refuses it. */
const AWAY =
  /^(?:ECONNREFUSED|ECONNRESET|EHOSTDOWN|EHOSTUNREACH|EIO|ENETDOWN|ENETUNREACH|ENODEV|ENOTCONN|ENXIO|ESTALE|ETIMEDOUT)$/u;

const noAnswer = (path: string): string =>
  `« ${path} » ne répond pas : vérifiez que le serveur est allumé, le nom du partage et son mot de passe, puis recommencez.`;

const notReadable = (path: string): string =>
  `Préau n’a pas le droit de lire « ${path} » : donnez ce droit à son utilisateur (${KIOSK_USER} sur un écran sans bureau), ou choisissez un autre dossier.`;

/** The exit code of a look that finds the folder closed: one that no command ends with when it fails itself. */
const CLOSED = 9;

/** root reads every folder: it is the user of the kiosk who tries. True where that cannot be tried. */
function isReadByKiosk(path: string): Promise<boolean> {
  const asKiosk = [`--reuid=${KIOSK_USER}`, `--regid=${KIOSK_USER}`, '--init-groups'];
  const look = ['sh', '-c', `[ -r "$1" ] && [ -x "$1" ] || exit ${CLOSED}`, 'sh', path];
  return new Promise((resolve) => {
    execFile('setpriv', [...asKiosk, ...look], (error) => resolve(error?.code !== CLOSED));
  });
}

/** Makes the folder; where root makes it, the user of the kiosk owns it, and its group may fill it too. */
async function make(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined || !standsForKiosk()) return;
  const kiosk = await stat(KIOSK_HOME);
  await chown(path, kiosk.uid, kiosk.gid);
  await chmod(path, 0o2775);
}

function refusal(message: string): ContentChoice {
  return { ok: false, message };
}
