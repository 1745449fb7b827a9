/** Without a page: offers the menu on marked text, and opens the form with it. */
import { browser } from './browser.ts';
import { keepCapture, makeCapture } from './capture.ts';

const MENU = 'keep';

browser.runtime.onInstalled.addListener(() => {
  browser.contextMenus.create({ id: MENU, title: 'Keep for Throughline', contexts: ['selection'] });
});

browser.contextMenus.onClicked.addListener((info, tab) => {
  const page = { url: info.pageUrl ?? tab?.url ?? '', title: tab?.title ?? '' };
  void keepCapture(browser, makeCapture(info.selectionText ?? '', page)).then(openForm);
});

/** Older browsers open no popup without a press on the button: there it is a window. */
async function openForm(): Promise<void> {
  try {
    if (browser.action.openPopup === undefined) throw new Error('No popup can be opened');
    await browser.action.openPopup();
  } catch {
    const url = browser.runtime.getURL('popup.html');
    await browser.windows.create({ url, type: 'popup', width: 380, height: 620 });
  }
}
