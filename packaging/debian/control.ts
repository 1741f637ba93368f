/** Debian's names of the processors that packages are made for. */
export const ARCHITECTURES = ['amd64', 'arm64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** What `package.json` says that the package says too. */
export interface Product {
  readonly version: string;
  readonly description: string;
  readonly homepage: string;
  readonly author: string;
}

/**
 * The fields of `package.json` that still name no real address: the project has none, and whoever publishes packages sets his
 * own there, the only place where they stand. The domain `.example` belongs to nobody (RFC 2606).
 */
export function placeholdersIn({ homepage, author }: Pick<Product, 'homepage' | 'author'>): string[] {
  return Object.entries({ homepage, author }).flatMap(([key, value]) => (/\.example\b/u.test(value) ? [key] : []));
}

/**
 * The file `control`. The browser is the only thing that Préau cannot bring: it must get its security updates from the
 * distribution. What a kiosk or an office document needs is recommended, because a desktop machine has its own.
 */
export function controlFile(
  { version, description, homepage, author }: Product,
  arch: Architecture,
  bytes: number,
): string {
  const fields = {
    Package: 'preau',
    Version: version,
    Architecture: arch,
    Maintainer: author,
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: 'chromium | google-chrome-stable, adduser, libc6 (>= 2.28), libstdc++6',
    Recommends:
      'labwc | cage, xwayland, seatd, wlopm, wlr-randr, libreoffice-writer-nogui, libreoffice-calc-nogui, libreoffice-impress-nogui',
    Suggests: 'cec-utils, cifs-utils, x11-xserver-utils',
    Section: 'misc',
    Priority: 'optional',
    Homepage: homepage,
    Description: description,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return `${[...lines, ...LONG_DESCRIPTION].join('\n')}\n`;
}

const LONG_DESCRIPTION = [
  ' Staff drop files into a folder: photos, PDF, Office documents, calendars.',
  ' Préau shows the slides of the day on the screen of the hall, and changes its',
  ' programme with the date. It runs for months with nobody touching it, as a',
  ' service of a desktop session or alone on a machine without a desktop.',
];
