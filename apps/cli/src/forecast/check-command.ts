/** `throughline forecast check DIRECTORY`: every figure that the given data must yield, beside what is found. */
import type { Command } from 'commander';
import { formatTable } from '../flow/format.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { checkFigures, type Figure } from './check-figures.ts';

export function addCheckCommand(forecast: Command): void {
  forecast
    .command('check')
    .argument('<directory>', 'the data sets, each in its folder; those that are missing are left out')
    .description(
      'Hold the figures of flow metrics, forecasts and sprints to those expected; exit code 1 if one is off',
    )
    .option('--json', 'print the result as JSON, and nothing else')
    .action(runFlow(runCheck));
}

async function runCheck({ args, output, signal }: FlowCall): Promise<number> {
  const figures = await checkFigures({ directory: args[0] ?? '', signal });
  output.result({ figures }, () => describe(figures));
  return figures.length > 0 && figures.every(({ ok }) => ok) ? 0 : 1;
}

function describe(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, wanted, found, ok }) => [ok ? 'ok' : 'OFF', figure, wanted, found]);
  const off = figures.filter(({ ok }) => !ok).length;
  return `${formatTable(['', 'figure', 'wanted', 'found'], rows)}\n${figures.length} figures, ${off} off.`;
}
