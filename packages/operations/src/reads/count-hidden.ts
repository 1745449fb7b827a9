/**
 * How many records a roadmap's view leaves out because its reader may not see their spaces: told for spaces
 * whose admins allow it, as one number. A condition is a question about what is hidden, so only those by which
 * roadmaps are cut (type and status) are answered; a view with another one is told nothing.
 */
import { textOf } from '@throughline/base';
import {
  checkQuery,
  fieldsOf,
  lowerCount,
  makeQuery,
  parseQuery,
  childrenOf,
  type Expression,
} from '@throughline/view';
import { SYSTEM, type Actor } from '../access/actor.ts';
import { isAllowed } from '../access/authorise.ts';
import type { Runtime } from '../runtime.ts';
import { mustState } from './must-state.ts';
import { placesOfView } from './places-of-view.ts';
import { findRecord } from './read-record.ts';
import { viewParts } from './view-parts.ts';

const ASKED: ReadonlySet<string> = new Set(['type', 'status']);

export type HiddenRequest = { readonly workspace: string; readonly actor: Actor; readonly view: string };

export async function countHidden(
  runtime: Runtime,
  { workspace, actor, view: id }: HiddenRequest,
): Promise<{ readonly hidden: number }> {
  const { model, database } = runtime;
  const { values } = await findRecord(runtime, { workspace, actor, entity: model.entity('view'), id });
  const state = await mustState(runtime, workspace);
  const entity = model.entity(textOf(values['entity']));
  if (values['roadmap'] === undefined || entity.scope !== 'space') return { hidden: 0 };
  const mayRead = (space: string): boolean =>
    isAllowed(state, { kind: 'person', person: actor.person }, { entity, verb: 'read', subject: { space } });
  const spaces = (await placesOfView(runtime, workspace, values)).filter(
    (space) => !mayRead(space) && state.spaces.get(space)?.tellsHidden === true,
  );
  if (spaces.length === 0) return { hidden: 0 };
  const parts = viewParts(runtime, { state, actor: SYSTEM, entity, spaces });
  const parsed = parseQuery(values['query'] ?? makeQuery(entity.name));
  if (!parsed.ok) return { hidden: 0 };
  const { query, problems } = checkQuery(parsed.value, parts.schema);
  const isWhole = problems.every(({ path }) => !path.startsWith('where'));
  const isAnswered = isWhole && (query.where === undefined || isPlain(query.where));
  if (!isAnswered) return { hidden: 0 };
  const { text, values: parameters } = lowerCount(query, parts);
  const { rows } = await database.query<{ count: number }>(text, parameters);
  return { hidden: rows[0]?.count ?? 0 };
}

function isPlain(where: Expression): boolean {
  return [...fieldsOf(where)].every((field) => ASKED.has(field)) && !hasCall(where);
}

function hasCall(node: Expression): boolean {
  return node.type === 'call' || childrenOf(node).some(hasCall);
}
