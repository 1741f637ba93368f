import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NowBench, openNowBench } from '../../../support/prepare-now.ts';
import { SHARED_CASES } from '../../../support/shared-cases.ts';

/** A collection of outside files that were once shown wrongly; it is not a part of the product. */
const CASES = join(SHARED_CASES, 'media');
/** The fault of the few that are refused, by the first letters of their names. All others are shown. */
const REFUSED: Readonly<Record<string, string>> = {
  I117: 'tiff-compression',
  I118: 'tiff-compression',
  P054: 'document-blank',
  P055: 'pdf-xfa',
};

const names = existsSync(CASES) ? readdirSync(CASES).filter((name) => /^[ISP]\d{3}/.test(name)) : [];

describe.skipIf(names.length === 0)('pictures, drawings and PDFs of public collections', () => {
  let bench: NowBench;
  beforeAll(async () => {
    bench = await openNowBench();
  });
  afterAll(() => bench.close());

  it.each(names)('%s is shown at once, or refused with its own sentence', async (name) => {
    const prepared = await bench.prepare(name, readFileSync(join(CASES, name)));
    const code = REFUSED[name.slice(0, 4)];
    expect(prepared.ok ? undefined : prepared.fault.code).toBe(code);
  });
});
