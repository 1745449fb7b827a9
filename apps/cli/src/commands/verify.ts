import type { Command } from 'commander';
import type { Run } from '../run.ts';

type Verified = {
  readonly ok: boolean;
  readonly workspaces: readonly {
    readonly workspace: string;
    readonly changes: number;
    readonly records: number;
    readonly found: number;
    readonly discrepancies: readonly object[];
  }[];
};

/** Replays the log and compares it with the tables; exit code 1 when they differ. */
export function addVerifyCommand(program: Command, run: Run): void {
  program
    .command('verify')
    .description('Replay the log of changes and compare it with the tables')
    .action(
      run(async ({ api, output }) => {
        const response = await api.open('/local/verify', { method: 'POST' });
        const result = (await response.json()) as Verified;
        output.result(result, describe);
        return result.ok ? 0 : 1;
      }),
    );
}

function describe({ workspaces }: Verified): string {
  return workspaces
    .flatMap(({ workspace, changes, records, found, discrepancies }) => [
      `${workspace}: ${changes} changes, ${records} records, ${found === 0 ? 'all in order' : `${found} discrepancies`}`,
      ...discrepancies.map((each) => `  ${JSON.stringify(each)}`),
    ])
    .join('\n');
}
