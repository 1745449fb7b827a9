import { element } from './element.ts';
import type { SimilarPost, WidgetCalls, WidgetPortal } from './widget-calls.ts';

export type SimilarList = { readonly node: HTMLElement; readonly look: (title: string) => void };

const PATIENCE_MS = 350;
/** Fewer letters say too little. */
const LEAST = 6;

/** Requests that say much the same, to vote for instead. */
export function makeSimilarList(calls: WidgetCalls, portal: WidgetPortal): SimilarList {
  const list = element('ul');
  const node = element(
    'section',
    { className: 'similar', hidden: true, ariaLive: 'polite' },
    element('h3', {}, portal.words.isItOneOfThese),
    list,
  );
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  const show = (posts: readonly SimilarPost[]): void => {
    list.replaceChildren(...posts.map((post) => makeItem(calls, portal, post)));
    node.hidden = posts.length === 0;
  };
  return {
    node,
    look: (title) => {
      clearTimeout(waiting);
      asked?.abort();
      if (title.trim().length < LEAST) {
        show([]);
        return;
      }
      waiting = setTimeout(() => {
        asked = new AbortController();
        // What is similar is an offer: without it people write all the same.
        calls.similar(title, asked.signal).then(show, () => undefined);
      }, PATIENCE_MS);
    },
  };
}

function makeItem(calls: WidgetCalls, portal: WidgetPortal, post: SimilarPost): HTMLElement {
  const title = element('span', {}, post.title);
  return element(
    'li',
    {},
    title,
    calls.isIdentified() ? makeVote(calls, portal, post) : makeLink(calls, portal, post),
  );
}

/** A vote counts for somebody who is known: others sign in at the portal. */
function makeLink({ origin }: WidgetCalls, { path, words }: WidgetPortal, { key, title }: SimilarPost) {
  return element(
    'a',
    {
      className: 'vote',
      href: `${origin}${path}/requests/${encodeURIComponent(key)}`,
      target: '_blank',
      rel: 'noopener',
      ariaLabel: `${words.vote}: ${title}`,
    },
    words.vote,
  );
}

function makeVote(calls: WidgetCalls, { words }: WidgetPortal, { key, title, hasVoted }: SimilarPost) {
  const button = element('button', { type: 'button' });
  let isFor = hasVoted;
  const tell = (): void => {
    button.textContent = isFor ? '✓' : words.vote;
    button.ariaLabel = `${isFor ? words.voted : words.vote}: ${title}`;
    button.ariaPressed = String(isFor);
  };
  button.addEventListener('click', () => {
    const wanted = !isFor;
    calls.vote(key, wanted).then(
      () => {
        isFor = wanted;
        tell();
      },
      () => tell(),
    );
  });
  tell();
  return button;
}
