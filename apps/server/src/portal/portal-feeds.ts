/** What is new for feed readers: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. */
import { textOf, type JsonObject } from '@throughline/base';
import { html } from '../publish/escape.ts';
import type { PortalPlace } from './portal-request.ts';

export type FeedItem = {
  readonly id: string;
  readonly title: string;
  /** Below the portal. */
  readonly path: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  /** The text as HTML; a text without is plain. */
  readonly markup?: string;
};

export type FeedParts = {
  readonly place: PortalPlace;
  /** What it is of, besides the portal's name. */
  readonly title?: string;
  /** Below the portal: the page that it follows. */
  readonly home: string;
  /** Below the portal: its own address, without the ending. */
  readonly feed: string;
  readonly items: readonly FeedItem[];
  /** How browsers reach the server. */
  readonly url: string;
};

export function renderAtom(parts: FeedParts): string {
  const { place, items, feed } = parts;
  const { title, name, home, portal } = about(parts);
  const updated = items[0]?.at ?? textOf(place.visit.portal.values['createdAt']);
  const entries = items.map(
    (item) =>
      html`<entry>
        <id>urn:throughline:${item.id}</id>
        <title>${item.title}</title>
        <link href="${portal}${item.path}" />
        <updated>${item.at}</updated>
        <content type="${item.markup === undefined ? 'text' : 'html'}">${item.markup ?? item.text}</content>
      </entry>`,
  );
  return declared(
    html`<feed xmlns="http://www.w3.org/2005/Atom">
      <id>urn:throughline:${place.visit.portal.id}${parts.home}</id>
      <title>${title}</title>
      <link href="${home}" />
      <link rel="self" href="${portal}${feed}.atom" />
      <updated>${updated}</updated>
      <author><name>${name}</name></author>
      ${entries}
    </feed>`.markup,
  );
}

export function renderRss(parts: FeedParts): string {
  const { title, home, portal } = about(parts);
  const items = parts.items.map(
    (item) =>
      html`<item>
        <title>${item.title}</title>
        <link>${portal}${item.path}</link>
        <guid isPermaLink="false">urn:throughline:${item.id}</guid>
        <pubDate>${new Date(item.at).toUTCString()}</pubDate>
        <description>${item.markup ?? item.text}</description>
      </item>`,
  );
  return declared(
    html`<rss version="2.0">
      <channel>
        <title>${title}</title>
        <link>${home}</link>
        <description>${title}</description>
        ${items}
      </channel>
    </rss>`.markup,
  );
}

export function makeJsonFeed(parts: FeedParts): JsonObject {
  const { title, home, portal } = about(parts);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: `${portal}${parts.feed}.json`,
    items: parts.items.map(({ id, title: called, path, text, markup, at }) => ({
      id: `urn:throughline:${id}`,
      url: `${portal}${path}`,
      title: called,
      ...(markup === undefined ? { content_text: text } : { content_html: markup }),
      date_published: at,
    })),
  };
}

type About = {
  readonly name: string;
  readonly title: string;
  readonly portal: string;
  readonly home: string;
};

function about({ place: { visit, path }, title, home, url }: FeedParts): About {
  const name = textOf(visit.portal.values['name']);
  const portal = `${url}${path}`;
  return { name, title: title === undefined ? name : `${title} · ${name}`, portal, home: `${portal}${home}` };
}

/** XML has no sign for control characters, lines and tabs aside. */
const NO_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

function declared(markup: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup.replace(NO_XML, '')}`;
}
