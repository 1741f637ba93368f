import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { BY_DEFAULT, type Settled } from './machine-settings.ts';
import { isFolder } from './state-folder.ts';

/** Home of the user of the kiosk, which the Debian package makes. */
export const KIOSK_HOME = '/var/lib/preau';

/** The name of that user. */
export const KIOSK_USER = 'preau';

/** Whether this process is root beside a kiosk: whoever administers the wall then means the wall's settings, and not root's own. */
export const standsForKiosk = (): boolean => process.getuid?.() === 0 && existsSync(KIOSK_HOME);

/** Where the kiosk keeps what the first start has asked, and its state, in its home (the folders of XDG). */
export const kioskFolders = (home: string) => ({
  config: join(home, '.config/preau'),
  state: join(home, '.local/share/preau'),
});

/**
 * The state folder that a command is about: that of the kiosk where root asks beside one that has run, and nobody has named another.
 * `kioskHome`: null where root does not stand for a kiosk.
 */
export async function stateFolderOf(
  { settings, origins }: Pick<Settled, 'settings' | 'origins'>,
  kioskHome = standsForKiosk() ? KIOSK_HOME : null,
): Promise<string> {
  if (kioskHome === null || origins.state !== BY_DEFAULT) return settings.state;
  const { state } = kioskFolders(kioskHome);
  return (await isFolder(state)) ? state : settings.state;
}

/** There while a kiosk is to start with the machine (`systemctl enable`). */
const ENABLED = '/etc/systemd/system/graphical.target.wants/preau-kiosk.service';

/** Who types a command, and whether a kiosk starts with this machine. */
interface Typist {
  readonly isRoot: boolean;
  /** His home. */
  readonly home: string;
  readonly hasKiosk: boolean;
}

const typist = (): Typist => ({
  isRoot: process.getuid?.() === 0,
  home: homedir(),
  hasKiosk: existsSync(ENABLED),
});

/** What to tell a user of a kiosk's machine who types a command, which is then about his own account; null for anybody else. */
export function notOfKiosk(command: string, { isRoot, home, hasKiosk }: Typist = typist()): string | null {
  if (!hasKiosk || isRoot || home === KIOSK_HOME) return null;
  return `Ceci ne vaut que pour votre compte, et non pour l’écran de cette machine : pour lui, tapez « preau ${command} » en root.`;
}
