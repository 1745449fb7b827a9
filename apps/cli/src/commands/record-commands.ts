/** `throughline idea list`, `throughline idea merge ID --input '{…}'`: one command for every operation there is. */
import { textOf, type Json, type JsonObject } from '@throughline/base';
import { commandsOf, Refusal, type Operation } from '@throughline/contract';
import type { Entity, Model } from '@throughline/model';
import type { Command } from 'commander';
import type { Run } from '../run.ts';

export function addRecordCommands(program: Command, run: Run, model: Model): void {
  const operations = commandsOf(model);
  for (const entity of model.entities.filter((each) => each.exposure.rest)) {
    const known = program.commands.find((each) => each.name() === entity.name);
    const group = known ?? program.command(entity.name).description(`Work with ${entity.label.many}`);
    addReading(group, entity, run);
    for (const operation of operations.filter((each) => each.entity === entity))
      addOperation(group, operation, run);
  }
}

function addReading(group: Command, entity: Entity, run: Run): void {
  group
    .command('list')
    .description(`List ${entity.label.many}`)
    .option('--filter <expression>', 'a condition, such as: status = "Now" and votes > 3')
    .option('--sort <order>', 'such as: -votes, title')
    .option('--space <key>', 'of one space')
    .option('--limit <n>', 'how many', '50')
    .option('--cursor <cursor>', 'where the page before ended')
    .action(
      run(async ({ api, options, output }) => {
        const query = new URLSearchParams(
          Object.entries(options as Record<string, string>).filter(([name]) =>
            ['filter', 'sort', 'space', 'limit', 'cursor'].includes(name),
          ),
        );
        const { body } = await api.call('GET', `/${entity.plural}?${query}`);
        output.result(body, ({ items }) =>
          (items as JsonObject[]).map((item) => lineOf(entity, item)).join('\n'),
        );
      }),
    );
  group
    .command('read')
    .argument('<id>', 'id or key')
    .description(`Read one ${entity.label.one}`)
    .action(
      run(async ({ api, args, output }) => {
        const { body } = await api.call('GET', `/${entity.plural}/${encodeURIComponent(args[0] ?? '')}`);
        output.result(body, describeRecord);
      }),
    );
}

function addOperation(group: Command, operation: Operation, run: Run): void {
  if (group.commands.some((each) => each.name() === operation.verb)) return;
  const needsId = operation.path.includes('{id}');
  const command = group.command(operation.verb).description(operation.summary);
  if (needsId) command.argument('<id>', 'id or key');
  if (operation.input) {
    command
      .option('--set <field=value...>', 'fields, values as JSON or text')
      .option('--input <json>', 'the whole input as JSON');
  }
  command.action(
    run(async ({ api, args, options, output }) => {
      const path = operation.path.replace('{id}', encodeURIComponent(args[0] ?? ''));
      const body = operation.input ? readInput(options as InputOptions) : undefined;
      const { body: result } = await api.call(operation.method, path, body === undefined ? {} : { body });
      output.result(result, describeRecord);
    }),
  );
}

type InputOptions = { readonly set?: readonly string[]; readonly input?: string };

function readInput({ set = [], input }: InputOptions): JsonObject {
  const base = input === undefined ? {} : parseJson(input);
  const fields = set.map((assignment) => {
    const at = assignment.indexOf('=');
    if (at <= 0)
      throw new Refusal('invalid_input', { message: `“${assignment}” is not of the form field=value.` });
    return [assignment.slice(0, at), readValue(assignment.slice(at + 1))] as const;
  });
  return { ...(base as JsonObject), ...Object.fromEntries(fields) };
}

function readValue(text: string): Json {
  return /^(-?\d|true$|false$|null$|[[{"])/.test(text) ? parseJson(text) : text;
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Refusal('invalid_input', {
      message: `“${text.slice(0, 80)}” is not JSON.`,
      fix: 'Quote texts: --set \'title="Dark mode"\'.',
    });
  }
}

function lineOf(entity: Entity, item: JsonObject): string {
  return `${textOf(item['key'] ?? item['id'])}\t${textOf(item[entity.titleField])}`;
}

function describeRecord(record: JsonObject): string {
  return Object.entries(record)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}
