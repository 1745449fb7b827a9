/** One's own votes in a round: in the browser's copy, or, of an anonymous round, asked of the server alone. */
import type { JsonObject } from '@throughline/base';
import type { Field } from '@throughline/model';
import { readItems, tryIt, useAnswer } from '../../answers/use-answer.ts';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import { giveVote, ownVote, pointsGiven, type GivenVote } from '../../data/votes.ts';
import { readNumber, readText } from '../../fields/read-value.ts';

export interface OwnVote {
  readonly points: number;
  readonly note: string;
}

export interface Ballots {
  /** Undefined until they are known. */
  readonly of: ((record: string) => OwnVote) | undefined;
  readonly spent: number;
  readonly give: (vote: GivenVote) => void;
}

const none: OwnVote = { points: 0, note: '' };

export function useNamedBallots(field: Field): Ballots {
  const data = useWorkspace();
  const me = data.replica.session().person.id;
  const own = useRelated('vote', 'field', field.id).filter(({ values }) => values['person'] === me);
  return {
    of: (record) => {
      const vote = ownVote(data, field, record);
      return vote === undefined ? none : { points: pointsGiven(vote), note: readText(vote.values['note']) };
    },
    spent: own.reduce((sum, vote) => sum + pointsGiven(vote), 0),
    give: (vote) => giveVote(data, field, { ...vote, isQuiet: true }),
  };
}

export function useAnonymousBallots(round: string): Ballots {
  const { replica } = useWorkspace();
  const filter = encodeURIComponent(`round = "${round}"`);
  const { body, reload } = useAnswer(`/ballots?limit=200&filter=${filter}`);
  const items = readItems(body);
  const find = (record: string): JsonObject | undefined => items?.find((item) => item['record'] === record);

  async function give({ record, points, note }: GivenVote): Promise<void> {
    const own = find(record);
    const values = { points, ...(note !== undefined && { note }) };
    await tryIt(async () => {
      if (own === undefined) {
        if (points > 0) await replica.call('POST', '/ballots', { body: { round, record, ...values } });
      } else if (points === 0) await replica.call('DELETE', `/ballots/${readText(own['id'])}`);
      else await replica.call('PATCH', `/ballots/${readText(own['id'])}`, { body: values });
    });
    reload();
  }
  return {
    of:
      items &&
      ((record) => {
        const own = find(record);
        return own === undefined
          ? none
          : { points: readNumber(own['points']) ?? 1, note: readText(own['note']) };
      }),
    spent: (items ?? []).reduce((sum, item) => sum + (readNumber(item['points']) ?? 1), 0),
    give: (vote) => void give(vote),
  };
}
