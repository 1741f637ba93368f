import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { lchown, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { errorCode } from '../lib/error-code.ts';
import { writeFileAtomically } from '../lib/write-file-atomically.ts';

const FILE = 'code.json';
/** Letters and digits that nobody takes for one another, on paper or on the telephone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;
const KEY_BYTES = 32;
/** Costs of scrypt: 16 MB and some 50 ms a try. */
const COSTS = { N: 16_384, r: 8, p: 1 };

const scryptKey = promisify<string, Buffer, number, typeof COSTS, Buffer>(scrypt);

const schema = z.object({ salt: z.string(), key: z.string(), secret: z.string() });

/** What is kept of the code of the régie: a digest, and the secret that signs the sessions which it opened. */
export type KeptCode = z.infer<typeof schema>;

/** A code as people type it: capitals, hyphens and spaces do not matter. */
const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/gu, '');

const keyOf = (code: string, salt: string): Promise<Buffer> =>
  scryptKey(plain(code), Buffer.from(salt, 'base64'), KEY_BYTES, COSTS);

/** « K7QM-3XPD-W2RA » */
export function newCode(): string {
  const sign = () => SIGNS[randomInt(SIGNS.length)] ?? '';
  const group = () => Array.from({ length: GROUP_LENGTH }, sign).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The code kept in a state folder; null where there is none, or the file is not ours: nobody gets in then. */
export async function readKeptCode(stateDir: string): Promise<KeptCode | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(join(stateDir, FILE), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Keeps a code in place of the one before; sessions that the one before opened are over. */
export async function keepCode(stateDir: string, code: string): Promise<void> {
  const salt = randomBytes(16).toString('base64');
  const key = (await keyOf(code, salt)).toString('base64');
  const secret = randomBytes(32).toString('base64');
  const kept: KeptCode = { salt, key, secret };
  const file = join(stateDir, FILE);
  await writeFileAtomically(file, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  if (process.getuid?.() !== 0) return;
  // Made by root for the kiosk, whose folder it is and who must be able to read it. A link that it put there is not followed.
  const { uid, gid } = await stat(stateDir);
  await lchown(file, uid, gid);
}

/** Whether this is the code that is kept. */
export async function isCode(written: string, { salt, key }: KeptCode): Promise<boolean> {
  return timingSafeEqual(await keyOf(written, salt), Buffer.from(key, 'base64'));
}
