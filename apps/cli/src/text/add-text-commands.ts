import type { Command } from 'commander';
import { addClassifyCommand } from './classify-command.ts';
import { addSearchCommand } from './search-command.ts';
import { addSimilarCommand } from './similar-command.ts';
import { addSuggestCommand } from './suggest-command.ts';
import { addThemesCommand } from './themes-command.ts';

/** `throughline text …`: what is understood of texts, on files, without an installation. */
export function addTextCommands(program: Command): void {
  const text = program
    .command('text')
    .description('Find similar texts and themes, search texts and label them, on files');
  addSimilarCommand(text);
  addSuggestCommand(text);
  addSearchCommand(text);
  addClassifyCommand(text);
  addThemesCommand(text);
}
