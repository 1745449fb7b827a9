/** Published pages as plain HTML: what a reader sees before, or without, any script. */
import type { Model } from '@throughline/model';
import type { PublishedPage } from '@throughline/operations';
import { html, NOTHING, type Html } from './escape.ts';
import { PAGE_STYLE } from './page-style.ts';
import { renderView } from './render-view.ts';

export function renderContent(model: Model, { title, about, views, titles }: PublishedPage): Html {
  const sections = views.map((view) => {
    const heading = views.length > 1 ? html`<h2>${view.name}</h2>` : NOTHING;
    return html`<section>${heading}${renderView({ model, titles, view })}</section>`;
  });
  const intro = about === null ? NOTHING : html`<p class="quiet">${about}</p>`;
  return html`<main class="tl-page">
    <h1>${title}</h1>
    ${intro}${sections}
    <footer>Shared with Throughline</footer>
  </main>`;
}

/** Where every link ends that shows nothing, whatever the reason. */
export function renderEnd(name: string): Html {
  return html`<main class="tl-page">
    <h1>This link does not lead anywhere (any more)</h1>
    <p>
      It has ended, was taken back, a part of it is missing, or the password was another one. Ask whoever sent
      it to you.
    </p>
    <p><a href="/shared/${encodeURIComponent(name)}">Try again</a></p>
  </main>`;
}

export function renderLock(name: string): Html {
  return html`<main class="tl-page">
    <h1>This page asks for a password</h1>
    <form method="post" action="/shared/${encodeURIComponent(name)}">
      <label>Password<input type="password" name="password" required autocomplete="current-password" /></label
      ><button>Open</button>
    </form>
  </main>`;
}

/** A page on its own, without the app. */
export function wholePage(title: string, content: Html): string {
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
    </html>`;
  return `${markup}<style>${PAGE_STYLE}</style></head><body>${content.markup}</body></html>`;
}

/** The app’s own page with the content in it until the app takes over. `shell` is its index.html. */
export function withinApp(shell: string, title: string, content: Html): string {
  return shell
    .replace(
      /<title>[^<]*<\/title>/,
      () => `${html`<title>${title}</title>`.markup}<style>${PAGE_STYLE}</style>`,
    )
    .replace('<div id="root"></div>', () => `<div id="root">${content.markup}</div>`);
}
