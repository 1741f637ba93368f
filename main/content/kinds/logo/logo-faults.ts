import { SITE_FILE } from '../../../settings/site.ts';
import { fault, problemOf, quoted } from '../../faults/fault.ts';

/** The logo that the settings name is not in the folder. */
export const logoMissing = (written: string) =>
  problemOf(
    SITE_FILE,
    'warning',
    fault(
      'logo-missing',
      `Le logo ${quoted(written)} est introuvable dans le dossier : le bandeau s’en passe.`,
      'Vérifiez son nom, avec sa terminaison (.png, .svg…). Un nom qui commence par un point ou un trait bas est laissé de côté.',
    ),
  );

/** The file that the settings name as logo is no picture. */
export const logoNoPicture = () =>
  fault(
    'logo-no-picture',
    'Le logo n’est pas une image : le bandeau s’en passe.',
    'Enregistrez-le en PNG ou en SVG, et écrivez ce nom après « logo: » dans preau.yml.',
  );
