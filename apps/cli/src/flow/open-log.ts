/** An event log from a file, as every `flow` and `forecast` command reads it. */
import { inTimeOrder, readLog, type EventLog, type ReadReport } from '@throughline/flow';
import { describeReport } from './describe-report.ts';
import { readOptionsOf, type LogOptions } from './log-options.ts';
import { openBytes } from './open-bytes.ts';
import { makeProgressBar } from './progress-bar.ts';

export type OpenedLog = {
  /** Events of a case by time; those the filters leave. */
  readonly log: EventLog;
  /** Events of a case as they stand in the file, before any filter. */
  readonly asInFile: EventLog;
  readonly report: ReadReport;
  readonly sha256: string;
};

export type OpenLogContext = {
  /** Ends the reading, as on ctrl-C. */
  readonly signal: AbortSignal;
};

/** Reads a file with the common options; what was left out or assumed is told on standard error. */
export async function openLog(
  file: string,
  options: LogOptions,
  { signal }: OpenLogContext,
): Promise<OpenedLog> {
  const bar = makeProgressBar(`Reading ${file}`);
  try {
    const { chunks, sha256 } = await openBytes(file, { signal, onProgress: bar.show });
    const { log, report } = await readLog(chunks, readOptionsOf(options));
    bar.clear();
    const told = describeReport(report);
    if (told !== '') process.stderr.write(`${told}\n`);
    return { log: inTimeOrder(log), asInFile: log, report, sha256: sha256() };
  } finally {
    bar.clear();
  }
}
