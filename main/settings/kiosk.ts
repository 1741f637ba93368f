import { existsSync } from 'node:fs';
import { join } from 'node:path';

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
