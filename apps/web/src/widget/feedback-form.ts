import { element } from './element.ts';
import { makePictureField } from './picture-field.ts';
import { makeSimilarList } from './similar-list.ts';
import {
  WidgetFault,
  type Sending,
  type WidgetCalls,
  type WidgetPortal,
  type WidgetTexts,
} from './widget-calls.ts';

export type FormHost = {
  readonly calls: WidgetCalls;
  readonly portal: WidgetPortal;
  /** Does something while the panel is not on the screen. */
  readonly withoutPanel: (take: () => Promise<void>) => Promise<void>;
  readonly onSent: (isWaiting: boolean) => void;
};

export function makeFeedbackForm({ calls, portal, withoutPanel, onSent }: FormHost): HTMLElement {
  const { words } = portal;
  if (!portal.isForAll && !calls.isIdentified()) return makeDoor(calls, portal);
  const title = element('input', { required: true, maxLength: 200, autocomplete: 'off' });
  const body = element('textarea', { maxLength: 20_000 });
  const email = element('input', { type: 'email', autocomplete: 'email', maxLength: 320 });
  const page = element('input', { type: 'checkbox' });
  const picture = makePictureField(words, withoutPanel);
  const similar = makeSimilarList(calls, portal);
  const problem = element('p', { className: 'problem', role: 'alert', hidden: true });
  const button = element('button', { className: 'primary' }, words.send);
  const once = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const form = element(
    'form',
    {},
    makeField(words.whatDoYouWish, words.titleHint, title),
    similar.node,
    makeField(words.tellMore, words.tellMoreHint, body),
    ...(calls.isIdentified() ? [] : [makeField(words.email, words.emailHint, email)]),
    element('label', { className: 'check' }, page, words.sendPage),
    picture.node,
    problem,
    button,
  );
  title.addEventListener('input', () => similar.look(title.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.hidden = true;
    const written = {
      title: title.value,
      body: body.value,
      email: email.value,
      picture: picture.read(),
      once,
    };
    calls.send({ ...written, ...(page.checked ? describePage() : {}) }).then(
      ({ isWaiting }) => onSent(isWaiting),
      (error: unknown) => {
        button.disabled = false;
        problem.textContent = tellProblem(error, words);
        problem.hidden = false;
      },
    );
  });
  return form;
}

/** Who must be known first is led to the portal. */
function makeDoor({ origin }: WidgetCalls, { path, name, words }: WidgetPortal): HTMLElement {
  const link = element('a', { href: `${origin}${path}`, target: '_blank', rel: 'noopener' }, name);
  return element('div', {}, element('p', {}, words.mustSignIn), element('p', {}, link));
}

function makeField(label: string, hint: string, control: HTMLElement): HTMLElement {
  return element('label', { className: 'field' }, label, element('small', {}, hint), control);
}

/** Query and fragment stay here: they tell what people search for, and sometimes let others in. */
function describePage(): Sending {
  const { origin, pathname } = window.location;
  return { address: `${origin}${pathname}`, pageTitle: document.title };
}

function tellProblem(error: unknown, { problems, slowDown, mustSignIn, failed }: WidgetTexts): string {
  if (!(error instanceof WidgetFault)) return failed;
  if (error.status === 429) return slowDown;
  if (error.status === 401) return mustSignIn;
  return problems[error.code] ?? failed;
}
