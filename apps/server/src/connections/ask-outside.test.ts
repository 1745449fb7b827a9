import { afterAll, beforeAll, expect, it } from 'vitest';
import { openVendor, type Vendor } from '../testing/vendor.ts';
import { askOutside } from './ask-outside.ts';

let vendor: Vendor;
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(() => vendor.close());

const get = (path: string) => ({ method: 'GET', path }) as const;

it('never asks what lies inside, by whatever name, nor without TLS', async () => {
  const { port } = new URL(vendor.origin);
  const inside = [
    `https://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    'https://[::1]',
    'https://169.254.169.254',
    'http://slack.com',
  ];
  for (const origin of inside)
    await expect(askOutside({ origin, isTrusted: false }, get('/'))).rejects.toMatchObject({ lasts: true });
  expect(vendor.asked).toEqual([]);
});

it('asks one host alone, and follows it nowhere', async () => {
  const { origin } = vendor;
  for (const path of ['//elsewhere.example/', 'https://elsewhere.example/'])
    await expect(askOutside({ origin, isTrusted: true }, get(path))).rejects.toMatchObject({ lasts: true });
  vendor.answer('GET /moved', { status: 302, headers: { location: `${origin}/there` } });
  expect(await askOutside({ origin, isTrusted: true }, get('/moved'))).toMatchObject({ status: 302 });
  expect(vendor.asked.map(({ path }) => path)).toEqual(['/moved']);
});

it('says that it may be tried again where nobody answers', async () => {
  const gone = await openVendor();
  await gone.close();
  await expect(askOutside({ origin: gone.origin, isTrusted: true }, get('/'))).rejects.toMatchObject({
    lasts: false,
  });
});
