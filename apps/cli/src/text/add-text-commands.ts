import type { Command } from 'commander';
import { addSearchCommand } from './search-command.ts';
import { addSimilarCommand } from './similar-command.ts';

/** `throughline text …`: what is understood of texts, on files, without an installation. */
export function addTextCommands(program: Command): void {
  const text = program.command('text').description('Find similar texts and search them, on files');
  addSimilarCommand(text);
  addSearchCommand(text);
}
