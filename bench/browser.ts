/** Chromium for the benchmarks, and a page of it that is signed in. */
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Installation } from './installation.ts';

export const VIEWPORT = { width: 1280, height: 720 };

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** Without opening the product: what it shows first is measured. */
export async function signIn(page: Page, { url }: Installation): Promise<void> {
  const answer = await page.request.post(`${url}/api/auth/sign-in/email`, {
    data: { email: 'a@example.com', password: 'correct horse' },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`Not signed in: ${answer.status()} ${await answer.text()}`);
}
