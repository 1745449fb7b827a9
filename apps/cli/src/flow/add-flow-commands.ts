import type { Command } from 'commander';
import { addFactsCommand } from './facts-command.ts';

/** `throughline flow …`; the command, for others to add theirs. */
export function addFlowCommands(program: Command): Command {
  const flow = program
    .command('flow')
    .description('See how work really flows, from a file of events; needs no server');
  addFactsCommand(flow);
  return flow;
}
