import { textOf } from '@throughline/base';
import { InvalidArgumentError, type Command } from 'commander';
import type { Run } from '../run.ts';

/** The first workspace, and tokens. */
export function addSetupCommands(program: Command, run: Run): void {
  program
    .command('setup')
    .description('Make the first workspace and its admin; prints an API token')
    .requiredOption('--email <address>')
    .requiredOption('--password <password>', 'at least 10 characters', checkPassword)
    .requiredOption('--workspace <name>')
    .option('--name <name>', 'of the admin')
    .option('--space <key>', 'key of the first space', 'PROD')
    .option('--sample', 'fill it with a year of a fictional company')
    .action(
      run(async ({ api, options, output }) => {
        const { email, password, workspace, name, space } = options as Record<string, string | undefined>;
        const body = {
          email,
          password,
          workspace,
          name,
          space: { key: space, name: 'Product' },
          sample: options['sample'] === true,
        };
        const response = await api.open('/local/setup', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const result = (await response.json()) as {
          url: string;
          token: string;
          workspace: string;
          space: string;
        };
        output.result(
          result,
          ({ url, token }) =>
            `Ready at ${url} once “throughline serve” runs.\nAPI token, shown once: ${token}`,
        );
      }),
    );

  const token = program.command('token').description('API tokens');
  token
    .command('create')
    .description('Make a token that acts for the first admin')
    .option('--name <name>', 'what it is for', 'Command line')
    .option('--scope <permission...>', 'such as idea:create; all when left out')
    .action(
      run(async ({ api, options, output }) => {
        const scopes = options['scope'] as string[] | undefined;
        const { body } = await api.call('POST', '/tokens', {
          body: { name: String(options['name']), ...(scopes ? { scopes } : {}) },
        });
        output.result(body, ({ secret }) => textOf(secret));
      }),
    );
}

function checkPassword(password: string): string {
  if (password.length < 10) throw new InvalidArgumentError('It needs at least 10 characters.');
  return password;
}
