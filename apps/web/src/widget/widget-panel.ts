import { element } from './element.ts';
import { makeFeedbackForm } from './feedback-form.ts';
import type { WidgetCalls, WidgetPortal } from './widget-calls.ts';
import { WIDGET_STYLE } from './widget-style.ts';

export type WidgetPanel = { readonly open: () => void; readonly close: () => void };

/** A button in the corner and a dialog, in a shadow tree that the page's styles do not reach. */
export function makeWidgetPanel(calls: WidgetCalls, portal: WidgetPortal): WidgetPanel {
  const { words } = portal;
  const host = element('div', { lang: portal.language });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(WIDGET_STYLE);
  root.adoptedStyleSheets = [sheet];
  if (portal.color !== undefined) {
    host.style.setProperty('--brand', portal.color);
    host.style.setProperty('--on-brand', portal.ink ?? '#fff');
  }
  const button = element('button', { className: 'open', type: 'button', ariaHasPopup: 'dialog' }, words.open);
  const shut = element('button', { type: 'button', ariaLabel: words.close }, '×');
  const content = element('div');
  const title = element('h2', { id: 'title' }, portal.name);
  const dialog = element('dialog', {}, element('header', {}, title, shut), content);
  dialog.setAttribute('aria-labelledby', 'title');
  const renew = (): void => {
    content.replaceChildren(makeFeedbackForm({ calls, portal, withoutPanel, onSent }));
    content.querySelector<HTMLElement>('input, a')?.focus();
  };
  const onSent = (isWaiting: boolean): void => {
    const again = element('button', { type: 'button' }, words.another);
    again.addEventListener('click', renew);
    const said = element('p', { role: 'status', tabIndex: -1 }, isWaiting ? words.willBeRead : words.thanks);
    content.replaceChildren(said, again);
    said.focus();
  };
  const withoutPanel = async (take: () => Promise<void>): Promise<void> => {
    dialog.close();
    try {
      await take();
    } finally {
      dialog.showModal();
    }
  };
  const open = (): void => {
    if (dialog.open) return;
    // The browser keeps the focus within, closes it by Escape, and gives the focus back.
    dialog.showModal();
    renew();
  };
  button.addEventListener('click', open);
  shut.addEventListener('click', () => dialog.close());
  root.append(button, dialog);
  document.body.append(host);
  return { open, close: () => dialog.close() };
}
