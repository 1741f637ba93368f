/** Codes of Node's TLS (OpenSSL's names of verification errors) for a certificate that it cannot trace to one it knows. */
const UNKNOWN_CERTIFICATE =
  /\b(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_UNTRUSTED)\b/;

/** Reasons for which `npm ci` fails, by what it says, each with a French sentence. */
const REASONS = [
  {
    sign: UNKNOWN_CERTIFICATE,
    sentence:
      'le certificat du registre npm n’est pas reconnu : un proxy le signe sans doute à sa manière. Demandez le certificat de ce proxy, puis donnez son chemin : NODE_EXTRA_CA_CERTS=/chemin/du/certificat.pem npm start. Si « npm config get cafile » répond autre chose que « null », ajoutez-le plutôt à ce fichier.',
  },
  { sign: /\bENOSPC\b/, sentence: 'le disque est plein : libérez de la place, puis recommencez.' },
  {
    sign: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b/,
    sentence:
      'le registre npm ne répond pas : vérifiez la connexion à internet. Derrière un proxy, donnez son adresse : HTTPS_PROXY=http://adresse:port npm start.',
  },
];

/** Why the installation of the packages failed, in a French sentence. `said`: what npm wrote on standard error. */
export function installFailure(said) {
  const known = REASONS.find(({ sign }) => sign.test(said));
  const reason = known?.sentence ?? 'vérifiez l’accès au registre npm, puis recommencez.';
  return `l’installation des paquets a échoué : ${reason}`;
}
