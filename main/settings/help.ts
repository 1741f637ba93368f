import { MACHINE_KEYS, MACHINE_SETTINGS } from './machine-settings.ts';

const option = (written: string, help: string): string => `  ${written.padEnd(19)} ${help}`;

/** What `preau --help` prints. */
export const HELP = `Préau : l’écran du hall. On dépose un fichier dans le dossier de contenu, il est au mur.

  preau start       sert le programme et l’affiche
  preau setup       demande où est le dossier de contenu, et le retient
  preau check       lit le dossier une fois et dit ce qui ne va pas (--json)
  preau programme   dit ce qui passe à l’écran (--at, --screen, --json)
  preau config      dit chaque réglage et d’où il vient (--json)
  preau version     dit la version de Préau
  preau code        donne un nouveau code pour la régie, depuis le réseau

Options
${[
  ...MACHINE_KEYS.map((key) => option(`--${key} ${MACHINE_SETTINGS[key].argument}`, MACHINE_SETTINGS[key].help)),
  option('--at DATE', 'fait comme si l’on était à cette date : 2026-05-05 ou 2026-05-05T09:00'),
  option('--json', 'écrit du JSON (check, programme et config)'),
  option('--help', 'cette aide'),
].join('\n')}

Hors --at, --json et --help, chaque option s’écrit aussi dans le fichier preau.conf (« port = 8420 ») ou dans une variable
d’environnement (PREAU_PORT=8420). La ligne de commande compte plus que les variables, et elles plus que les fichiers.
`;
