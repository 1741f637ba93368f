import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { skipBecause } from './skip-because.ts';

/** Inputs that failed once and are not ours to publish; they are kept beside the repository. */
export const SHARED_CASES = join(import.meta.dirname, '../../../shared/cases');

/** A case by its folder and name. Skips the test where the cases are not there. */
export async function sharedCase(context: TestContext, folder: string, name: string): Promise<Buffer> {
  const bytes = await readFile(join(SHARED_CASES, folder, name)).catch(() => null);
  return bytes ?? skipBecause(context, 'the shared cases are not beside the repository');
}
