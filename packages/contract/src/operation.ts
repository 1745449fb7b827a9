/**
 * Every operation as data: name, route, permission, shapes. Derived from the entities; the few with shapes of
 * their own are listed in `inputs.ts`. Routes, OpenAPI, commands and tools are built from this list alone.
 */
import { permissionName, VERBS, type Entity, type Model, type Verb } from '@throughline/model';
import type { z } from 'zod';
import { INPUTS, OUTPUTS } from './inputs.ts';
import { inputSchema, recordSchema } from './schema.ts';

export type Operation = {
  /** `idea.merge` */
  readonly name: string;
  readonly entity: Entity;
  readonly verb: Verb;
  readonly permission: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /api/v1, parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly input: z.ZodType | null;
  readonly output: z.ZodType;
  readonly status: 200 | 201;
};

/** The commands: all that writes. Reading is derived apart, since it has filters, pages and formats. */
export function commandsOf(model: Model): readonly Operation[] {
  return model.entities
    .filter((entity) => entity.exposure.rest)
    .flatMap((entity) =>
      (Object.keys(entity.rules) as Verb[])
        .filter((verb) => verb !== 'read')
        .map((verb) => makeCommand(model, entity, verb)),
    );
}

function makeCommand(model: Model, entity: Entity, verb: Verb): Operation {
  const name = `${entity.name}.${verb}`;
  const record = recordSchema(model, entity);
  return {
    name,
    entity,
    verb,
    permission: permissionName(entity, verb),
    ...routeOf(entity, verb),
    summary: `${verb[0]?.toUpperCase()}${verb.slice(1)} ${verb === 'create' ? 'one' : 'a'} ${entity.label.one}`,
    input: inputOf(model, entity, verb),
    output: OUTPUTS[name]?.(record) ?? record,
    status: verb === 'create' ? 201 : 200,
  };
}

function routeOf(entity: Entity, verb: Verb): Pick<Operation, 'method' | 'path'> {
  const collection = `/${entity.plural}`;
  if (verb === 'create') return { method: 'POST', path: collection };
  if (verb === 'update') return { method: 'PATCH', path: `${collection}/{id}` };
  if (verb === 'delete') return { method: 'DELETE', path: `${collection}/{id}` };
  return { method: 'POST', path: `${collection}/{id}/${verb}` };
}

function inputOf(model: Model, entity: Entity, verb: Verb): z.ZodType | null {
  const own = INPUTS[`${entity.name}.${verb}`];
  if (own) return own;
  return verb === 'create' || verb === 'update' ? inputSchema(model, entity, verb) : null;
}

/** `idea.merged`, for every verb that writes. */
export function changeNamesOf(model: Model): readonly string[] {
  return model.entities
    .flatMap((entity) => {
      const verbs = new Set<Verb>(['create', 'update', ...(Object.keys(entity.rules) as Verb[])]);
      verbs.delete('read');
      return [...new Set([...verbs].map((verb) => `${entity.name}.${VERBS[verb].past}`))];
    })
    .toSorted();
}
