import { type JsonObject, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { authorise } from '../access/authorise.ts';
import { hashSecret } from '../access/secret.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';

type Input = {
  readonly view: string;
  readonly columns: readonly string[];
  readonly title?: string;
  readonly expiresAt?: string;
};

/** A secret link to a view that shows the chosen columns and nothing else. */
export async function createShare(work: Work, { input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('share');
  const { view: viewId, columns, title, expiresAt } = input as Input;
  const view = await work.read(work.entity('view'), viewId);
  const space = view.values['space'] as string;
  authorise(work.state, work.actor, { entity, verb: 'create', subject: { space } });
  const shown = work.entity(textOf(view.values['entity']));
  if (shown.scope !== 'space') {
    throw new Refusal('not_possible', {
      message: `A view of ${shown.label.many} cannot be shared.`,
      why: 'They belong to the whole workspace, and a link shows what is in one space.',
    });
  }
  const fields = work.state.fieldsOf(shown.name);
  const unknown = columns.find((key) => !fields.some((field) => field.key === key && !field.hidden));
  if (unknown !== undefined) {
    throw new Refusal('invalid_value', {
      message: `There is no column “${unknown.slice(0, 60)}”.`,
      details: { field: 'columns', code: 'unknown_field' },
    });
  }
  const secret = work.newSecret('share');
  const values = {
    title: title ?? textOf(view.values['name']),
    view: viewId,
    columns,
    space,
    secretHash: hashSecret(secret),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  const [record] = await work.insert(entity, [{ values }]);
  return {
    ...present(work.fieldsOf(entity), record?.id ?? '', record?.values ?? {}),
    secret,
    path: `/shared/${secret}`,
  };
}
