/** Requests, in a list and alone. */
import { textOf } from '@throughline/base';
import { STAGES, type PortalComment, type PortalPost, type PostPage } from '@throughline/operations';
import { html, NOTHING, type Html } from '../publish/escape.ts';
import type { Form } from './read-form.ts';
import type { PostsQuery } from './posts-query.ts';
import { addressOf } from './posts-query.ts';
import type { PortalPlace } from './portal-request.ts';
import type { PostsPage } from './post-pages.ts';

const ARROW = html`<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M6 2 11 10H1z" /></svg>`;

export function renderPosts(place: PortalPlace, query: PostsQuery, { posts, hasMore }: PostsPage): Html {
  const { visit, words, path } = place;
  const { values } = visit.portal;
  const intro =
    values['intro'] === undefined ? NOTHING : html`<p class="quiet">${textOf(values['intro'])}</p>`;
  const none = query.search === '' ? words.nothingHere : words.nothingFound(query.search);
  const list =
    posts.length === 0
      ? html`<p class="quiet">${none}</p>`
      : html`<ul class="posts">
          ${posts.map((post) => renderItem(place, post))}
        </ul>`;
  return html`<h1>${textOf(values['name'])}</h1>
    ${intro}
    <form class="row search" role="search" action="${path}">
      <input
        type="search"
        name="q"
        value="${query.search}"
        maxlength="200"
        aria-label="${words.search}"
        placeholder="${words.search}"
      />
      <button>${words.find}</button>
      <a
        class="button primary"
        href="${path}/new${query.search === '' ? '' : `?title=${encodeURIComponent(query.search)}`}"
        >${words.newRequest}</a
      >
    </form>
    ${renderTabs(place, query)} ${list} ${renderPages(place, query, hasMore)}`;
}

function renderTabs({ visit, words, path }: PortalPlace, query: PostsQuery): Html {
  const tab = (change: Partial<PostsQuery>, text: string, isHere: boolean): Html => {
    const to = addressOf(path, { ...query, page: 1, ...change });
    return isHere ? html`<a href="${to}" aria-current="true">${text}</a>` : html`<a href="${to}">${text}</a>`;
  };
  const { sort, stage, isMine } = query;
  const mine = visit.contact === null ? NOTHING : tab({ isMine: !isMine }, words.mine, isMine);
  return html`<nav class="tabs" aria-label="${words.requests}">
      ${tab({ sort: 'top' }, words.top, sort === 'top')}${tab({ sort: 'new' }, words.newest, sort === 'new')}${mine}
    </nav>
    <nav class="tabs" aria-label="${words.all}">
      ${tab({ stage: undefined }, words.all, stage === undefined)}${STAGES.map((each) =>
        tab({ stage: each }, words.stages[each], stage === each),
      )}
    </nav>`;
}

function renderPages({ words, path }: PortalPlace, query: PostsQuery, hasMore: boolean): Html {
  const { page } = query;
  if (page === 1 && !hasMore) return NOTHING;
  const to = (turned: number): string => addressOf(path, { ...query, page: turned });
  return html`<nav class="pages" aria-label="${words.later}">
    ${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">${words.earlier}</a>` : html`<span></span>`}
    ${hasMore ? html`<a rel="next" href="${to(page + 1)}">${words.later}</a>` : NOTHING}
  </nav>`;
}

export function renderItem(place: PortalPlace, post: PortalPost): Html {
  const body = post.body === '' ? NOTHING : html`<p dir="auto">${post.body}</p>`;
  return html`<li>
    ${renderVote(place, post)}
    <div>
      <h3 dir="auto"><a href="${place.path}/requests/${post.key}">${post.title}</a></h3>
      ${body}${renderMeta(place, post)}
    </div>
  </li>`;
}

function renderVote(
  { words, path, here }: PortalPlace,
  { key, title, votes, hasVoted, isWaiting }: PortalPost,
): Html {
  if (isWaiting) return html`<span></span>`;
  const act = hasVoted ? words.voted : words.vote;
  return html`<form method="post" action="${path}/requests/${key}/vote">
    <input type="hidden" name="for" value="${hasVoted ? 'no' : 'yes'}" />
    <input type="hidden" name="to" value="${here}" />
    <button class="vote" aria-pressed="${hasVoted ? 'true' : 'false'}" title="${act}">
      ${ARROW}<span>${votes}</span><span class="sr">${words.votes(votes)}. ${act}: ${title}</span>
    </button>
  </form>`;
}

function renderMeta({ words }: PortalPlace, { stage, comments, at, isWaiting, isOwn }: PortalPost): Html {
  const waiting = isWaiting ? html`<span>${words.waiting}</span>` : NOTHING;
  const said = comments === 0 ? NOTHING : html`<span>${words.comments(comments)}</span>`;
  const own = isOwn ? html`<span>${words.you}</span>` : NOTHING;
  return html`<div class="meta">
    <span class="stage ${stage}">${words.stages[stage]}</span
    >${said}${renderDay(words.language, at)}${own}${waiting}
  </div>`;
}

function renderDay(language: string, at: string): Html {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(at),
  );
  return html`<time datetime="${at}">${day}</time>`;
}

/** What a form sent back is told of, and what was written in it. */
export function renderPost(place: PortalPlace, { post, comments }: PostPage, form: Form): Html {
  const { words, path } = place;
  const said =
    comments.length === 0
      ? NOTHING
      : html`<ul class="comments">
          ${comments.map((each) => renderComment(place, each))}
        </ul>`;
  const body = post.body === '' ? NOTHING : html`<div class="words" dir="auto">${post.body}</div>`;
  return html`<p><a href="${path}">${words.back}</a></p>
    ${form.notice === undefined ? NOTHING : html`<p class="note" role="status">${form.notice}</p>`}
    <div class="row">
      ${renderVote(place, post)}
      <h1 dir="auto">${post.title}</h1>
    </div>
    ${renderMeta(place, post)} ${body}
    <h2>${words.comments(comments.length)}</h2>
    ${said} ${post.isWaiting ? NOTHING : renderCommentForm(place, post, form)}`;
}

function renderComment({ words }: PortalPlace, { body, at, by }: PortalComment): Html {
  const author =
    by.kind === 'team'
      ? html`<span class="team">${by.name}</span>`
      : html`<span>${by.kind === 'you' ? words.you : words.customer}</span>`;
  return html`<li>
    <small>${author} · ${renderDay(words.language, at)}</small>
    <div class="words" dir="auto">${body}</div>
  </li>`;
}

function renderCommentForm({ visit, words, path }: PortalPlace, { key }: PortalPost, form: Form): Html {
  const mayWrite = visit.contact !== null || visit.portal.values['anonymous'] === true;
  if (!mayWrite)
    return html`<p>
      <a href="${path}/sign-in?to=${encodeURIComponent(`/requests/${key}`)}">${words.mustSignIn}</a>
    </p>`;
  const problem =
    form.problem === undefined ? NOTHING : html`<span class="problem" role="alert">${form.problem}</span>`;
  return html`<form method="post" action="${path}/requests/${key}/comments">
    <input type="hidden" name="once" value="${form.once}" />
    <label
      >${words.comment}${problem}<textarea name="comment" required maxlength="5000" dir="auto">
${form.given['comment'] ?? ''}</textarea>
    </label>
    <button>${words.addComment}</button>
  </form>`;
}
