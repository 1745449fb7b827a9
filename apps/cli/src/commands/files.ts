/** `throughline import FILE … --as ideas --space KEY` and `throughline export --as ideas`. */
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { Refusal, type RefusalBody } from '@throughline/contract';
import { MODEL, type Entity } from '@throughline/model';
import type { Command } from 'commander';
import { pipeline } from 'node:stream/promises';
import type { Output } from '../output.ts';
import type { Call, Run } from '../run.ts';

export function addFileCommands(program: Command, run: Run): void {
  program
    .command('import')
    .argument('<file...>', 'files, directories, .gz')
    .description('Read a file into records; running it again changes nothing')
    .requiredOption('--as <records>', 'ideas, feedback, companies, contacts …')
    .option('--space <key>', 'where they go')
    .option('--from <format>', 'csv, jira-csv, github, canny, fider, transcript …; guessed when left out')
    .option('--map <json>', 'column to field: {"Summary": "title", "Points": "new:number", "Votes": null}')
    .option('--zone <zone>', 'time zone of times without one', 'UTC')
    .option('--system <name>', 'name of the source, where one format comes from several')
    .option('--dry-run', 'report what would happen, and change nothing')
    .action(run(importFiles));

  program
    .command('export')
    .description('Write records as CSV or JSON; importing them again changes nothing')
    .requiredOption('--as <records>', 'ideas, feedback, companies, contacts …')
    .option('--space <key>', 'of one space')
    .option('--filter <expression>')
    .option('--sort <order>')
    .option('--format <format>', 'csv, json or jsonl', 'csv')
    .option('--out <file>', 'instead of standard output')
    .action(run(exportRecords));
}

type ImportLine = {
  readonly progress?: { readonly records: number; readonly bytes: number; readonly totalBytes?: number };
  readonly result?: ImportResult;
  readonly error?: RefusalBody;
};
type ImportResult = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly dropped: readonly {
    readonly record: number;
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly code: string;
  }[];
};

async function importFiles({ api, args, options, output }: Call): Promise<void> {
  const given = options as Record<string, string | undefined>;
  const body = {
    files: args.map((path) => resolve(path)),
    entity: findEntity(given['as']).name,
    space: given['space'],
    from: given['from'],
    map: given['map'] === undefined ? undefined : parseMap(given['map']),
    zone: given['zone'],
    system: given['system'],
    dryRun: options['dryRun'] === true,
  };
  const response = await api.open('/local/import', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  for await (const line of createInterface({ input: Readable.fromWeb(response.body as never) })) {
    const { progress, result, error } = JSON.parse(line) as ImportLine;
    if (error) throw new Refusal(error.code, error);
    if (progress) output.progress(describeProgress(progress));
    if (result) output.result(result, describeResult);
  }
}

function describeProgress({ records, bytes, totalBytes }: NonNullable<ImportLine['progress']>): string {
  const share =
    totalBytes === undefined || totalBytes === 0 ? '' : ` ${Math.round((bytes / totalBytes) * 100)} %`;
  return `${records} records${share}`;
}

const SHOWN = 20;

function describeResult({ created, updated, unchanged, rejected, dropped }: ImportResult): string {
  const lines = dropped
    .slice(0, SHOWN)
    .map(({ line, column, code, value }) => `  line ${line}, ${column}: ${code} “${value.slice(0, 60)}”`);
  const rest = dropped.length > SHOWN ? [`  and ${dropped.length - SHOWN} more; --json lists them`] : [];
  return [
    `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`,
    ...lines,
    ...rest,
  ].join('\n');
}

async function exportRecords({ api, options, output }: Call): Promise<void> {
  const { as, out, format, ...rest } = options as Record<string, string | undefined>;
  const query = new URLSearchParams({ format: format ?? 'csv' });
  for (const name of ['space', 'filter', 'sort']) if (rest[name] !== undefined) query.set(name, rest[name]);
  const response = await api.open(`/v1/${findEntity(as).plural}/export?${query}`);
  const text = Readable.fromWeb(response.body as never);
  if (out === undefined) return pipeline(text, process.stdout, { end: false });
  await pipeline(text, createWriteStream(out));
  reportFile(output, out);
}

function reportFile(output: Output, file: string): void {
  output.result({ file }, () => `Written to ${file}`);
}

function findEntity(word = ''): Entity {
  const entity = MODEL.entities.find((each) => each.name === word || each.plural === word);
  if (!entity)
    throw new Refusal('invalid_input', {
      message: `There are no “${word}”.`,
      fix: 'Try ideas, feedback, companies or contacts.',
    });
  return entity;
}

function parseMap(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    throw new Refusal('invalid_input', {
      message: '--map is not JSON.',
      fix: 'Such as --map \'{"Summary": "title"}\'.',
    });
  }
}
