/** Where Throughline is, and the token: the browser is asked for that one address. */
import { call, Refused } from './api.ts';
import { browser } from './browser.ts';
import { element } from './elements.ts';
import {
  forgetInstallation,
  hostPattern,
  keepInstallation,
  parseOrigin,
  readInstallation,
} from './installation.ts';

const address = element('address', HTMLInputElement);
const token = element('token', HTMLInputElement);
const problem = element('problem', HTMLElement);
const done = element('done', HTMLElement);

element('setup', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void connect();
});
element('forget', HTMLButtonElement).addEventListener('click', () => void forget());
void show();

async function show(): Promise<void> {
  const known = await readInstallation(browser);
  address.value = known?.origin ?? '';
  token.value = known?.token ?? '';
}

function say(text: string, where: HTMLElement): void {
  problem.textContent = '';
  done.textContent = '';
  where.textContent = text;
}

async function connect(): Promise<void> {
  const origin = parseOrigin(address.value);
  if (origin === null)
    return say('This is no address that begins with https:// (http:// is for this machine alone).', problem);
  // Asked first, as browsers allow it only while the press is fresh.
  const isGranted = await browser.permissions.request({ origins: [hostPattern(origin)] });
  if (!isGranted) return say('Without the permission nothing can be sent there.', problem);
  const installation = { origin, token: token.value.trim() };
  try {
    const { workspace } = await call(installation, 'GET', '/session');
    await keepInstallation(browser, installation);
    const { name = origin } = (workspace ?? {}) as { readonly name?: string };
    return say(`Connected with ${name}.`, done);
  } catch (error) {
    return say(error instanceof Refused ? error.message : 'It does not answer as Throughline does.', problem);
  }
}

async function forget(): Promise<void> {
  const known = await readInstallation(browser);
  await forgetInstallation(browser);
  if (known !== null) await browser.permissions.remove({ origins: [hostPattern(known.origin)] });
  address.value = '';
  token.value = '';
  say('Forgotten.', done);
}
