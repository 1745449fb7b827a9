/** `throughline forecast sprint FILE`: what open sprints will deliver, and how well that was foreseen of past ones. */
import {
  FlowRefusal,
  predictSprints,
  readSprints,
  scoreSprints,
  type SprintPrediction,
  type SprintScore,
} from '@throughline/flow';
import type { Command } from 'commander';
import { describeReport } from '../flow/describe-report.ts';
import { formatNumber, formatShare, formatTable } from '../flow/format.ts';
import { openBytes } from '../flow/open-bytes.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';

const SHOWN = 12;

export function addSprintCommand(forecast: Command): void {
  forecast
    .command('sprint')
    .argument('<file>', 'CSV, a row a sprint as it stands some time after its start; see docs/forecast.md')
    .description('Say what sprints will deliver from how they stand, each by those before it')
    .option('--json', 'print the result as JSON, and nothing else')
    .action(runFlow(forecastSprints));
}

type SprintLine = {
  readonly board: string;
  readonly sprint: string;
  readonly name: string;
  readonly committed: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly delivered: number | null;
};

async function forecastSprints({ args, output, signal }: FlowCall): Promise<void> {
  const { chunks } = await openBytes(args[0] ?? '', { signal, onProgress: () => {} });
  const { sprints, leftOut } = await readSprints(chunks);
  if (leftOut.length > 0) process.stderr.write(`${describeReport({ leftOut, notes: [] }, 'row')}\n`);
  const predictions = predictSprints(sprints);
  if (predictions.length === 0)
    throw new FlowRefusal('no_forecast', {
      message: `The file has ${sprints.length} sprints, too few to learn from.`,
      why: 'It takes 30 whose outcome is known before the first that is foreseen.',
      fix: 'Add earlier sprints, of other boards too.',
    });
  const lines = predictions.map(lineOf);
  const result = {
    sprints: sprints.length,
    score: scoreSprints(predictions),
    predictions: lines,
    ...(leftOut.length === 0 ? {} : { left_out: leftOut }),
  };
  output.result(result, ({ score }) => describe(score, lines));
}

function lineOf({ sprint, committed, expected, low, high }: SprintPrediction): SprintLine {
  const { board, id, name, delivered } = sprint;
  return { board, sprint: id, name, committed, expected, low, high, delivered };
}

function describe(score: SprintScore, lines: readonly SprintLine[]): string {
  const open = lines.filter(({ delivered }) => delivered === null);
  const shown = (open.length > 0 ? open : lines).slice(-SHOWN);
  return [
    open.length > 0 ? 'Sprints that are open' : 'The last sprints, as they would have been foreseen',
    formatTable(
      ['board', 'sprint', 'name', 'committed', 'expected', '70 % between', 'delivered'],
      shown.map((line) => [
        line.board,
        line.sprint,
        line.name,
        formatNumber(line.committed),
        formatNumber(line.expected),
        `${formatNumber(line.low)} – ${formatNumber(line.high)}`,
        line.delivered === null ? '' : formatNumber(line.delivered),
      ]),
    ),
    '',
    `Of ${score.predicted} past sprints, each foreseen by those before it: off by ${formatNumber(score.error)} points on average;`,
    `carrying the commitment forward is off by ${formatNumber(score.carriedError)}. That is ${formatShare(score.improvement)} better.`,
    `${formatShare(score.withinRange)} of outcomes lay within the range.`,
  ].join('\n');
}
