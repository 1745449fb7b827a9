import { textOf, type Json, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Entity, Values } from '@throughline/model';
import type { OperationRequest } from '../execute.ts';
import { createFromValues } from '../records/create-record.ts';
import { present } from '../records/present.ts';
import { resolveSpace } from '../records/resolve-references.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { fitFields, type FieldMap } from './fit-fields.ts';

/** What may go along, and the field by which it hangs on the idea. */
const ALONG = {
  insights: { entity: 'insight', via: 'idea' },
  comments: { entity: 'comment', via: 'record' },
  attachments: { entity: 'attachment', via: 'record' },
  connections: { entity: 'relation', via: 'from' },
} as const;
export type Along = keyof typeof ALONG;

type CopyInput = {
  readonly space?: string;
  readonly title?: string;
  readonly fields?: FieldMap;
  readonly with?: readonly Along[];
  readonly dry?: boolean;
};

/**
 * Makes a new idea of an idea: its title, description and fields, and what is asked for of what hangs on it. Votes
 * and reactions are people's own and stay. In the same space it is a clone; to another one goes what fits there,
 * and `fit` names the rest; `dry` only answers.
 */
export async function copyIdea(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('idea');
  const { space: wanted, title, fields, with: along = [], dry = false } = input as CopyInput;
  const idea = await work.read(entity, id);
  work.allow(entity, 'copy', idea);
  const space = wanted === undefined ? textOf(idea.values['space']) : resolveSpace(work, wanted);
  const fit = fitFields(work, { entity, values: idea.values, space, map: fields });
  const shown = { fit: fit.items as unknown as Json };
  if (dry) return { ...present(work.fieldsOf(entity), idea.id, idea.values), ...shown };
  const values = {
    ...writable(work, entity, { values: { ...idea.values, ...fit.values }, space }),
    ...(await documentsOf(work, id)),
    ...withoutEmpty(fit.values),
    space,
    ...(title === undefined ? {} : { title }),
  };
  const copy = await createFromValues(work, entity, { values });
  for (const name of new Set(along)) await copyHanging(work, name, { from: idea, to: copy });
  return { ...present(work.fieldsOf(entity), copy.id, copy.values), ...shown };
}

type Place = { readonly values: Values; readonly space: string };

/** Fields that a writer may set and the space offers; those of the old space alone are judged by the fit. */
function writable(work: Work, entity: Entity, { values, space }: Place): Values {
  const taken = work
    .fieldsOf(entity)
    .filter(({ id, readOnly, type }) => {
      const isOffered = work.state.isOffered(id, space);
      return readOnly !== true && id !== 'rank' && type !== 'relation' && isOffered;
    })
    .flatMap(({ id }) => ((values[id] ?? null) === null ? [] : [[id, values[id] ?? null] as const]));
  return Object.fromEntries(taken);
}

function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

async function documentsOf(work: Work, record: string): Promise<Values> {
  const documents = await findAll(work, work.entity('document'), { record });
  return Object.fromEntries(
    documents.flatMap(({ values }) =>
      values['text'] === undefined ? [] : [[textOf(values['field']), values['text']] as const],
    ),
  );
}

type Copied = { readonly from: StoredRecord; readonly to: StoredRecord };

/** Rows of their own, with the same content and the copier as their author; attachments share their bytes. */
async function copyHanging(work: Work, name: Along, { from, to }: Copied): Promise<void> {
  const { entity: hangingName, via } = ALONG[name];
  const hanging = work.entity(hangingName);
  for (const { values } of await findAll(work, hanging, { [via]: from.id })) {
    if (values['archivedAt'] !== undefined || values['parent'] !== undefined) continue;
    const {
      createdAt: _created,
      createdBy: _by,
      updatedAt: _updated,
      sources: _sources,
      ...content
    } = values;
    const copied = { ...content, [via]: to.id, space: to.values['space'] ?? null };
    work.allow(hanging, 'create', { id: '', values: copied });
    await work.insert(hanging, [{ values: copied }]);
  }
}
