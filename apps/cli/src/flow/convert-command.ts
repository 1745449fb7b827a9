/** `throughline flow convert`: a log, or what filters leave of it, as XES or CSV. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { FlowRefusal, writeCsv, writeXes, type EventLog } from '@throughline/flow';
import type { Command } from 'commander';
import { addLogOptions } from './log-options.ts';
import { openLog } from './open-log.ts';
import { runFlow } from './run-flow.ts';

export function addConvertCommand(flow: Command): void {
  addLogOptions(flow.command('convert'))
    .argument('<file>', 'event log')
    .argument('<out>', 'what to write: a name that ends in .xes, .csv, .xes.gz or .csv.gz')
    .description('Write a log, or what --filter leaves of it, as XES or CSV')
    .action(
      runFlow(async ({ args, options, output, signal }) => {
        const [file = '', out = ''] = args;
        const write = writerOf(out);
        const { asInFile } = await openLog(file, options, { signal });
        const pieces = Readable.from(write(asInFile));
        const target = createWriteStream(out);
        await (out.endsWith('.gz') ? pipeline(pieces, createGzip(), target) : pipeline(pieces, target));
        output.result(
          { file: out, cases: asInFile.caseIds.length, events: asInFile.time.length },
          ({ cases, events }) => `${out}: ${cases} cases, ${events} events`,
        );
      }),
    );
}

function writerOf(out: string): (log: EventLog) => Generator<Uint8Array> {
  const name = out.replace(/\.gz$/, '');
  if (name.endsWith('.xes')) return writeXes;
  if (name.endsWith('.csv')) return writeCsv;
  throw new FlowRefusal('bad_option', {
    message: `“${out}” says no format.`,
    why: 'Logs are written as XES and CSV.',
    fix: 'Choose a name that ends in .xes, .csv, .xes.gz or .csv.gz.',
  });
}
