/** `throughline`: everything the product does, from the command line. */
import { Command } from 'commander';
import { addFlowCommands } from './flow/add-flow-commands.ts';
import { addForecastCommands } from './forecast/add-forecast-commands.ts';
import { addTextCommands } from './text/add-text-commands.ts';

const program = new Command('throughline')
  .description('Product operations: one line from a customer’s word to the shipped change and the answer.')
  .option(
    '--data <directory>',
    'where the data lies (throughline-data; DATABASE_URL for a PostgreSQL server)',
  )
  .option('--workspace-id <id>', 'a workspace, where there are several')
  .option('--json', 'print the result as JSON, and nothing else')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError('Add --help for what there is.');

addFlowCommands(program);
addForecastCommands(program);
addTextCommands(program);
// Loading what an installation needs takes longer than most of what is done with a file of events.
if (!['flow', 'forecast', 'text'].includes(process.argv[2] ?? '')) {
  const { addInstallationCommands } = await import('./installation-commands.ts');
  addInstallationCommands(program);
}
await program.parseAsync();
