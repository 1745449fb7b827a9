/** What a person reviews when it changes: matrix, catalogue, package graph. `npx vitest run -u` renews them. */
import { changeNamesOf, commandsOf, permissionMatrix, toolsOf } from '@throughline/contract';
import { MODEL, ROLES } from '@throughline/model';
import { expect, it } from 'vitest';
import { readSources } from './source-files.ts';

it('gives each role what the permission matrix says', async () => {
  const rows = permissionMatrix(MODEL).map(({ permission, roles }) =>
    `${permission.padEnd(24)}${ROLES.map((role) => roles[role].padEnd(13)).join('')}`.trimEnd(),
  );
  const text = [`${''.padEnd(24)}${ROLES.map((role) => role.padEnd(13)).join('')}`.trimEnd(), ...rows].join(
    '\n',
  );
  await expect(`${text}\n`).toMatchFileSnapshot('golden/permission-matrix.txt');
});

it('logs the changes of the catalogue', async () => {
  await expect(`${changeNamesOf(MODEL).join('\n')}\n`).toMatchFileSnapshot('golden/change-catalogue.txt');
});

it('offers the commands of the catalogue', async () => {
  const lines = commandsOf(MODEL).map(
    ({ method, path, permission }) => `${method.padEnd(7)}/api/v1${path.padEnd(36)}${permission}`,
  );
  await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot('golden/commands.txt');
});

it('offers agents the tools of the catalogue', async () => {
  const lines = toolsOf(MODEL).map(({ name, permission, inputSchema }) => {
    const given = Object.keys((inputSchema['properties'] ?? {}) as object).join(' ');
    return `${name.padEnd(24)}${permission.padEnd(24)}${given}`.trimEnd();
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/mcp-tools.txt');
});

it('has the package graph of the picture', async () => {
  const edges = new Set(
    readSources()
      .filter((file) => !file.isTest)
      .flatMap((file) =>
        file.imports
          .filter(({ from }) => from.startsWith('@throughline/'))
          .map(({ from }) => `${file.folder} → ${from.slice('@throughline/'.length)}`),
      ),
  );
  await expect(`${[...edges].toSorted().join('\n')}\n`).toMatchFileSnapshot('golden/package-graph.txt');
});
