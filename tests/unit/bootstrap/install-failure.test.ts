import { describe, expect, it } from 'vitest';
import { installFailure } from '../../../main/bootstrap/install-failure.mjs';

/** Standard error of npm 11 behind a proxy that signs TLS with a certificate of its own. */
const PROXY = `npm error code SELF_SIGNED_CERT_IN_CHAIN
npm error errno SELF_SIGNED_CERT_IN_CHAIN
npm error request to https://registry.npmjs.org/yaml failed, reason: self-signed certificate in certificate chain
`;

describe('an installation of the packages that fails', () => {
  it('behind a proxy that re-signs TLS says how to name its certificate', () => {
    const codes = [
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ];
    for (const said of [PROXY, ...codes.map((code) => `npm error code ${code}\n`)]) {
      expect(installFailure(said)).toContain('NODE_EXTRA_CA_CERTS=/chemin/du/certificat.pem npm start');
    }
  });

  it('tells a full disk and a registry that does not answer apart', () => {
    expect(installFailure('npm error code ENOSPC\n')).toContain('le disque est plein');
    expect(installFailure('npm error code ENOTFOUND\n')).toContain('HTTPS_PROXY');
    expect(installFailure('npm error code E404\n')).toContain('vérifiez l’accès au registre npm');
  });

  it('is one sentence after its beginning, without a line break', () => {
    for (const said of [PROXY, 'ENOSPC', 'ENOTFOUND', '']) {
      expect(installFailure(said)).toMatch(/^l’installation des paquets a échoué\s: [^\n]*\.$/);
    }
  });
});
