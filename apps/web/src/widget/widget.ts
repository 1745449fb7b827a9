/**
 * The widget on the pages of other sites: `<script src="https://…/widget.js" data-portal="slug" async>`, and
 * `throughline('identify', {token})`, `throughline('open')`, `throughline('close')`.
 */
import { makeWidgetCalls } from './widget-calls.ts';
import { makeWidgetPanel } from './widget-panel.ts';

type Order = readonly [name: string, given?: { readonly token?: string }];
type Entrance = ((...order: Order) => unknown) & { q?: ArrayLike<unknown>[] };

declare global {
  interface Window {
    throughline?: Entrance;
  }
}

function start(script: HTMLScriptElement): void {
  const { portal: slug = '', language } = script.dataset;
  const calls = makeWidgetCalls(new URL(script.src).origin, slug);
  const ready = whenParsed()
    .then(() => calls.describe(language))
    .then((portal) => makeWidgetPanel(calls, portal));
  const obey = async (...[name, given]: Order): Promise<void> => {
    if (name === 'identify') return calls.identify(given?.token ?? '');
    const panel = await ready;
    if (name === 'open') panel.open();
    if (name === 'close') panel.close();
  };
  const tell = (error: unknown): void => console.warn('Throughline:', error);
  ready.catch(tell);
  const waiting = window.throughline?.q ?? [];
  window.throughline = (...order: Order) => obey(...order).catch(tell);
  for (const order of waiting) window.throughline(...(Array.from(order) as unknown as Order));
}

function whenParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

// Known only while the script itself runs.
const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) start(currentScript);
