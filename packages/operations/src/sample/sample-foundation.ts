/** The first day of the sample: people, teams, spaces, fields, customers. */
import { must, type Json, textOf } from '@throughline/base';
import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import type { Work } from '../work.ts';
import {
  CONTACT_ROLES,
  FIRST_NAMES,
  LAST_NAMES,
  SAMPLE_COMPANIES,
  type SampleCompany,
} from './company-names.ts';
import { SAMPLE_FIELDS, SAMPLE_PEOPLE, SAMPLE_SPACES } from './sample-people.ts';
import { runAt, type SampleState } from './sample-state.ts';

export async function layFoundation(state: SampleState, start: number): Promise<void> {
  await addPeople(state, start);
  for (const { owner, ...space } of SAMPLE_SPACES) {
    const made = await runAt(state, { at: start, by: owner, operation: 'space.create', input: space });
    state.spaces.set(space.key, textOf(made['id']));
  }
  await addMembers(state, start);
  for (const field of SAMPLE_FIELDS) {
    const made = await runAt(state, {
      at: start,
      by: 'Noor Jansen',
      operation: 'field.create',
      input: { entity: 'idea', ...(field as unknown as { [key: string]: Json }) },
    });
    state.fields.set(textOf(made['key']), textOf(made['id']));
  }
  await addCustomers(state, start);
}

/** Product people edit in the product spaces, everybody else contributes; strategy stays with its owner. */
async function addMembers(state: SampleState, start: number): Promise<void> {
  await asSystem(state, start, async (work) => {
    for (const { key, owner } of SAMPLE_SPACES.filter((space) => space.key !== 'STRAT')) {
      const others = SAMPLE_PEOPLE.filter((person) => person.name !== owner);
      const records = others.map(({ name, team }) => ({
        values: {
          person: must(state.people.get(name)),
          in: must(state.spaces.get(key)),
          role: team === 'Product' ? 'editor' : 'contributor',
        },
      }));
      await work.insert(work.entity('membership'), records);
    }
  });
}

async function addPeople(state: SampleState, start: number): Promise<void> {
  await asSystem(state, start, async (work) => {
    for (const { name, title, role, team } of SAMPLE_PEOPLE) {
      const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@lanterna.example`;
      const [person] = await work.insert(work.entity('person'), [{ values: { name, title, email } }]);
      const { id } = must(person);
      await work.insert(work.entity('membership'), [{ values: { person: id, role } }]);
      state.people.set(name, id);
      state.teams.set(team, '');
    }
    for (const team of state.teams.keys()) {
      const members = SAMPLE_PEOPLE.filter((each) => each.team === team).map((each) =>
        must(state.people.get(each.name)),
      );
      const [made] = await work.insert(work.entity('team'), [{ values: { name: team, members } }]);
      state.teams.set(team, must(made).id);
    }
  });
}

/** Yearly revenue in cents: a few large customers carry most of it. */
const REVENUE: Readonly<Record<string, readonly [number, number]>> = {
  enterprise: [9_000_000, 42_000_000],
  mid_market: [900_000, 5_200_000],
  small: [60_000, 480_000],
  free: [0, 0],
};

async function addCustomers(state: SampleState, start: number): Promise<void> {
  const { random } = state;
  await asSystem(state, start, async (work) => {
    const companies = await work.insert(
      work.entity('company'),
      SAMPLE_COMPANIES.map((company) => ({ values: companyValues(state, work, company) })),
    );
    const contacts = companies.flatMap((record, index) => {
      const { segment, domain, name: companyName } = must(SAMPLE_COMPANIES[index]);
      const count =
        segment === 'enterprise'
          ? random.whole(4, 7)
          : segment === 'mid_market'
            ? random.whole(2, 4)
            : random.whole(1, 2);
      return Array.from({ length: count }, () => {
        const first = random.pick(FIRST_NAMES);
        const last = random.pick(LAST_NAMES);
        const email = `${first}.${last}`
          .normalize('NFKD')
          .replace(/[^A-Za-z.]/g, '')
          .toLowerCase();
        return {
          companyName,
          values: {
            name: `${first} ${last}`,
            email: `${email}@${domain}`,
            role: random.pick(CONTACT_ROLES),
            company: record.id,
          },
        };
      });
    });
    const made = await work.insert(
      work.entity('contact'),
      contacts.map(({ values }) => ({ values })),
    );
    for (const [index, { id, values }] of made.entries()) {
      state.contacts.push({
        id,
        name: textOf(values['name']),
        company: textOf(values['company']),
        companyName: must(contacts[index]).companyName,
      });
    }
  });
}

function companyValues(
  { random }: SampleState,
  work: Work,
  { name, domain, segment, plan }: SampleCompany,
): Record<string, Json> {
  const [least, most] = REVENUE[segment] ?? [0, 0];
  const amount = Math.round((least + (most - least) * random.next() ** 2) / 1000) * 1000;
  return {
    name,
    domain,
    segment,
    plan,
    ...(amount > 0 ? { revenue: { amount, currency: work.state.currency } } : {}),
  };
}

async function asSystem(state: SampleState, at: number, act: (work: Work) => Promise<void>): Promise<void> {
  const { runtime, workspace } = state;
  await executeWith(
    runtime,
    { workspace, actor: SYSTEM, source: 'sample', now: new Date(at).toISOString() },
    async (work) => {
      await act(work);
      return {};
    },
  );
}
