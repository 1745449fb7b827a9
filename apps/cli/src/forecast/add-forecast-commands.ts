import type { Command } from 'commander';
import { addBacktestCommand } from './backtest-command.ts';
import { addBottlenecksCommand } from './bottlenecks-command.ts';
import { addCheckCommand } from './check-command.ts';
import { addForecastCommand } from './forecast-command.ts';
import { addGraphCommand } from './graph-command.ts';
import { addMetricsCommand } from './metrics-command.ts';
import { addSimulateCommand } from './simulate-command.ts';
import { addSprintCommand } from './sprint-command.ts';

/** `throughline forecast …`, and what of flow it rests on, under `throughline flow`. */
export function addForecastCommands(program: Command): void {
  const forecast = addForecastCommand(program);
  addBacktestCommand(forecast);
  addGraphCommand(forecast);
  addSprintCommand(forecast);
  addCheckCommand(forecast);
  const flow = program.commands.find((command) => command.name() === 'flow') ?? program.command('flow');
  addMetricsCommand(flow);
  addBottlenecksCommand(flow);
  addSimulateCommand(flow);
}
