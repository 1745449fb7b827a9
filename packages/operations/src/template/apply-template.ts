import { isId, textOf, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { findTemplate, TEMPLATES, type Blueprint, type Example } from '@throughline/model';
import { applyBlueprint } from '../blueprint/apply-blueprint.ts';
import { mustBlueprint } from '../blueprint/must-blueprint.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { resolveSpace } from '../records/resolve-references.ts';
import type { Work } from '../work.ts';
import { addExamples } from './add-examples.ts';

type ApplyInput = {
  readonly template?: string;
  readonly blueprint?: Json;
  readonly start?: boolean;
  readonly examples?: boolean;
};

/** Sets up in a space what a template says: a built-in one by key, one’s own by id, or a blueprint that is given. */
export async function applyTemplate(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const { template, blueprint: given, start = false, examples = false } = input as ApplyInput;
  const entity = work.entity('space');
  const space = await work.read(entity, resolveSpace(work, id));
  work.allow(entity, 'apply', space);
  if ((template === undefined) === (given === undefined))
    throw new Refusal('invalid_input', {
      message: 'Name a template, or give a blueprint.',
      why:
        template === undefined ? 'Neither of them is there.' : 'Both are there, and only one can be set up.',
      fix: 'Give “template”, the key of a built-in one or the id of one’s own, or else “blueprint”.',
      details: { field: 'template', code: 'one_source' },
    });
  const source =
    template === undefined
      ? { blueprint: mustBlueprint(work.model, given ?? null), examples: [] }
      : await load(work, template);
  const applied = await applyBlueprint(work, {
    space: space.id,
    blueprint: source.blueprint,
    isStart: start,
  });
  const made = examples ? await addExamples(applied, { space: space.id, examples: source.examples }) : 0;
  const report = { ...applied.report, examples: made } as unknown as JsonObject;
  return { ...present(work.fieldsOf(entity), space.id, space.values), report };
}

type Source = { readonly blueprint: Blueprint; readonly examples: readonly Example[] };

async function load(work: Work, name: string): Promise<Source> {
  if (isId(name, 'template')) {
    const { values } = await work.read(work.entity('template'), name);
    return { blueprint: mustBlueprint(work.model, values['blueprint'] ?? null), examples: [] };
  }
  const known = findTemplate(name);
  if (known !== undefined) return known;
  throw new Refusal('not_found', {
    message: `There is no template “${textOf(name).slice(0, 60)}”.`,
    fix: `Give the id of one of your own, or one of ${TEMPLATES.map(({ key }) => key).join(', ')}.`,
  });
}
