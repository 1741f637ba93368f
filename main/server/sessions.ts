import { createHash } from 'node:crypto';
import { Signer } from '@fastify/cookie';
import { isCode, type KeptCode, readKeptCode } from '../settings/access-code.ts';

/** A session ends after eight days: a page that is left open for a week still answers. */
export const SESSION_SECONDS = 8 * 24 * 3_600;

/** Who has given the code of the régie. Nothing is remembered but in the signed cookie: a restart ends no session. */
export interface Sessions {
  /** Whether a code has been set: without one nobody gets in from the network. */
  hasCode(): Promise<boolean>;
  /** The value of a new session's cookie; null where the code is wrong. */
  open(code: string): Promise<string | null>;
  /** Whether this cookie is of a session that was opened with the present code, and has not ended. */
  isOpen(cookie: string): Promise<boolean>;
  /** Whether this is the code, found right before: programs send it with each request, and scrypt is slow on purpose. */
  isKnown(code: string): Promise<boolean>;
}

const signerOf = ({ secret }: KeptCode) => new Signer(secret);

export function createSessions(stateDir: string, nowMs: () => number = Date.now): Sessions {
  /** Digest of the last right code, with the salt that it was right with. */
  let known = '';
  const digestOf = (code: string, { salt }: KeptCode) => createHash('sha256').update(`${salt}\0${code}`).digest('hex');
  return {
    hasCode: async () => (await readKeptCode(stateDir)) !== null,
    async open(code) {
      const kept = await readKeptCode(stateDir);
      if (kept === null || code.length > 80 || !(await isCode(code, kept))) return null;
      known = digestOf(code, kept);
      return signerOf(kept).sign(String(nowMs() + SESSION_SECONDS * 1000));
    },
    async isOpen(cookie) {
      const kept = await readKeptCode(stateDir);
      if (kept === null) return false;
      const { valid, value } = signerOf(kept).unsign(cookie);
      return valid && value !== null && Number(value) > nowMs();
    },
    async isKnown(code) {
      const kept = await readKeptCode(stateDir);
      return kept !== null && known !== '' && digestOf(code, kept) === known;
    },
  };
}
