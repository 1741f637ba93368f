/** Why a machine does not write its state into the content folder, and what to do. */
export function shareFault(code: string): string {
  switch (code) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'Le dossier de contenu est en lecture seule pour cette machine\u00a0: son état n’y est pas écrit. Donnez à Préau le droit d’y écrire, ou réglez «\u00a0heartbeat = non\u00a0» dans preau.conf.';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'Le disque du dossier de contenu est plein\u00a0: l’état de cette machine n’y est pas écrit. Libérez de la place.';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'Un fichier s’appelle «\u00a0_écrans\u00a0» dans le dossier de contenu\u00a0: l’état de cette machine n’y est pas écrit. Supprimez ou renommez ce fichier.';
    default:
      return `L’état de cette machine n’est pas écrit dans le dossier de contenu (${code}). Vérifiez le partage et les droits d’écriture.`;
  }
}
