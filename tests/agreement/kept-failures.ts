/** Cases that once failed, shrunk: each is asked again before new ones are made up. A failing run adds its own. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const DIRECTORY = join(import.meta.dirname, 'failures');

/** Runs a property over the cases kept under its name and then over made-up ones. */
export async function assertKept<Case extends unknown[]>(
  name: string,
  property: fc.IAsyncProperty<Case> | fc.IProperty<Case>,
  parameters: fc.Parameters<Case>,
): Promise<void> {
  const kept = readCases<Case>(name);
  const found = await fc.check(property, { ...parameters, examples: kept });
  if (!found.failed) return;
  if (found.counterexample !== null) keepCase(name, found.counterexample, kept);
  throw new Error(fc.defaultReportMessage(found), { cause: found.errorInstance });
}

function readCases<Case>(name: string): Case[] {
  const file = fileOf(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : [];
}

/** Cases are JSON: records, expressions and steps hold nothing else. */
function keepCase<Case>(name: string, found: Case, kept: readonly Case[]): void {
  const known = new Set(kept.map((each) => JSON.stringify(each)));
  if (known.has(JSON.stringify(found))) return;
  mkdirSync(DIRECTORY, { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify([...kept, found], null, 1)}\n`);
}

function fileOf(name: string): string {
  return join(DIRECTORY, `${name}.json`);
}
