import { type Fault, fault } from '../../faults/fault.ts';

/** Files that staff drop in good faith and the screen does not show, with the way out of the program that made them. */
interface ForeignFiles {
  /** With the dot, in small letters; of any length. */
  readonly endings?: readonly string[];
  /** More endings, of documents that macOS may keep as a folder, and shows as one file. */
  readonly packages?: readonly string[];
  readonly message: string;
  readonly advice: string;
}

const FOREIGN: readonly ForeignFiles[] = [
  {
    endings: [
      ...['.avi', '.wmv', '.mpg', '.mpeg', '.flv', '.ogv', '.mts', '.m2ts', '.vob'],
      ...['.ts', '.asf', '.divx', '.f4v', '.mxf', '.rm', '.rmvb', '.dv', '.mod', '.tod', '.lrv', '.insv'],
    ],
    message: 'Cette vidéo est dans un format que l’écran ne lit pas.',
    advice: 'Exportez-la en « MP4, H.264 », puis déposez le nouveau fichier.',
  },
  {
    endings: ['.srt', '.vtt', '.ass', '.ssa', '.sub', '.idx', '.sbv', '.ttml', '.dfxp'],
    message: 'Ce sont les sous-titres d’une vidéo : ils ne sont pas montrés.',
    advice:
      'L’écran est muet : s’ils comptent, incrustez-les dans l’image du film (Clipchamp, HandBrake…), puis retirez ce fichier.',
  },
  {
    endings: ['.lnk', '.desktop', '.website'],
    message: 'C’est un raccourci, et non le fichier lui-même.',
    advice: 'Copiez dans ce dossier le fichier auquel il mène.',
  },
  {
    endings: ['.fods', '.xlsb', '.xlt', '.xltx', '.xltm', '.xlam', '.wk1', '.sxc', '.dif', '.slk'],
    packages: ['.numbers'],
    message: 'Les classeurs de ce format ne s’affichent pas.',
    advice: 'Enregistrez-le au format Excel (« .xlsx »), puis déposez le nouveau fichier.',
  },
  {
    packages: ['.pages', '.key'],
    message: 'Les documents de Pages et de Keynote ne s’affichent pas.',
    advice: 'Exportez-le en PDF (menu « Fichier », « Exporter vers », « PDF »), puis déposez le PDF.',
  },
  {
    endings: ['.gdoc', '.gsheet', '.gslides', '.gdraw', '.gform', '.gjam', '.gmap', '.gsite', '.glink'],
    message: 'C’est un raccourci vers un document de Google Drive, et non le document lui-même.',
    advice: 'Ouvrez-le, téléchargez-le en PDF (menu « Fichier », « Télécharger »), puis déposez le PDF.',
  },
  {
    // What Nextcloud, ownCloud, iCloud and odrive leave in place of a file whose content is still on their server.
    endings: ['.nextcloud', '.owncloud', '.icloud', '.cloud', '.cloudf'],
    message: 'Ce fichier est resté sur le serveur : seul son nom est arrivé dans ce dossier.',
    advice:
      'Sur le poste qui synchronise, faites un clic droit dessus et choisissez « Toujours conserver sur cet appareil » (ou « Télécharger »).',
  },
  {
    // What an iPhone, cameras and programs for photos note beside a photo.
    endings: ['.aae', '.xmp', '.thm', '.dop', '.pp3', '.on1', '.lrtpl', '.arp', '.cos', '.rmd'],
    message:
      'Ce sont les réglages d’une photo, notés à part par un appareil ou un logiciel, et non la photo elle-même.',
    advice:
      'Retirez ce fichier : la photo, si elle est ici, passe sans lui. Si elle y est retouchée, exportez-la en JPEG.',
  },
  {
    endings: ['.bak', '.old', '.orig', '.bkp', '.backup', '.sav', '.prev'],
    message: 'C’est l’ancienne version d’un fichier, qu’un logiciel a gardée.',
    advice: 'Retirez-la ou, si c’est elle qu’il faut montrer, rendez-lui sa fin, par exemple « .jpg » ou « .docx ».',
  },
  {
    packages: ['.photoslibrary', '.photolibrary', '.aplibrary', '.migratedphotolibrary'],
    message: 'C’est une photothèque entière, et non une photo.',
    advice: 'Ouvrez-la, exportez en JPEG les photos à montrer, puis déposez-les ici.',
  },
  {
    packages: ['.imovielibrary', '.imovieproject', '.fcpbundle', '.theater', '.rcproject'],
    message: 'C’est le projet d’un logiciel de montage, et non une vidéo.',
    advice: 'Exportez le film en « MP4, H.264 » depuis ce logiciel, puis déposez-le ici.',
  },
  {
    endings: ['.gpx', '.kml', '.kmz', '.tcx', '.geojson'],
    message: 'C’est un parcours pour une carte ou un GPS.',
    advice: 'Faites une image de la carte, puis déposez-la ici.',
  },
  {
    endings: ['.zip', '.rar', '.7z', '.tar', '.gz', '.tgz'],
    message: 'C’est une archive : ce qu’elle contient ne s’affiche pas.',
    advice: 'Ouvrez-la, et déposez les fichiers qu’elle contient.',
  },
  {
    endings: [
      ...['.psd', '.psb', '.ai', '.eps', '.indd', '.xcf', '.kra', '.cdr', '.afphoto', '.afdesign', '.afpub'],
      ...['.sketch', '.procreate', '.drawio', '.excalidraw', '.emf', '.wmf'],
    ],
    packages: ['.pxm', '.pxd', '.graffle'],
    message: 'C’est le fichier de travail d’un logiciel de dessin.',
    advice: 'Exportez-le en PNG ou en PDF depuis ce logiciel, puis déposez le résultat.',
  },
  {
    endings: [
      ...['.cr2', '.cr3', '.nef', '.arw', '.dng', '.orf', '.rw2', '.raf', '.jp2', '.jxl'],
      ...[
        '.ico',
        '.tga',
        '.heics',
        '.avifs',
        '.jpf',
        '.jpx',
        '.j2k',
        '.hdr',
        '.exr',
        '.pcx',
        '.dds',
        '.qoi',
        '.ppm',
        '.pgm',
      ],
      ...['.srw', '.pef', '.nrw', '.crw', '.3fr', '.iiq', '.x3f', '.rwl', '.erf', '.mrw', '.raw', '.gpr', '.insp'],
    ],
    message: 'Cette photo est dans un format que l’écran ne lit pas.',
    advice: 'Exportez-la en JPEG, puis déposez le nouveau fichier.',
  },
  {
    endings: [
      ...['.pub', '.odg', '.vsdx', '.xps', '.oxps', '.dotx', '.ott', '.otp'],
      ...['.wps', '.one', '.onetoc2', '.fodt', '.fodp', '.fodg'],
      ...['.potx', '.odm', '.epub', '.textclipping', '.dot', '.dotm', '.pot', '.potm', '.ots', '.wpd', '.djvu'],
      ...['.mpp', '.vsd', '.mobi', '.azw3', '.ps', '.tex'],
    ],
    packages: ['.rtfd'],
    message: 'Ce genre de document ne s’affiche pas.',
    advice: 'Exportez-le en PDF (menu « Fichier »), puis déposez le PDF.',
  },
  {
    endings: ['.ical', '.icalendar', '.ifb', '.vcs'],
    message: 'C’est un agenda, sous une fin de nom que l’écran ne lit pas.',
    advice: 'Renommez-le pour que son nom finisse par « .ics », ou exportez l’agenda au format iCalendar (« .ics »).',
  },
  {
    endings: ['.vcf', '.vcard'],
    message: 'C’est une carte de contact : l’écran ne montre pas de coordonnées.',
    advice: 'Retirez ce fichier, et annoncez la personne ou le service par une affiche.',
  },
  {
    endings: ['.eml', '.msg', '.mbox'],
    message: 'C’est un courriel, et non un document.',
    advice: 'Enregistrez ici sa pièce jointe, ou copiez son texte dans un fichier « .txt ».',
  },
  {
    endings: ['.html', '.htm', '.xhtml', '.mht', '.mhtml', '.webarchive'],
    message: 'Les pages web ne s’affichent pas.',
    advice: 'Imprimez la page en PDF depuis le navigateur, puis déposez le PDF.',
  },
  {
    endings: ['.mp3', '.wav', '.m4a', '.ogg', '.oga', '.flac', '.aac', '.wma', '.mid'],
    packages: ['.band', '.logicx'],
    message: 'L’écran est muet : un son n’y passe pas.',
    advice: 'Retirez ce fichier, et annoncez-le par une affiche.',
  },
  {
    endings: [
      ...['.exe', '.msi', '.bat', '.cmd', '.com', '.dll', '.jar', '.apk', '.dmg', '.iso'],
      ...['.js', '.vbs', '.ps1', '.sh', '.command', '.appimage'],
    ],
    packages: ['.app', '.pkg'],
    message: 'C’est un programme : il n’est ni ouvert, ni montré.',
    advice: 'Retirez-le de ce dossier.',
  },
];

const BY_ENDING: ReadonlyMap<string, ForeignFiles> = new Map(
  FOREIGN.flatMap((files) =>
    [...(files.endings ?? []), ...(files.packages ?? [])].map((ending) => [ending, files] as const),
  ),
);
const PACKAGES: ReadonlySet<string> = new Set(FOREIGN.flatMap(({ packages }) => packages ?? []));

/** Whether files with this ending (with its dot, in small letters) are known, and not shown. */
export const isForeignEnding = (ending: string): boolean => BY_ENDING.has(ending);

/** Whether a folder with this ending is a document of macOS, shown there as one file: what is in it is none of ours. */
export const isPackage = (ending: string): boolean => PACKAGES.has(ending);

/** What is wrong with a file that is not shown, and what to do, by its ending (with its dot, in small letters). */
export function foreignFault(ending: string): Fault {
  const { message, advice } =
    ending === '' || ending === '.'
      ? NO_ENDING
      : (BY_ENDING.get(ending) ?? {
          message: `Les fichiers « ${ending} » ne s’affichent pas.`,
          advice: 'Exportez-le en JPEG, en PDF ou en MP4, puis déposez le résultat.',
        });
  return fault('unknown-kind', message, advice);
}

const NO_ENDING = {
  message: 'Le nom de ce fichier ne dit pas de quel genre il est.',
  advice: 'Ajoutez-lui sa fin, par exemple « .jpg » ou « .pdf ».',
};
