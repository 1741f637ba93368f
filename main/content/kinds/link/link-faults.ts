import { fault } from '../../faults/fault.ts';

export const noAddress = () =>
  fault(
    'link-none',
    'Ce raccourci ne mène à aucune page du web.',
    'Copiez dans ce dossier le fichier auquel il mène, ou écrivez l’adresse de la page dans un fichier « .txt ».',
  );

export const secretAddress = () =>
  fault(
    'link-secret',
    'L’adresse de ce lien contient un nom d’utilisateur ou un mot de passe : elle n’est pas montrée.',
    'Donnez un lien public, que tout le monde peut ouvrir.',
  );

/** A warning: the code is shown. */
export const insideAddress = (host: string) =>
  fault(
    'link-inside',
    `L’adresse « ${host} » ne s’ouvre que dans le réseau de l’établissement : un téléphone n’y arrive sans doute pas.`,
    'Donnez un lien public, que tout le monde peut ouvrir.',
  );
