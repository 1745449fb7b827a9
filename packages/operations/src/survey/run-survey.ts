import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';
import { DUE_CONTACTS } from './due-contacts.ts';

/** Asks contacts by mail: each once, or again after the days that the survey says. Tells how many will be asked. */
export async function runSurvey(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const { contacts } = (input ?? {}) as { readonly contacts?: readonly string[] };
  const entity = work.entity('survey');
  const survey = await work.read(entity, id, { lock: true });
  work.allow(entity, 'run', survey);
  if (survey.values['state'] !== 'open' || survey.values['archivedAt'] !== undefined)
    throw new Refusal('not_possible', { message: 'The survey is not open.', fix: 'Open it first.' });
  const due = await findDue(work, id, contacts);
  if (due.length === 0 && work.actor.kind === 'system')
    throw new Refusal('not_possible', { message: 'Nobody is to be asked now.' });
  const { space = null } = survey.values;
  const asked = due.map(({ contact, company }) => ({
    values: { survey: id, space, contact, state: 'approved', ...(company === null ? {} : { company }) },
  }));
  if (asked.length > 0) await work.insert(work.entity('response'), asked);
  return {
    ...present(work.fieldsOf(entity), id, survey.values),
    asked: asked.length,
    left: contacts === undefined ? 0 : new Set(contacts).size - asked.length,
  };
}

type Due = { readonly contact: string; readonly company: string | null };

async function findDue(
  work: Work,
  survey: string,
  contacts: readonly string[] | undefined,
): Promise<readonly Due[]> {
  if (contacts === undefined) {
    const { rows } = await work.tx.query<Due>(
      `${DUE_CONTACTS} and v.workspace_id = $2 and v.id = $3 limit 1000`,
      [work.now, work.state.id, survey],
    );
    return rows;
  }
  await mustRead(work, contacts);
  const { rows } = await work.tx.query<Due>(
    `select c.id as contact, c.company from contact c
     join survey v on v.workspace_id = c.workspace_id and v.id = $2
     left join lateral (select max(r.created_at) as at from response r
       where r.workspace_id = c.workspace_id and r.survey = v.id and r.contact = c.id and r.state is not null) last on true
     where c.workspace_id = $1 and c.id = any($3::text[]) and c.email is not null
       and c.archived_at is null and c.erased_at is null and c.unsubscribed_at is null
       and (last.at is null or last.at <= $4::timestamptz - make_interval(days => v.every_days::int))
     order by c.id`,
    [work.state.id, survey, [...new Set(contacts)], work.now],
  );
  return rows;
}

/** Somebody's token may not reach contacts: then nobody is mailed by it. */
async function mustRead(work: Work, contacts: readonly string[]): Promise<void> {
  const [first] = contacts;
  if (first !== undefined) await work.read(work.entity('contact'), textOf(first));
}
