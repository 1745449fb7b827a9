/** New requests for feed readers: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. */
import { textOf, type JsonObject } from '@throughline/base';
import type { PortalPost } from '@throughline/operations';
import { html } from '../publish/escape.ts';
import type { PortalPlace } from './portal-request.ts';

export type FeedParts = {
  readonly place: PortalPlace;
  readonly posts: readonly PortalPost[];
  /** How browsers reach the server. */
  readonly url: string;
};

export function renderAtom({ place, posts, url }: FeedParts): string {
  const { name, home } = about(place, url);
  const updated = posts[0]?.at ?? textOf(place.visit.portal.values['createdAt']);
  const entries = posts.map(
    (post) =>
      html`<entry>
        <id>urn:throughline:${post.id}</id>
        <title>${post.title}</title>
        <link href="${home}/requests/${post.key}" />
        <updated>${post.at}</updated>
        <content type="text">${post.body}</content>
      </entry>`,
  );
  return declared(
    html`<feed xmlns="http://www.w3.org/2005/Atom">
      <id>urn:throughline:${place.visit.portal.id}</id>
      <title>${name}</title>
      <link href="${home}" />
      <link rel="self" href="${home}/feed.atom" />
      <updated>${updated}</updated>
      <author><name>${name}</name></author>
      ${entries}
    </feed>`.markup,
  );
}

export function renderRss({ place, posts, url }: FeedParts): string {
  const { name, home } = about(place, url);
  const items = posts.map(
    (post) =>
      html`<item>
        <title>${post.title}</title>
        <link>${home}/requests/${post.key}</link>
        <guid isPermaLink="false">urn:throughline:${post.id}</guid>
        <pubDate>${new Date(post.at).toUTCString()}</pubDate>
        <description>${post.body}</description>
      </item>`,
  );
  return declared(
    html`<rss version="2.0">
      <channel>
        <title>${name}</title>
        <link>${home}</link>
        <description>${name}</description>
        ${items}
      </channel>
    </rss>`.markup,
  );
}

export function makeJsonFeed({ place, posts, url }: FeedParts): JsonObject {
  const { name, home } = about(place, url);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    home_page_url: home,
    feed_url: `${home}/feed.json`,
    items: posts.map(({ id, key, title, body, at }) => ({
      id: `urn:throughline:${id}`,
      url: `${home}/requests/${key}`,
      title,
      content_text: body,
      date_published: at,
    })),
  };
}

function about({ visit, path }: PortalPlace, url: string): { readonly name: string; readonly home: string } {
  return { name: textOf(visit.portal.values['name']), home: `${url}${path}` };
}

/** XML has no sign for control characters, lines and tabs aside. */
const NO_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

function declared(markup: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup.replace(NO_XML, '')}`;
}
