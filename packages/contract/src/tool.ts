/** What an agent may call (Model Context Protocol): every command, and reading, derived from the declarations. */
import type { JsonObject } from '@throughline/base';
import { permissionName, type Entity, type Model } from '@throughline/model';
import { z } from 'zod';
import { LIST_PARAMETERS } from './list-parameters.ts';
import { commandsOf, type Operation } from './operation.ts';

type ToolWords = {
  /** `idea_merge` */
  readonly name: string;
  readonly description: string;
  /** The token's scope it takes. */
  readonly permission: string;
  /** JSON Schema of its arguments. */
  readonly inputSchema: JsonObject;
};

/** A command takes the record's `id` beside its input, and `ifMatch` where it changes one. */
export type Tool = ToolWords &
  (
    | { readonly does: 'list' | 'read'; readonly entity: Entity }
    | { readonly does: 'command'; readonly entity: Entity; readonly operation: Operation }
  );

/** Commands that take a file have no tool. */
const NEEDS_FILE = new Set(['import.create', 'attachment.create']);

export function toolsOf(model: Model): readonly Tool[] {
  const readable = model.entities.filter((entity) => entity.exposure.rest && entity.rules.read !== undefined);
  const commands = commandsOf(model).filter(({ name }) => !NEEDS_FILE.has(name));
  return [...readable.flatMap(readingTools), ...commands.map(commandTool)];
}

function readingTools(entity: Entity): readonly Tool[] {
  const permission = permissionName(entity, 'read');
  return [
    {
      does: 'list',
      entity,
      permission,
      name: toolName(entity, 'list'),
      description: `List ${entity.label.many}, filtered and sorted by expressions, a page at a time.`,
      inputSchema: toSchema(LIST_PARAMETERS),
    },
    {
      does: 'read',
      entity,
      permission,
      name: toolName(entity, 'read'),
      description: `Read one ${entity.label.one} in full, by id${entity.hasKey ? ' or key' : ''}.`,
      inputSchema: toSchema(z.object({ id: z.string() })),
    },
  ];
}

function commandTool(operation: Operation): Tool {
  const { entity, verb, summary, permission, input } = operation;
  const onRecord = operation.path.includes('{id}');
  const own = input === null ? {} : toSchema(input);
  const id = onRecord ? { id: { type: 'string', description: 'Of the record' } } : {};
  const ifMatch = verb === 'update' ? { ifMatch: { type: 'integer', description: 'The seq you read' } } : {};
  const required = (own['required'] as readonly string[] | undefined) ?? [];
  return {
    does: 'command',
    entity,
    operation,
    permission,
    name: toolName(entity, verb),
    description: `${summary}. Needs the permission ${permission}.`,
    inputSchema: {
      ...own,
      type: 'object',
      properties: { ...id, ...ifMatch, ...(own['properties'] as JsonObject | undefined) },
      required: [...(onRecord ? ['id'] : []), ...required],
    },
  };
}

/** Names of tools are letters, digits, `_` and `-`. */
function toolName(entity: Entity, verb: string): string {
  return `${entity.name}_${verb}`;
}

function toSchema(schema: z.ZodType): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest as JsonObject;
}
