import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertKept } from './kept-failures.ts';

test('a case that fails is kept in its smallest form, and asked first the next time', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'kept-'));
  const asked: number[] = [];
  const run = fc.property(fc.integer({ min: 0 }), (value) => {
    asked.push(value);
    return value < 50;
  });
  await expect(assertKept('small', run, { directory, numRuns: 1000 })).rejects.toThrow('[50]');
  expect(JSON.parse(readFileSync(join(directory, 'small.json'), 'utf8'))).toEqual([[50]]);
  asked.length = 0;
  await expect(assertKept('small', run, { directory, numRuns: 1000 })).rejects.toThrow('[50]');
  expect(asked[0]).toBe(50);
  rmSync(directory, { recursive: true });
});
