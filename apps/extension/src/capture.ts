/** What was marked on a page, on its way from the page to the form. */
import type { Browser, Tab } from './browser.ts';

export type Capture = { readonly words: string; readonly url: string; readonly title: string };

const KEY = 'capture';
/** As long as the server takes. */
const LONGEST = 100_000;

export function makeCapture(words: string, { url = '', title = '' }: Pick<Tab, 'url' | 'title'>): Capture {
  // Addresses inside the browser lead nowhere for others.
  const isWeb = /^https?:\/\//.test(url);
  return { words: words.trim().slice(0, LONGEST), url: isWeb ? url : '', title: title.slice(0, 300) };
}

/** Kept until the form opens, and no longer than the browser runs. */
export async function keepCapture({ storage }: Browser, capture: Capture): Promise<void> {
  await storage.session.set({ [KEY]: capture });
}

/** What the menu kept, else what is marked on the page in front. */
export async function takeCapture(browser: Browser): Promise<Capture> {
  const kept = (await browser.storage.session.get(KEY))[KEY] as Capture | undefined;
  if (kept !== undefined) {
    await browser.storage.session.remove(KEY);
    return kept;
  }
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return makeCapture(await readMarked(browser, tab), tab ?? {});
}

async function readMarked({ scripting }: Browser, tab: Tab | undefined): Promise<string> {
  if (tab?.id === undefined) return '';
  try {
    const [frame] = await scripting.executeScript({ target: { tabId: tab.id }, func: markedText });
    return typeof frame?.result === 'string' ? frame.result : '';
  } catch {
    // Pages of the browser itself and its store let nobody read them: the words are typed then.
    return '';
  }
}

/** Runs in the page. */
function markedText(): string {
  return String(globalThis.getSelection() ?? '');
}
