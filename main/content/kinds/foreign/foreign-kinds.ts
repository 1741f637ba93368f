/** Advice for what staff drop in good faith and the screen does not show: the way out of the program that made it. */
const FOREIGN: readonly { readonly endings: readonly string[]; readonly message: string; readonly advice: string }[] = [
  {
    endings: ['.avi', '.mkv', '.wmv', '.mpg', '.mpeg', '.flv', '.3gp', '.ogv', '.mts', '.m2ts', '.vob'],
    message: 'Cette vidéo est dans un format que l’écran ne lit pas.',
    advice: 'Exportez-la en « MP4, H.264 », puis déposez le nouveau fichier.',
  },
  {
    endings: ['.url', '.lnk', '.webloc', '.desktop', '.website'],
    message: 'C’est un raccourci, et non le fichier lui-même.',
    advice: 'Copiez dans ce dossier le fichier auquel il mène.',
  },
  {
    endings: ['.xlsx', '.xls', '.xlsm', '.ods', '.numbers'],
    message: 'Les classeurs ne s’affichent pas.',
    advice: 'Pour un agenda, enregistrez-le en CSV avec une ligne de titres ; sinon, exportez-le en PDF.',
  },
  {
    endings: ['.pages', '.key'],
    message: 'Les documents de Pages et de Keynote ne s’affichent pas.',
    advice: 'Exportez-le en PDF (menu « Fichier », « Exporter vers », « PDF »), puis déposez le PDF.',
  },
  {
    endings: ['.zip', '.rar', '.7z', '.tar', '.gz', '.tgz'],
    message: 'C’est une archive : ce qu’elle contient ne s’affiche pas.',
    advice: 'Ouvrez-la, et déposez les fichiers qu’elle contient.',
  },
  {
    endings: ['.psd', '.psb', '.ai', '.eps', '.indd', '.xcf', '.kra', '.cdr', '.afphoto', '.afdesign', '.afpub'],
    message: 'C’est le fichier de travail d’un logiciel de dessin.',
    advice: 'Exportez-le en PNG ou en PDF depuis ce logiciel, puis déposez le résultat.',
  },
  {
    endings: ['.cr2', '.cr3', '.nef', '.arw', '.dng', '.orf', '.rw2', '.raf', '.jp2', '.jxl'],
    message: 'Cette photo est dans un format que l’écran ne lit pas.',
    advice: 'Exportez-la en JPEG, puis déposez le nouveau fichier.',
  },
  {
    endings: [
      '.pub',
      '.odg',
      '.vsdx',
      '.xps',
      '.oxps',
      '.pps',
      '.ppsx',
      '.pptm',
      '.docm',
      '.dotx',
      '.ott',
      '.otp',
      '.rtf',
      '.wps',
      '.one',
    ],
    message: 'Ce genre de document ne s’affiche pas.',
    advice: 'Exportez-le en PDF (menu « Fichier »), puis déposez le PDF.',
  },
  {
    endings: ['.eml', '.msg', '.mbox'],
    message: 'C’est un courriel, et non un document.',
    advice: 'Enregistrez ici sa pièce jointe, ou copiez son texte dans un fichier « .txt ».',
  },
  {
    endings: ['.html', '.htm', '.mht', '.mhtml'],
    message: 'Les pages web ne s’affichent pas.',
    advice: 'Imprimez la page en PDF depuis le navigateur, puis déposez le PDF.',
  },
  {
    endings: ['.mp3', '.wav', '.m4a', '.ogg', '.oga', '.flac', '.aac', '.wma', '.mid'],
    message: 'L’écran est muet : un son n’y passe pas.',
    advice: 'Retirez ce fichier, et annoncez-le par une affiche.',
  },
  {
    endings: [
      '.exe',
      '.msi',
      '.bat',
      '.cmd',
      '.com',
      '.dll',
      '.jar',
      '.app',
      '.apk',
      '.dmg',
      '.iso',
      '.js',
      '.vbs',
      '.ps1',
      '.sh',
    ],
    message: 'C’est un programme : il n’est ni ouvert, ni montré.',
    advice: 'Retirez-le de ce dossier.',
  },
];

/** What is wrong with a file of no kind that is shown, and what to do, by its ending (with its dot, in small letters). */
export function foreignKind(ending: string): { readonly message: string; readonly advice: string } {
  if (ending === '' || ending === '.') {
    return {
      message: 'Le nom de ce fichier ne dit pas de quel genre il est.',
      advice: 'Ajoutez-lui sa fin, par exemple « .jpg » ou « .pdf ».',
    };
  }
  const known = FOREIGN.find(({ endings }) => endings.includes(ending));
  const message = `Les fichiers « ${ending} » ne s’affichent pas.`;
  return known ?? { message, advice: 'Exportez-le en JPEG, en PDF ou en MP4, puis déposez le résultat.' };
}
