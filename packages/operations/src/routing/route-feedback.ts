import type { Values } from '@throughline/model';
import type { Work } from '../work.ts';
import { makeConditionTest } from './routing-condition.ts';

type Rule = { readonly id: string; readonly condition: string; readonly team: string };

/** The team that the space's rules give feedback to which has none, and the rule that did; nothing where none holds. */
export async function routeFeedback(work: Work, values: Values): Promise<Values> {
  if (values['team'] || typeof values['space'] !== 'string') return {};
  const { rows } = await work.tx.query<Rule>(
    `select r.id, r.condition, r.team from routing_rule r
     where r.workspace_id = $1 and r.space = $2 and r.archived_at is null and r.team is not null order by r.id`,
    [work.state.id, values['space']],
  );
  if (rows.length === 0) return {};
  const isMet = makeConditionTest(work, values);
  const rule = rows.find(({ condition }) => isMet(condition));
  return rule === undefined ? {} : { team: rule.team, routedBy: rule.id };
}
