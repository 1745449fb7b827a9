import type { Command } from 'commander';
import { addBacktestCommand } from './backtest-command.ts';
import { addForecastCommand } from './forecast-command.ts';
import { addGraphCommand } from './graph-command.ts';

/** `throughline forecast …`, and what belongs to it under `throughline flow`. */
export function addForecastCommands(program: Command): void {
  const forecast = addForecastCommand(program);
  addBacktestCommand(forecast);
  addGraphCommand(forecast);
}
