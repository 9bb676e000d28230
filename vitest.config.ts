import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['src/**/*.test.ts', 'searches/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // No answer of a test depends on how fast the machine is: what is slow is waited for.
    expect: { poll: { timeout: 30_000 } },
    pool: 'threads',
    maxWorkers: 2,
    // Whatever a test opens or keeps stays out of the folders of whoever runs it.
    env: {
      SPILLWAY_STATE: join(tmpdir(), `spillway-test-state-${process.pid}`),
      // A run that finds what another test simulated proves nothing about simulating; tests of keeping name a folder.
      SPILLWAY_CACHE: 'off',
    },
  },
});
