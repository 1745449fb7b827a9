import { describe, expect, it } from 'vitest';
import { readSources, resolveImport, walk, type Node, type SourceFile } from './source-files.ts';

const sources = readSources();
const shipped = sources.filter((file) => !file.isTest);

/** Which of our packages each may import at run time: the picture in docs/architecture.md. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'packages/base': [],
  'packages/model': ['base'],
  'packages/view': ['base', 'model'],
  'packages/contract': ['base', 'model', 'view'],
  'packages/document': ['base'],
  'packages/flow': ['base', 'model'],
  'packages/text': ['base'],
  'packages/meaning': ['base'],
  'packages/decide': ['base', 'model', 'view'],
  'packages/db': ['base', 'model', 'view', 'contract'],
  'packages/operations': ['base', 'model', 'view', 'contract', 'db', 'document'],
  'packages/sinks': ['base', 'model', 'view', 'contract', 'db', 'operations'],
  'packages/connectors': ['base', 'model', 'contract', 'operations'],
  'packages/client': ['base', 'model', 'view', 'contract'],
  'packages/ui': ['base'],
  'apps/web': ['base', 'model', 'view', 'contract', 'client', 'ui', 'document', 'decide'],
  'apps/server': [
    'base',
    'model',
    'view',
    'contract',
    'db',
    'operations',
    'sinks',
    'connectors',
    'document',
    'text',
    'meaning',
  ],
  'apps/cli': ['base', 'model', 'contract', 'client', 'connectors', 'flow', 'text', 'meaning', 'server'],
};

const PURE = [
  'packages/base',
  'packages/model',
  'packages/view',
  'packages/contract',
  'packages/flow',
  'packages/text',
  'packages/decide',
];

describe('the house', () => {
  it('keeps the arrows between packages', () => {
    const broken = shipped.flatMap((file) =>
      file.imports
        .filter(({ from }) => from.startsWith('@throughline/'))
        .filter(({ from }) => !ARROWS[file.folder]?.includes(from.split('/')[1] ?? ''))
        .map(({ from }) => `${file.path} imports ${from}`),
    );
    expect(broken).toEqual([]);
  });

  it('imports across packages by the package name alone', () => {
    const broken = shipped.flatMap((file) =>
      file.imports
        .filter(({ from }) =>
          from.startsWith('.')
            ? !resolveImport(file, from).startsWith(`${file.folder}/`)
            : /^@throughline\/[^/]+\/(?!testing$)/.test(from),
        )
        .map(({ from }) => `${file.path} imports ${from}`),
    );
    expect(broken).toEqual([]);
  });

  it('has no cycle of imports at run time', () => {
    const graph = new Map(
      sources.map((file) => [
        file.path,
        file.imports
          .filter(({ from, isType }) => from.startsWith('.') && !isType)
          .map(({ from }) => resolveImport(file, from)),
      ]),
    );
    expect(findCycle(graph)).toEqual([]);
  });

  it('keeps node, clock and randomness out of the pure packages', () => {
    const broken = shipped
      .filter((file) => PURE.includes(file.folder))
      .flatMap((file) => [
        ...file.imports
          .filter(({ from }) => from.startsWith('node:'))
          .map(({ from }) => `${file.path} imports ${from}`),
        ...(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\./.test(file.text)
          ? [`${file.path} asks the clock or the dice`]
          : []),
      ]);
    expect(broken).toEqual([]);
  });

  it('has named exports only, and no barrels inside a package', () => {
    const broken = shipped.flatMap((file) => {
      const isEntry = /^(packages|apps)\/[^/]+\/src\/(index|testing\/index)\.ts$/.test(file.path);
      const defaults =
        file.body.some((node) => node.type === 'ExportDefaultDeclaration') &&
        !file.path.endsWith('.config.ts');
      const stars = file.body.some((node) => node.type === 'ExportAllDeclaration');
      const isBarrel =
        !isEntry &&
        file.body.length > 1 &&
        file.body.every(
          (node) => node.type.startsWith('Export') && node['source'] !== null && node['source'] !== undefined,
        );
      return defaults || stars || isBarrel ? [file.path] : [];
    });
    expect(broken).toEqual([]);
  });

  it('keeps features of the web app, and connectors, apart from each other', () => {
    const home = (path: string) =>
      /^(apps\/web\/src\/features\/[^/]+|packages\/connectors\/src\/[^/]+)\//.exec(path)?.[1];
    const broken = shipped.flatMap((file) => {
      const own = home(file.path);
      if (own === undefined) return [];
      return file.imports
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => resolveImport(file, from))
        .filter((target) => home(target) !== undefined && home(target) !== own)
        .map((target) => `${file.path} imports ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('has SQL in db and operations only', () => {
    const broken = shipped
      .filter((file) => !['packages/db', 'packages/operations', 'packages/view'].includes(file.folder))
      .filter((file) =>
        /['"`]\s*(select\s[^'"`]*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s)/i.test(
          file.text,
        ),
      )
      .map((file) => file.path);
    expect(broken).toEqual([]);
  });

  it('writes records nowhere but in the unit of work', () => {
    const broken = shipped
      .filter((file) => file.path !== 'packages/operations/src/work.ts' && file.folder !== 'packages/db')
      .filter((file) =>
        /\b(insertRecords|updateRecord|deleteRecord)\b/.test(
          file.body
            .filter(
              (node) =>
                node.type === 'ImportDeclaration' &&
                (node['source'] as { value: string }).value === '@throughline/db',
            )
            .map((node) => file.text.slice(node.start, node.end))
            .join('\n'),
        ),
      )
      .map((file) => file.path);
    expect(broken).toEqual([]);
  });

  it('keeps no state in modules of the server', () => {
    const server = [
      'packages/db',
      'packages/operations',
      'packages/sinks',
      'packages/connectors',
      'apps/server',
    ];
    const broken = shipped
      .filter((file) => server.includes(file.folder))
      .flatMap((file) =>
        file.body
          .filter((node) => isMutable(file, node))
          .map((node) => `${file.path}: ${file.text.slice(node.start, node.start + 60)}`),
      );
    expect(broken).toEqual([]);
  });

  it('keeps files and functions small enough to read', () => {
    expect(shipped.flatMap(tooLong)).toEqual([]);
  });

  it('names no folder or file after nothing', () => {
    const vague =
      /(^|\/)(utils?|common|helpers?|shared|core|lib|misc)(\/|\.tsx?$)|\.(service|manager|types)\.tsx?$/;
    expect(sources.filter((file) => vague.test(file.path)).map((file) => file.path)).toEqual([]);
  });
});

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (state.get(path) === 'done') return [];
    if (state.get(path) === 'open') return [...trail.slice(trail.indexOf(path)), path];
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    state.set(path, 'done');
    return [];
  };
  for (const path of graph.keys()) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** A binding that changes, or a collection that its type does not call read-only. */
function isMutable(file: SourceFile, statement: Node): boolean {
  const declaration = (
    statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement
  ) as Node | null;
  if (declaration?.type !== 'VariableDeclaration') return false;
  if (declaration['kind'] !== 'const') return true;
  return (declaration['declarations'] as readonly Node[]).some((each) => {
    const value = each['init'] as Node | null;
    const isCollection =
      value?.type === 'NewExpression' &&
      ['Map', 'Set', 'WeakMap'].includes(String((value['callee'] as { name?: string }).name));
    if (!isCollection || ((value?.['arguments'] ?? []) as readonly unknown[]).length > 0) return false;
    return !/Readonly/.test(file.text.slice(each.start, value?.start));
  });
}

const FILE_LINES = 350;
const FUNCTION_LINES = 60;
const COMPONENT_LINES = 120;
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function tooLong(file: SourceFile): string[] {
  const lines = file.text.split('\n').length;
  const starts = lineStarts(file.text);
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset);
  const longest = file.path.endsWith('.tsx') ? COMPONENT_LINES : FUNCTION_LINES;
  const functions = [...walk(file.body)].filter((node) => FUNCTIONS.has(node.type));
  const broken = functions.flatMap((node) => {
    const inner = functions.filter(
      (other) => other !== node && other.start >= node.start && other.end <= node.end,
    );
    const outermost = inner.filter(
      (each) => !inner.some((other) => other !== each && other.start <= each.start && other.end >= each.end),
    );
    const own =
      lineOf(node.end) -
      lineOf(node.start) +
      1 -
      outermost.reduce((sum, each) => sum + lineOf(each.end) - lineOf(each.start), 0);
    return own > longest ? [`${file.path}:${lineOf(node.start) + 1} is a function of ${own} lines`] : [];
  });
  return lines > FILE_LINES ? [`${file.path} has ${lines} lines`, ...broken] : broken;
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
}
