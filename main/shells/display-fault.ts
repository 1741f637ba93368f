/** What keeps a browser from opening its window; `unknown` where it does not say. */
type DisplayFaultCause = 'sandbox' | 'profile' | 'display' | 'gpu' | 'unknown';

/** Why no window opens, as the browser itself tells it. */
export interface DisplayFault {
  readonly cause: DisplayFaultCause;
  /** The browser's own lines that tell it, shortened; empty where it said nothing. */
  readonly quote: string;
}

/** Characters of the browser's own words that are quoted. */
const MAX_QUOTE = 400;
/** Lines that are quoted of a browser that gives no known reason. */
const MAX_UNKNOWN_LINES = 3;

/**
 * The words by which Chromium 156, and Electron with it, names each cause on its standard error; for the profile, also the
 * system's errors that keep us from making it. The order counts: a browser without its profile also complains of other things.
 */
const SIGNS: readonly (readonly [DisplayFaultCause, RegExp])[] = [
  [
    'sandbox',
    /No usable sandbox|without --no-sandbox is not supported|SUID sandbox helper binary was found, but is not/,
  ],
  [
    'profile',
    /SingletonLock|ProcessSingleton|Failed To Create Data Directory|profile appears to be in use|\b(?:EACCES|EPERM|EROFS|ENOTDIR|ENOSPC)\b/,
  ],
  [
    'display',
    /Missing X server|platform failed to initialize|cannot open display|Failed to connect to Wayland|no authorization protocol/i,
  ],
  ['gpu', /GPU process isn't usable|GPU process launch failed/],
];

/** Chromium always complains of these on a machine without a desktop: they explain nothing. */
const NOISE = /dbus|zygote_communication|zygote_linux|unexpected operator|vaapi|drm_render_node/;

/** Finds the cause in what a browser wrote on its standard error before it died. */
export function displayFaultIn(said: string): DisplayFault {
  const lines = said.split('\n').map(withoutPrefix).filter(Boolean);
  for (const [cause, sign] of SIGNS) {
    const line = lines.find((each) => sign.test(each));
    if (line !== undefined) return { cause, quote: line.slice(0, MAX_QUOTE) };
  }
  const telling = lines.filter((line) => !NOISE.test(line)).slice(-MAX_UNKNOWN_LINES);
  return { cause: 'unknown', quote: telling.join(' / ').slice(0, MAX_QUOTE) };
}

/** `[24108:24108:1126/033124.786830:ERROR:some/file.cc:103] Words` without the numbers of process, thread and time. */
function withoutPrefix(line: string): string {
  return line.replace(/^\[\d+:\d+:\d+\/[\d.]+:/, '[').trim();
}

/** What the sentences name. */
export interface DisplayFaultPlace {
  /** The value of DISPLAY, empty where it is not set. */
  readonly display: string;
  /** Absolute path of the browser's profile. */
  readonly profile: string;
}

/** One French sentence for each cause: what is wrong, and what the technician can do. */
const SENTENCES: Readonly<Record<DisplayFaultCause, (place: DisplayFaultPlace) => string>> = {
  sandbox: () =>
    'Le navigateur refuse de s’ouvrir sans son bac à sable : installez le paquet chromium-sandbox (Debian : apt-get install chromium-sandbox), ou autorisez les espaces de noms des utilisateurs (Ubuntu : sysctl kernel.apparmor_restrict_unprivileged_userns=0).',
  profile: ({ profile }) =>
    `Le navigateur ne peut pas se servir de son profil : vérifiez que le dossier « ${profile} » peut être écrit et qu’il reste de la place sur le disque, ou donnez un autre dossier à --state.`,
  display: ({ display }) =>
    `L’écran ne s’ouvre pas : vérifiez qu’une session graphique est ouverte et que Préau a le droit d’y afficher (DISPLAY=${display}).`,
  gpu: () =>
    'Le navigateur n’arrive pas à dessiner avec la carte graphique de cette machine : mettez ses pilotes à jour, ou essayez une autre machine.',
  unknown: () =>
    'Le navigateur se ferme avant d’avoir affiché quoi que ce soit : réinstallez-le, ou essayez-en un autre.',
};

/** The sentence for the person at the machine, with the browser's own words. */
export function displayFaultSentence({ cause, quote }: DisplayFault, place: DisplayFaultPlace): string {
  const own = quote === '' ? '' : ` Le navigateur dit : « ${quote} ».`;
  return `${SENTENCES[cause](place)}${own}`;
}
