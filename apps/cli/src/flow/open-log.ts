/** An event log from a file, as every `flow` and `forecast` command reads it. */
import {
  applyFilters,
  FlowRefusal,
  inTimeOrder,
  parseFilters,
  readLog,
  type EventLog,
  type ReadReport,
} from '@throughline/flow';
import { describeReport } from './describe-report.ts';
import { filterText, readOptionsOf, type LogOptions } from './log-options.ts';
import { openBytes } from './open-bytes.ts';
import { makeProgressBar } from './progress-bar.ts';

export type OpenedLog = {
  /** Events of a case by time; those the filters leave. */
  readonly log: EventLog;
  /** The same as it stands in the file, where there is no filter. */
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
  const filterJson = filterText(options);
  const filters = filterJson === null ? [] : parseFilters(filterJson);
  const bar = makeProgressBar(`Reading ${file}`);
  try {
    const { chunks, sha256 } = await openBytes(file, { signal, onProgress: bar.show });
    const { log, report } = await readLog(chunks, readOptionsOf(options));
    bar.clear();
    const told = describeReport(report);
    if (told !== '') process.stderr.write(`${told}\n`);
    const kept = applyFilters(inTimeOrder(log), filters);
    if (kept.time.length === 0) throw refuseNothingLeft();
    return { log: kept, asInFile: filters.length === 0 ? log : kept, report, sha256: sha256() };
  } finally {
    bar.clear();
  }
}

function refuseNothingLeft(): FlowRefusal {
  return new FlowRefusal('no_events', {
    message: 'The filters leave no event.',
    why: 'No case meets all of them.',
    fix: 'Take one out, or check the names in it: they must be as in the log.',
  });
}
