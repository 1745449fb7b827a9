import type { Command } from 'commander';
import { addConformanceCommand } from './conformance-command.ts';
import { addConvertCommand } from './convert-command.ts';
import { addDiscoverCommand } from './discover-command.ts';
import { addFactsCommand } from './facts-command.ts';
import { addVariantsCommand } from './variants-command.ts';

/** `throughline flow …`; the command, for others to add theirs. */
export function addFlowCommands(program: Command): Command {
  const flow = program
    .command('flow')
    .description('See how work really flows, from a file of events; needs no server');
  addFactsCommand(flow);
  addVariantsCommand(flow);
  addDiscoverCommand(flow);
  addConformanceCommand(flow);
  addConvertCommand(flow);
  return flow;
}
