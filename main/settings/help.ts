/** What `preau --help` prints. */
export const HELP = `Préau : l’écran du hall. On dépose un fichier dans le dossier de contenu, il est au mur.

  preau start       sert le programme et l’affiche
  preau check       lit le dossier une fois et dit ce qui ne va pas (--json)
  preau programme   dit ce qui passe à l’écran (--at, --screen, --json)
  preau code        donne un nouveau code pour la régie, depuis le réseau

Options
  --content DOSSIER   le dossier de contenu (« content » sans cette option)
  --at DATE           fait comme si l’on était à cette date : 2026-05-05 ou 2026-05-05T09:00
  --screen NOM        le nom de l’écran
  --host ADRESSE      l’adresse d’écoute (127.0.0.1)
  --port NOMBRE       le port d’écoute (8420 ; 0 : n’importe lequel)
  --shell COQUE       auto, electron, chromium ou none (sert sans rien ouvrir)
  --state DOSSIER     le dossier de travail : réserve, dernier catalogue, profil du navigateur
  --json              écrit du JSON (check et programme)
  --help              cette aide
`;
