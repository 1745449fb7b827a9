import { isId, textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Blueprint } from '@throughline/model';
import { captureBlueprint } from '../blueprint/capture-blueprint.ts';
import type { OperationRequest } from '../execute.ts';
import { createRecord } from '../records/create-record.ts';
import { mustObject } from '../records/parse-values.ts';
import { resolveSpace } from '../records/resolve-references.ts';
import type { Work } from '../work.ts';

/** Keeps a blueprint that is given, or how a space or a view is now (`from`), as far as the actor may see it. */
export async function createTemplate(work: Work, { input }: OperationRequest): Promise<JsonObject> {
  const { from, ...values } = mustObject(input);
  const entity = work.entity('template');
  if (from === undefined || from === null) return createRecord(work, entity, { input: values });
  if (values['blueprint'] !== undefined)
    throw new Refusal('invalid_input', {
      message: 'A template is made from what there is (from) or from what is given (blueprint), not both.',
      details: { field: 'from', code: 'two_sources' },
    });
  const { kind, blueprint } = await capture(work, textOf(from));
  return createRecord(work, entity, {
    input: { ...values, kind, blueprint: blueprint as unknown as JsonObject },
  });
}

async function capture(
  work: Work,
  from: string,
): Promise<{ readonly kind: 'space' | 'view'; readonly blueprint: Blueprint }> {
  if (!isId(from, 'view')) {
    const space = resolveSpace(work, from);
    return { kind: 'space', blueprint: await captureBlueprint(work, { space, fields: 'both' }) };
  }
  const view = await work.read(work.entity('view'), from);
  const space = textOf(view.values['space']);
  const blueprint = await captureBlueprint(work, { space, view: view.id, fields: 'used' });
  return { kind: 'view', blueprint };
}
