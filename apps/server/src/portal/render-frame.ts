/** What every page of a portal has around its content. */
import { textOf } from '@throughline/base';
import { html, NOTHING, type Html } from '../publish/escape.ts';
import type { PortalPlace } from './portal-request.ts';
import { changelogWordsIn } from './changelog-words.ts';
import { PORTAL_STYLE } from './portal-style.ts';

export type Page = {
  readonly title: string;
  /** For search engines and previews. */
  readonly about?: string;
  readonly content: Html;
  /** The page's place in the menu. */
  readonly at?: 'requests' | 'roadmap' | 'changelog' | 'signIn';
  /** Its address without what a reader chose in it; pages without one are not for search engines. */
  readonly address?: string;
};

export function renderFrame({ visit, hasChangelog, words, path }: PortalPlace, page: Page): string {
  const { values } = visit.portal;
  const name = textOf(values['name']);
  const link = (at: Page['at'], to: string, text: string): Html =>
    page.at === at
      ? html`<a href="${to}" aria-current="page">${text}</a>`
      : html`<a href="${to}">${text}</a>`;
  const roadmap =
    values['edition'] === undefined ? NOTHING : link('roadmap', `${path}/roadmap`, words.roadmap);
  const changelog = hasChangelog
    ? link('changelog', `${path}/changelog`, changelogWordsIn(words.language).changelog)
    : NOTHING;
  const account =
    visit.contact === null
      ? link('signIn', `${path}/sign-in`, words.signIn)
      : html`<form method="post" action="${path}/sign-out"><button>${words.signOut}</button></form>`;
  const follow =
    page.at === 'changelog'
      ? html`<a href="${path}/changelog.atom">${changelogWordsIn(words.language).changelogFeed}</a>`
      : html`<a href="${path}/feed.atom">${words.feed}</a>`;
  const body = html`<a class="skip" href="#content">${words.skip}</a>
    <header>
      <a class="name" href="${path}">${name}</a>
      <nav aria-label="${name}">
        ${link('requests', path, words.requests)}${roadmap}${changelog}${account}
      </nav>
    </header>
    <main id="content">${page.content}</main>
    <footer>${follow}<span>Throughline</span></footer>`;
  return `<!doctype html><html lang="${words.language}"><head>${head({ path, name, feed: page.at === 'changelog' ? 'changelog' : 'feed' }, page).markup}</head><body>${body.markup}</body></html>`;
}

type Around = { readonly path: string; readonly name: string; readonly feed: string };

function head({ path, name, feed }: Around, { title, about = '', address }: Page): Html {
  const whole = title === name ? name : `${title} · ${name}`;
  const robots =
    address === undefined
      ? html`<meta name="robots" content="noindex" />`
      : html`<link rel="canonical" href="${address}" /><meta property="og:url" content="${address}" />`;
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${whole}</title>
    <meta name="description" content="${about}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${about}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${name}" />
    ${robots}
    <link rel="stylesheet" href="${PORTAL_STYLE.path}" />
    <link rel="stylesheet" href="${path}/brand.css" />
    <link rel="alternate" type="application/atom+xml" title="${name}" href="${path}/${feed}.atom" />
    <link rel="alternate" type="application/rss+xml" title="${name}" href="${path}/${feed}.rss" />
    <link rel="alternate" type="application/feed+json" title="${name}" href="${path}/${feed}.json" />`;
}
