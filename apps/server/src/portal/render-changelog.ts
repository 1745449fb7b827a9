/** The changelog: what was published, newest first, and each entry alone. */
import type { ChangelogEntry, ChangelogPage } from '@throughline/operations';
import { html, NOTHING, type Html } from '../publish/escape.ts';
import { changelogWordsIn } from './changelog-words.ts';
import type { PortalPlace } from './portal-request.ts';
import type { Form } from './read-form.ts';

export type ChangelogChoice = { readonly category: string | undefined; readonly page: number };

export type ShownEntry = ChangelogEntry & { readonly content: Html };

export type SubscribeState = 'no_mail' | 'ask' | 'sent' | 'follows';

type Shown = Omit<ChangelogPage, 'entries'> & {
  readonly entries: readonly ShownEntry[];
  readonly choice: ChangelogChoice;
};

export function renderChangelog(place: PortalPlace, shown: Shown, subscribing: Html): Html {
  const words = changelogWordsIn(place.words.language);
  const { entries, categories, choice } = shown;
  const tab = (category: string | undefined, name: string): Html => {
    const to = changelogAddress(place.path, { category, page: 1 });
    return category === choice.category
      ? html`<a href="${to}" aria-current="true">${name}</a>`
      : html`<a href="${to}">${name}</a>`;
  };
  const tabs =
    categories.length === 0
      ? NOTHING
      : html`<nav class="tabs" aria-label="${words.changelog}">
          ${tab(undefined, place.words.all)}${categories.map((each) => tab(each, categoryName(place, each)))}
        </nav>`;
  return html`<h1>${words.changelog}</h1>
    ${tabs}
    ${
      entries.length === 0
        ? html`<p class="quiet">${words.nothingPublished}</p>`
        : entries.map(
            (entry) => html`<article class="entry">${renderEntryPart(place, entry, true)}</article>`,
          )
    }
    ${renderPages(place, shown)}${subscribing}`;
}

export function renderEntry(place: PortalPlace, entry: ShownEntry, subscribing: Html): Html {
  const words = changelogWordsIn(place.words.language);
  return html`<article class="entry">${renderEntryPart(place, entry, false)}</article>
    <p><a href="${place.path}/changelog">${words.backToChangelog}</a></p>
    ${subscribing}`;
}

function renderEntryPart(place: PortalPlace, entry: ShownEntry, isInList: boolean): Html {
  const { words, path } = place;
  const { id, title, at, categories, version, content, language } = entry;
  const heading = isInList
    ? html`<h2 lang="${language ?? words.language}"><a href="${path}/changelog/${id}">${title}</a></h2>`
    : html`<h1 lang="${language ?? words.language}">${title}</h1>`;
  return html`${heading}
    <div class="meta">
      <time datetime="${at}">${dayIn(words.language, at)}</time>
      ${version === null ? NOTHING : html`<span>${version}</span>`}
      ${categories.map((each) => html`<span class="stage">${categoryName(place, each)}</span>`)}
    </div>
    <div class="text" lang="${language ?? words.language}" dir="auto">${content}</div>`;
}

function renderPages({ words, path }: PortalPlace, { choice, hasMore }: Shown): Html {
  const { page } = choice;
  if (page === 1 && !hasMore) return NOTHING;
  const to = (turned: number): string => changelogAddress(path, { ...choice, page: turned });
  return html`<nav class="pages" aria-label="${words.later}">
    ${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">${words.earlier}</a>` : html`<span></span>`}
    ${hasMore ? html`<a rel="next" href="${to(page + 1)}">${words.later}</a>` : NOTHING}
  </nav>`;
}

export function changelogAddress(path: string, { category, page }: ChangelogChoice): string {
  const chosen = new URLSearchParams({
    ...(category === undefined ? {} : { category }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return `${path}/changelog${chosen === '' ? '' : `?${chosen}`}`;
}

/** Below the entries: where somebody asks to be told by mail. */
export function renderSubscribe(place: PortalPlace, form: Form, state: SubscribeState): Html {
  const { words, path } = place;
  const own = changelogWordsIn(words.language);
  if (state === 'no_mail') return NOTHING;
  if (state === 'follows') return html`<p class="note" role="status">${own.follows}</p>`;
  const { email = '' } = form.given;
  if (state === 'sent') return html`<p class="note" role="status">${own.followSent(email)}</p>`;
  const problem =
    form.problem === undefined
      ? NOTHING
      : html`<span class="problem" id="problem" role="alert">${form.problem}</span>`;
  return html`<section aria-labelledby="follow">
    <h2 id="follow">${own.follow}</h2>
    <p class="quiet">${own.followText}</p>
    <form method="post" action="${path}/changelog/subscribe">
      <label
        >${words.email}<input
          type="email"
          name="email"
          value="${email}"
          required
          maxlength="320"
          autocomplete="email"
          ${form.problem === undefined ? NOTHING : html`aria-invalid="true" aria-describedby="problem"`}
        />${problem}</label
      >
      <button>${own.follow}</button>
    </form>
  </section>`;
}

/** Where the link in the mail leads: programs that look at links subscribe nobody. */
export function renderConfirm(
  place: PortalPlace,
  link: { readonly token: string; readonly email: string },
): Html {
  const own = changelogWordsIn(place.words.language);
  return html`<h1>${own.followAs(link.email)}</h1>
    <form method="post" action="${place.path}/changelog/confirm">
      <input type="hidden" name="token" value="${link.token}" />
      <button class="primary">${own.follow}</button>
    </form>`;
}

function categoryName({ words }: PortalPlace, category: string): string {
  const known = changelogWordsIn(words.language).categories;
  return Object.hasOwn(known, category) ? (known[category] ?? category) : category;
}

/** Of the day in UTC, which is the same for all readers. */
function dayIn(language: string, at: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
}
