import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
          // No test asserts a time: a machine under load is slow, not wrong.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          sequence: { groupOrder: 1 },
          globalSetup: ['packages/db/src/testing/global-setup.ts'],
          include: [
            'packages/**/*.db.test.ts',
            'apps/**/*.db.test.ts',
            'tests/{agreement,derive,faults,sync}/**/*.db.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
    ],
  },
});
