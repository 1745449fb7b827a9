/** What the sample's year has made so far, and how it writes: in the name of people, at their time. */
import { must, type Json, type JsonObject } from '@throughline/base';
import type { Values } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import { execute, executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import type { Random } from './random.ts';
import type { Topic } from './topic.ts';

export type SampleContact = {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly companyName: string;
};
export type SampleIdea = {
  readonly id: string;
  readonly topic: Topic;
  readonly createdAt: number;
  status: string;
};

export type SampleState = {
  readonly runtime: Runtime;
  readonly workspace: string;
  readonly random: Random;
  /** Person ids by name. */
  readonly people: Map<string, string>;
  readonly teams: Map<string, string>;
  readonly spaces: Map<string, string>;
  /** Custom fields of ideas: id by key. */
  readonly fields: Map<string, string>;
  readonly contacts: SampleContact[];
  readonly ideas: SampleIdea[];
};

/** Something somebody does at a moment. */
export type SampleEvent = {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A person's name. */
  readonly by: string;
  readonly act: (work: Work) => Promise<void>;
};

export function actorOf(state: SampleState, name: string): Actor {
  return { kind: 'person', person: must(state.people.get(name), `No ${name}`) };
}

/** An operation of the catalogue, as somebody, at a moment. */
export async function runAt(
  state: SampleState,
  event: { at: number; by: string; operation: string; input: JsonObject; id?: string },
): Promise<JsonObject> {
  const { runtime, workspace } = state;
  const { at, by, operation, input, id } = event;
  const outcome = await execute(runtime, {
    workspace,
    actor: actorOf(state, by),
    source: 'sample',
    operation,
    input: input as Json,
    now: new Date(at).toISOString(),
    ...(id === undefined ? {} : { id }),
  });
  return outcome.result;
}

/** Several acts of one person in one transaction. */
export async function actAt(
  state: SampleState,
  at: number,
  { by, acts }: { readonly by: string; readonly acts: readonly SampleEvent['act'][] },
): Promise<void> {
  await executeWith(
    state.runtime,
    {
      workspace: state.workspace,
      actor: actorOf(state, by),
      source: 'sample',
      now: new Date(at).toISOString(),
    },
    async (work) => {
      for (const act of acts) await act(work);
      return {};
    },
  );
}

export function withoutUndefined(values: { readonly [field: string]: Json | undefined }): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}
