import { expect, signIn, test } from './installation.ts';

const ODD = [
  '?view=garbage',
  '?view=view_00000000000000000000000000',
  '?layout=garbage',
  '?view=%00&layout=%00',
  '?view=%E0%A4%A&layout=%E0%A4%A',
  '?at=garbage',
  '?at=2026-02-31',
  '?at=99999-12-31',
  '?since=garbage',
  '?at=2026-01-01&since=2027-01-01',
];

test('an address that makes no sense leads to the space, or says what is wrong', async ({
  page,
  installation,
}) => {
  await installation.call('POST', '/spaces', { key: 'ODDADDR', name: 'Odd addresses' });
  await installation.call('POST', '/ideas', { space: 'ODDADDR', title: 'Found all the same' });
  const broken: string[] = [];
  page.on('pageerror', (error) => void broken.push(error.message));
  await signIn(page, installation);
  for (const odd of ODD) {
    await page.goto(`${installation.url}/s/ODDADDR${odd}`);
    const words = page
      .getByRole('main')
      .getByText(/Found all the same|not a day|no such|does not exist|cannot/i);
    await expect(words.first(), odd).toBeVisible();
  }
  await page.goto(`${installation.url}/s/NOSUCHSPACE`);
  await expect(
    page.getByText(/no such space|not found|does not exist|may not see|nothing here|no space/i).first(),
  ).toBeVisible();
  expect(broken).toEqual([]);
});
