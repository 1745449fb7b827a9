/** A pairwise ranking as it stands: the order behind all answers, and the pair that this person is asked next. */
import {
  choosePair,
  fitStrengths,
  orderByStrength,
  type PlacedOrder,
  type Strengths,
} from '@throughline/decide';
import type { Values } from '@throughline/model';
import { useMemo, useState } from 'react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { withAuthor } from '../../data/new-record.ts';
import { readText } from '../../fields/read-value.ts';

export interface RankingNow {
  /** Ids of the records that are still there, as they were given. */
  readonly records: readonly string[];
  readonly order: PlacedOrder;
  readonly answers: readonly ReplicaRecord[];
  /** Own answers, oldest first. */
  readonly own: readonly ReplicaRecord[];
  /** Undefined where the person has compared all. */
  readonly pair: readonly [string, string] | undefined;
  readonly choose: (winner: string, loser: string) => void;
  readonly skip: () => void;
  /** Takes back the newest own answer; undefined where there is none. */
  readonly takeBack: (() => void) | undefined;
}

export function useRanking(id: string, values: Values): RankingNow {
  const data = useWorkspace();
  const me = data.replica.session().person.id;
  const answers = useRelated('comparison', 'ranking', id);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const given = values['records'];
  const records = useMemo(
    () => (Array.isArray(given) ? given.map(String) : []).filter((each) => data.hub.get('idea', each)),
    [given, data.hub],
  );
  const strengths = useMemo(() => fit(records, answers), [records, answers]);
  const order = useMemo(() => orderByStrength(strengths), [strengths]);
  const own = useMemo(() => answers.filter((each) => each.values['person'] === me), [answers, me]);
  const pair = useMemo(() => {
    const passed = new Set([
      ...skipped,
      ...own.map((each) => pairName(each.values['winner'], each.values['loser'])),
    ]);
    const found = choosePair(strengths, (one, other) => passed.has(pairName(records[one], records[other])));
    return found && ([records[found[0]] ?? '', records[found[1]] ?? ''] as const);
  }, [strengths, records, own, skipped]);

  function choose(winner: string, loser: string) {
    const answer = { ranking: id, winner, loser, person: me, space: values['space'] ?? null };
    const create = {
      entity: 'comparison',
      verb: 'create',
      id: data.replica.newId('comparison'),
      values: withAuthor(data, answer),
    } as const;
    data.replica.write([create]);
  }
  const last = own.at(-1);
  return {
    records,
    order,
    answers,
    own,
    pair,
    choose,
    skip: () => pair && setSkipped(new Set([...skipped, pairName(...pair)])),
    takeBack:
      last &&
      (() => void data.replica.write([{ entity: 'comparison', verb: 'delete', id: last.id, values: {} }])),
  };
}

function fit(records: readonly string[], answers: readonly ReplicaRecord[]): Strengths {
  const places = new Map(records.map((record, at) => [record, at]));
  const comparisons = answers.flatMap(({ values }) => {
    const [winner, loser] = [places.get(readText(values['winner'])), places.get(readText(values['loser']))];
    return winner === undefined || loser === undefined ? [] : [{ winner, loser }];
  });
  return fitStrengths(records.length, comparisons);
}

function pairName(one: unknown, other: unknown): string {
  return [String(one), String(other)].toSorted().join(' ');
}
