import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { updateFromValues } from '../records/update-record.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

/**
 * The release is out. Where it is asked, its ideas come to the first status that says so in their space, those that
 * the actor may change; from there answers are drafted for who asked. Answers how many moved, and how many stayed.
 */
export async function shipRelease(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const { moveIdeas = false } = (input ?? {}) as { readonly moveIdeas?: boolean };
  const entity = work.entity('release');
  const release = await work.read(entity, id, { lock: true });
  work.allow(entity, 'ship', release);
  if (release.values['state'] === 'shipped')
    throw new Refusal('not_possible', { message: 'The release has shipped already.' });
  const shipped = await work.update(entity, release, {
    values: { state: 'shipped', shippedAt: work.now },
    verb: 'ship',
  });
  const moved = moveIdeas ? await finishIdeas(work, id) : { moved: 0, stayed: 0 };
  return { ...present(work.fieldsOf(entity), shipped.id, shipped.values), ...moved };
}

type Moved = { readonly moved: number; readonly stayed: number };

async function finishIdeas(work: Work, release: string): Promise<Moved> {
  const entity = work.entity('idea');
  let moved = 0;
  let stayed = 0;
  for (const idea of await findAll(work, entity, { shipsIn: release, archivedAt: null })) {
    const statuses = work.state
      .fieldsIn('idea', textOf(idea.values['space']))
      .find(({ id }) => id === 'status');
    const options = statuses?.config.options ?? [];
    const category = options.find(({ key }) => key === idea.values['status'])?.category;
    // Shipped before, or not to be built.
    if (category === 'done' || category === 'closed') continue;
    const status = options.find((option) => option.category === 'done')?.key;
    if (status === undefined || !work.may(entity, 'update', idea)) {
      stayed += 1;
      continue;
    }
    await updateFromValues(work, entity, { record: idea, values: { status } });
    moved += 1;
  }
  return { moved, stayed };
}
