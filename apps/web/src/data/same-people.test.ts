import { expect, test } from 'vitest';
import { companyOfAddress, sameCompanies, samePeople } from './same-people.ts';

const record = (id: string, values: Record<string, string | readonly string[]>) => ({ id, values });

test('contacts are the same by address, or by a whole name within one company', () => {
  const contacts = [
    record('1', { name: 'Ada Byron', email: 'ada@x.example', company: 'c1' }),
    record('2', { name: 'A. Byron', email: 'Ada+news@X.example' }),
    record('3', { name: 'ada byron', email: 'byron@y.example', company: 'c1' }),
    record('4', { name: 'Ada Byron', company: 'c2' }),
    record('5', { name: 'Ada', company: 'c1' }),
    record('6', { name: 'Ada', company: 'c1' }),
    record('7', { name: 'Nobody' }),
  ];
  expect(samePeople(contacts)).toEqual([
    { rule: 'email', what: 'ada@x.example', into: '1', from: '2' },
    { rule: 'name-and-company', what: 'c1 ada byron', into: '1', from: '3' },
  ]);
});

test('companies are the same by domain or by name without the legal form', () => {
  const companies = [
    record('1', { name: 'Globex', domain: 'globex.example' }),
    record('2', { name: 'Globex Group', domain: 'https://www.Globex.example/about' }),
    record('3', { name: 'GLOBEX GmbH & Co. KG' }),
    record('4', { name: 'Initech, Inc.' }),
    record('5', { name: 'Initech Ltd' }),
    record('6', { name: 'Incorporated Dreams' }),
  ];
  expect(sameCompanies(companies).map(({ rule, into, from }) => [rule, into, from])).toEqual([
    ['domain', '1', '2'],
    ['name', '1', '3'],
    ['name', '4', '5'],
  ]);
});

test('what somebody has said to be apart is not offered again', () => {
  const companies = [
    record('1', { name: 'Globex' }),
    record('2', { name: 'Globex Ltd', apart: ['1'] }),
    record('3', { name: 'Globex Inc' }),
  ];
  expect(sameCompanies(companies).map(({ into, from }) => [into, from])).toEqual([['1', '3']]);
});

test('an address tells the company, one of a mail provider does not', () => {
  const companies = [
    record('1', { name: 'Globex', domain: 'www.globex.example' }),
    record('2', { domain: 'gmail.com' }),
  ];
  expect(companyOfAddress('hank@Globex.example', companies)?.id).toBe('1');
  expect(companyOfAddress('hank@gmail.com', companies)).toBeUndefined();
  expect(companyOfAddress('nobody', companies)).toBeUndefined();
});
