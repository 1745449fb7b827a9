import { type JsonObject, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { authorise } from '../access/authorise.ts';
import { hashPassword } from '../access/password.ts';
import { hashSecret } from '../access/secret.ts';
import { seenFields } from '../access/seen-fields.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';
import { parseOrigins } from './parse-origins.ts';

type Input = {
  readonly view?: string;
  readonly edition?: string;
  readonly columns?: readonly string[];
  readonly title?: string;
  readonly expiresAt?: string;
  readonly slug?: string;
  readonly password?: string;
  readonly frames?: readonly string[];
};

/** A page for others: of a view with the chosen columns, or of an audience version, which says itself what it shows. */
export async function createShare(work: Work, { input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('share');
  const given = input as Input;
  const shown = await readShown(work, given);
  const space = textOf(shown.values['space']);
  authorise(work.state, work.actor, { entity, verb: 'create', subject: { space } });
  const frames = parseOrigins(given.frames ?? [], 'frames');
  if (given.password !== undefined && frames.length > 0) throw lockedFrame();
  if (given.expiresAt !== undefined && Date.parse(given.expiresAt) <= Date.parse(work.now)) throw longPast();
  if (given.slug !== undefined) await refuseTaken(work, given.slug);
  const secret = work.newSecret('share');
  const values = {
    title: given.title ?? textOf(shown.values['name']),
    space,
    secretHash: hashSecret(secret),
    ...named({ view: given.view, edition: given.edition, expiresAt: given.expiresAt, slug: given.slug }),
    ...(given.edition === undefined ? { columns: checkColumns(work, shown, given.columns ?? []) } : {}),
    ...(frames.length === 0 ? {} : { frames }),
    ...(given.password === undefined
      ? {}
      : { hasPassword: true, passwordHash: await hashPassword(given.password) }),
  };
  const [record] = await work.insert(entity, [{ values }]);
  const presented = present(work.fieldsOf(entity), record?.id ?? '', record?.values ?? {});
  return { ...presented, secret, path: `/shared/${given.slug ?? secret}` };
}

function named(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The view or the audience version, which the actor must be able to read. */
async function readShown(work: Work, { view, edition }: Input): Promise<StoredRecord> {
  if ((view === undefined) === (edition === undefined)) {
    throw new Refusal('invalid_input', {
      message: 'A page shows either a view or an audience version.',
      details: { field: 'view', code: 'one_of' },
    });
  }
  return edition === undefined
    ? work.read(work.entity('view'), view ?? '')
    : work.read(work.entity('edition'), edition);
}

function checkColumns(work: Work, view: StoredRecord, columns: readonly string[]): readonly string[] {
  const shown = work.entity(textOf(view.values['entity']));
  if (shown.scope !== 'space') {
    throw new Refusal('not_possible', {
      message: `A view of ${shown.label.many} cannot be shared.`,
      why: 'They belong to the whole workspace, and a link shows what is in spaces.',
    });
  }
  const fields = seenFields(work, shown.name);
  const unknown = columns.find((key) => !fields.some((field) => field.key === key && !field.hidden));
  if (unknown === undefined && columns.length > 0) return columns;
  throw new Refusal('invalid_value', {
    message:
      unknown === undefined ? 'Choose at least one column.' : `There is no column “${unknown.slice(0, 60)}”.`,
    details: { field: 'columns', code: unknown === undefined ? 'required' : 'unknown_field' },
  });
}

async function refuseTaken(work: Work, slug: string): Promise<void> {
  const { rows } = await work.tx.query('select 1 from share where slug = $1 and revoked_at is null', [slug]);
  if (rows.length > 0)
    throw new Refusal('already_exists', { message: `There is a page at “${slug}” already.` });
}

function longPast(): Refusal {
  return new Refusal('invalid_value', {
    message: 'The page would have expired already.',
    why: '“expiresAt” lies in the past.',
    fix: 'Choose a moment to come, or leave it out for a page that stays.',
    details: { field: 'expiresAt', code: 'past' },
  });
}

function lockedFrame(): Refusal {
  return new Refusal('not_possible', {
    message: 'A page with a password cannot be embedded.',
    why: 'Browsers keep no password for a page inside a page of somebody else.',
    fix: 'Leave out the password, or make a link of its own for embedding.',
  });
}
