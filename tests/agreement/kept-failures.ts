/** Cases that once failed, shrunk: each is asked again before new ones are made up. A failing run adds its own. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

const DIRECTORY = join(import.meta.dirname, 'failures');

/** Runs a property over the cases kept under its name and then over made-up ones. */
export async function assertKept<Case extends unknown[]>(
  name: string,
  property: fc.IAsyncProperty<Case> | fc.IProperty<Case>,
  { directory = DIRECTORY, ...parameters }: fc.Parameters<Case> & { readonly directory?: string },
): Promise<void> {
  const file = join(directory, `${name}.json`);
  const kept = readCases<Case>(file);
  const found = await fc.check(property, { ...parameters, examples: kept });
  if (!found.failed) return;
  if (found.counterexample !== null) keepCase(file, found.counterexample, kept);
  throw new Error(fc.defaultReportMessage(found), { cause: found.errorInstance });
}

function readCases<Case>(file: string): Case[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : [];
}

/** Cases are JSON: records, expressions and steps hold nothing else. */
function keepCase<Case>(file: string, found: Case, kept: readonly Case[]): void {
  const known = new Set(kept.map((each) => JSON.stringify(each)));
  if (known.has(JSON.stringify(found))) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify([...kept, found], null, 1)}\n`);
}
