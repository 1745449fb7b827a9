/** The commands that work on an installation: its data, its server, its records. */
import { MODEL } from '@throughline/model';
import type { Command } from 'commander';
import { connect } from './connect.ts';
import { doctor } from './commands/doctor.ts';
import { addFileCommands } from './commands/files.ts';
import { addRecordCommands } from './commands/record-commands.ts';
import { restore } from './commands/restore.ts';
import { serve } from './commands/serve.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { addSetupCommands } from './commands/setup.ts';
import { run, runAlone } from './run.ts';

type BackupReport = { readonly file: string; readonly rows: number; readonly bytes: number };

export function addInstallationCommands(program: Command): void {
  program
    .command('serve')
    .description('Serve the web app and the API')
    .option('--port <n>', 'port to listen on')
    .option('--host <address>', 'address to listen on; 127.0.0.1 unless given')
    .action(runAlone(({ place, options }) => serve(place, { isJson: options['json'] === true })));

  addSetupCommands(program, run);
  addVerifyCommand(program, run);
  addFileCommands(program, run);

  program
    .command('backup')
    .argument('<file>', 'the archive to write')
    .description('Write everything at one moment into one archive, also while serving')
    .action(
      run(async ({ api, args, output }) => {
        const response = await api.open('/local/backup', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ file: args[0] }),
        });
        output.result(
          (await response.json()) as BackupReport,
          ({ file, rows, bytes }) => `${file}: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB`,
        );
      }),
    );

  program
    .command('restore')
    .argument('<file>', 'a backup')
    .description('Put a backup into an empty data directory or database')
    .action(
      runAlone(async ({ place, args, output }) => {
        output.result(
          await restore(place, args[0] ?? ''),
          ({ rows, files }) => `Restored ${rows} rows and ${files} files.`,
        );
      }),
    );

  program
    .command('doctor')
    .description('Check what the installation needs')
    .action(
      runAlone(async ({ place, output }) => {
        const findings = await doctor(place, () => connect(place));
        output.result(findings, (all) =>
          all.map(({ check, ok, note }) => `${ok ? 'ok  ' : 'FAIL'} ${check}: ${note}`).join('\n'),
        );
        return findings.every(({ ok }) => ok) ? 0 : 1;
      }),
    );

  addRecordCommands(program, run, MODEL);
}
