/** The portal's pages on which somebody writes. */
import { POST_LIMITS, type PortalPost } from '@throughline/operations';
import { html, NOTHING, type Html } from '../publish/escape.ts';
import type { Form } from './read-form.ts';
import type { PortalPlace } from './portal-request.ts';
import { renderItem } from './render-posts.ts';

/** First the sentence; then, beside the requests that are like it, the rest. */
export function renderNewPost(place: PortalPlace, form: Form, similar: readonly PortalPost[] | null): Html {
  const { visit, words, path } = place;
  const { given } = form;
  const title = html`<label
    >${words.whatDoYouWish}<small>${words.titleHint}</small>${problemOf(form, 'title')}<input
      name="title"
      value="${given['title'] ?? ''}"
      required
      maxlength="${POST_LIMITS.title}"
      dir="auto"
      autocomplete="off"
  /></label>`;
  if (similar === null)
    return html`<h1>${words.newRequest}</h1>
      <form action="${path}/new">
        <input type="hidden" name="step" value="2" />
        ${title}<button class="primary">${words.goOn}</button>
      </form>`;
  const found =
    similar.length === 0
      ? NOTHING
      : html`<section class="note" aria-label="${words.isItOneOfThese}">
          <strong>${words.isItOneOfThese}</strong>
          <ul class="posts">
            ${similar.map((post) => renderItem(place, post))}
          </ul>
        </section>`;
  const email =
    visit.contact === null
      ? html`<label
          >${words.email}<small>${words.emailHint}</small>${problemOf(form, 'email')}<input
            type="email"
            name="email"
            value="${given['email'] ?? ''}"
            maxlength="320"
            autocomplete="email"
        /></label>`
      : NOTHING;
  return html`<h1>${words.newRequest}</h1>
    ${found}
    <form method="post" action="${path}/requests">
      <input type="hidden" name="once" value="${form.once}" />
      ${title}
      <label
        >${words.tellMore}<small>${words.tellMoreHint}</small>${problemOf(form, 'body')}<textarea
          name="body"
          maxlength="${POST_LIMITS.body}"
          dir="auto"
        >
${given['body'] ?? ''}</textarea>
      </label>
      ${email}<button class="primary">${words.send}</button>
    </form>`;
}

function problemOf({ problem, part }: Form, name: string): Html {
  return problem !== undefined && part === name
    ? html`<span class="problem" role="alert">${problem}</span>`
    : NOTHING;
}

export type SignInState = 'ask' | 'sent' | 'no_mail';

export function renderSignIn({ words, path }: PortalPlace, form: Form, state: SignInState): Html {
  if (state === 'no_mail')
    return html`<h1>${words.signIn}</h1>
      <p class="note">${words.noMail}</p>`;
  const { email = '', to = '' } = form.given;
  const sent = state === 'sent' ? html`<p class="note" role="status">${words.linkSent(email)}</p>` : NOTHING;
  return html`<h1>${words.signIn}</h1>
    <p class="quiet">${words.signInWhy}</p>
    ${sent}
    <form method="post" action="${path}/sign-in">
      <input type="hidden" name="to" value="${to}" />
      <label
        >${words.email}${problemOf(form, 'email')}<input
          type="email"
          name="email"
          value="${email}"
          required
          maxlength="320"
          autocomplete="email"
      /></label>
      <button class="primary">${words.sendLink}</button>
    </form>`;
}

/** Programs that look at links in mails follow them, but press no buttons. */
export function renderEnter(
  { words, path }: PortalPlace,
  link: { readonly token: string; readonly email: string },
): Html {
  return html`<h1>${words.enterAs(link.email)}</h1>
    <form method="post" action="${path}/enter">
      <input type="hidden" name="token" value="${link.token}" />
      <button class="primary">${words.enter}</button>
    </form>`;
}

/** A link that is over leads to where one asks for another. */
export function renderLinkOver({ words, path }: PortalPlace): Html {
  return html`<h1>${words.linkOver}</h1>
    <p><a href="${path}/sign-in">${words.tryAgain}</a></p>`;
}

export function renderEnd({ words, path }: PortalPlace, text: string): Html {
  return html`<h1>${text}</h1>
    <p><a href="${path}">${words.back}</a></p>`;
}
