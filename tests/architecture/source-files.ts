/** The project's sources, parsed once: what the architecture tests look at. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';

export const ROOT = resolve(import.meta.dirname, '../..');

export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
};

export type Import = {
  readonly from: string;
  /** Only types: gone at run time. */
  readonly isType: boolean;
};

export type SourceFile = {
  /** From the project's root, with slashes. */
  readonly path: string;
  /** `packages/view` */
  readonly folder: string;
  readonly text: string;
  readonly body: readonly Node[];
  readonly imports: readonly Import[];
  readonly isTest: boolean;
};

const FOLDERS = ['packages', 'apps', 'tests', 'bench'];

export function readSources(): readonly SourceFile[] {
  return FOLDERS.flatMap((folder) => listFiles(join(ROOT, folder)))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(readSource);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name) || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

function readSource(absolute: string): SourceFile {
  const path = relative(ROOT, absolute).replaceAll('\\', '/');
  const text = readFileSync(absolute, 'utf8');
  const { program } = parseSync(absolute, text);
  const body = program.body as unknown as readonly Node[];
  return {
    path,
    folder: path
      .split('/')
      .slice(0, path.startsWith('packages') || path.startsWith('apps') ? 2 : 1)
      .join('/'),
    text,
    body,
    imports: body.flatMap(readImport),
    isTest: /\.test\.tsx?$|\/testing\/|^tests\/|^bench\/|\.bench\.ts$/.test(path),
  };
}

function readImport(node: Node): Import[] {
  if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type)) return [];
  const source = node['source'] as { value: string } | null;
  if (source === null || source === undefined) return [];
  const specifiers = (node['specifiers'] ?? []) as readonly { importKind?: string; exportKind?: string }[];
  const isWhole = node['importKind'] === 'type' || node['exportKind'] === 'type';
  const isEach =
    specifiers.length > 0 &&
    specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type');
  return [{ from: source.value, isType: isWhole || isEach }];
}

/** The file a relative import leads to, from the root. */
export function resolveImport(file: SourceFile, from: string): string {
  return relative(ROOT, resolve(ROOT, dirname(file.path), from)).replaceAll('\\', '/');
}

/** Every node below, the given one included. */
export function* walk(node: unknown): Generator<Node> {
  if (Array.isArray(node)) {
    for (const each of node) yield* walk(each);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const { type } = node as Node;
  if (typeof type === 'string') yield node as Node;
  for (const value of Object.values(node))
    if (value !== null && typeof value === 'object') yield* walk(value);
}
