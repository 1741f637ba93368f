import { defineConfig } from 'vitest/config';

/** Unit tests mirror `main/` and `renderer/`. The files of the sample content are among what they read. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // Three even where two cores are left: much of the time goes to waiting for browsers and pauses.
    maxWorkers: 3,
    // Nothing is measured by it: on a busy machine, three hundred generated documents take twenty seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // How long `expect.poll` waits; of itself it gives up after a second, in which a busy machine does not even start a process.
    expect: { poll: { timeout: 30_000 } },
    // Whatever the machine's zone, the wall's is its own: a zone that is neither Paris nor UTC shows who forgot.
    env: { TZ: 'Pacific/Auckland' },
  },
});
