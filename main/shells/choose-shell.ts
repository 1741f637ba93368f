import type { ShellName } from '../settings/settings.ts';

/** What this machine has to open a display with. */
export interface Means {
  /** Whether there is a display at all. */
  readonly display: boolean;
  /** Path of Electron's binary. */
  readonly electron: string | null;
  /** Path of a Chrome, Chromium or Edge. */
  readonly browser: string | null;
}

export type Choice =
  | { readonly shell: 'electron' | 'chromium'; readonly executable: string }
  /** `why`: a French sentence for the person who started it; null where « none » was asked for. */
  | { readonly shell: 'none'; readonly why: string | null }
  /** The shell that was asked for cannot run here: a French sentence that says what to do. */
  | { readonly shell: 'refused'; readonly message: string };

const INSTALL_ONE = 'installez Chromium, Chrome ou Edge (Debian, Ubuntu : apt-get install chromium)';
const NO_DISPLAY = 'Aucun affichage n’est ouvert sur cette machine (DISPLAY et WAYLAND_DISPLAY sont vides)';

/** Decides which shell opens the display: `auto` takes the first that can run. */
export function chooseShell(wanted: ShellName, means: Means): Choice {
  if (wanted === 'none') return { shell: 'none', why: null };
  if (wanted !== 'auto') return demanded(wanted, means);
  if (!means.display) return { shell: 'none', why: `${NO_DISPLAY} : ouvrez l’adresse ci-dessus dans un navigateur.` };
  if (means.electron) return { shell: 'electron', executable: means.electron };
  if (means.browser) return { shell: 'chromium', executable: means.browser };
  return {
    shell: 'none',
    why: `Aucun navigateur n’est là pour afficher : ${INSTALL_ONE}, ou ouvrez l’adresse ci-dessus sur un autre poste.`,
  };
}

function demanded(shell: 'electron' | 'chromium', { display, electron, browser }: Means): Choice {
  const executable = shell === 'electron' ? electron : browser;
  if (!display) return { shell: 'refused', message: `${NO_DISPLAY} : ouvrez une session, ou ajoutez --shell none.` };
  if (executable) return { shell, executable };
  const message =
    shell === 'electron'
      ? 'Electron n’a pas pu être téléchargé : relancez avec --shell chromium ou --shell none.'
      : `Aucun navigateur n’est là pour --shell chromium : ${INSTALL_ONE}.`;
  return { shell: 'refused', message };
}
