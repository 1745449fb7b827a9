import { expect, it } from 'vitest';
import { isPublicAddress } from './is-public-address.ts';

it('tells the open internet from everything inside, however it is written', () => {
  const open = ['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'];
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'fd00::1',
    'fe80::1',
    'localhost',
    '',
  ];
  expect(open.filter(isPublicAddress)).toEqual(open);
  expect(inside.filter(isPublicAddress)).toEqual([]);
});
