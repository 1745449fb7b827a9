/** Takes ideas, or copies of them, to a space by the server, and asks it beforehand what fits there. */
import type { Json } from '@throughline/base';
import type { Replica } from '@throughline/client';
import type { RelocateAsked } from '../frame/relocate-request.ts';

/** A field that the old space alone has, over all the ideas that go. */
export interface Misfit {
  /** Key. */
  readonly field: string;
  readonly name: string;
  /** Ideas that have a value in it. */
  readonly count: number;
  /** Key of the field that takes the values; null where they are lost. */
  readonly to: string | null;
}

export interface RelocateOrder extends RelocateAsked {
  /** Its id. */
  readonly space: string;
  /** By key of a field of the old space: the key of the new one, or null. */
  readonly fields: Readonly<Record<string, string | null>>;
  readonly along: readonly string[];
}

type FitItem = { readonly field: string; readonly name: string; readonly to: string | null };

export async function findMisfits(replica: Replica, order: RelocateOrder): Promise<readonly Misfit[]> {
  const misfits = new Map<string, Misfit>();
  for (const id of order.ids) {
    const { body } = await send(replica, order, { id, dry: true, cause: undefined });
    for (const { field, name, to } of body['fit'] as unknown as readonly FitItem[]) {
      const known = misfits.get(field);
      misfits.set(field, { field, name, to: known?.to ?? to, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...misfits.values()];
}

/** Answers the cause by which all of it is undone as one act. */
export async function relocate(replica: Replica, order: RelocateOrder): Promise<string> {
  let cause: string | undefined;
  for (const id of order.ids) cause = (await send(replica, order, { id, dry: false, cause })).cause ?? cause;
  return cause ?? '';
}

type Sending = { readonly id: string; readonly dry: boolean; readonly cause: string | undefined };

function send(replica: Replica, { act, space, fields, along }: RelocateOrder, { id, dry, cause }: Sending) {
  const body: Json = { space, fields, dry, ...(act === 'copy' && { with: along }) };
  return replica.call('POST', `/ideas/${id}/${act}`, { body, ...(cause !== undefined && { cause }) });
}
