/** The form: what was marked, kept as feedback or as an insight on an idea that was searched for. */
import { findIdeas, keepFeedback, keepInsight, readSpaces, Refused, type Choice } from './api.ts';
import { browser } from './browser.ts';
import { takeCapture, type Capture } from './capture.ts';
import { element } from './elements.ts';
import { readInstallation, type Installation } from './installation.ts';

const form = element('keep', HTMLFormElement);
const words = element('words', HTMLTextAreaElement);
const space = element('space', HTMLSelectElement);
const search = element('search', HTMLInputElement);
const found = element('found', HTMLFieldSetElement);
const problem = element('problem', HTMLElement);
const send = element('send', HTMLButtonElement);

/** After so long without a key the search is asked. */
const PAUSE_MS = 200;
const SPACE = 'space';

void start();

async function start(): Promise<void> {
  const installation = await readInstallation(browser);
  if (installation === null) {
    element('setup', HTMLElement).hidden = false;
    element('open-options', HTMLButtonElement).addEventListener('click', () => {
      void browser.runtime.openOptionsPage();
    });
    return;
  }
  const capture = await takeCapture(browser);
  words.value = capture.words;
  element('page', HTMLElement).textContent = capture.title || capture.url;
  form.hidden = false;
  words.focus();
  listen(installation, capture);
  await tryIt(() => fillSpaces(installation));
}

function listen(installation: Installation, capture: Capture): void {
  const once = crypto.randomUUID();
  form.addEventListener('change', showKind);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send.disabled = true;
    void tryIt(() => keep(installation, { ...capture, words: words.value.trim() }, once)).finally(() => {
      send.disabled = false;
    });
  });
  let pause: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => void tryIt(() => showFound(installation)), PAUSE_MS);
  });
}

function isForInsight(): boolean {
  return new FormData(form).get('kind') === 'insight';
}

function showKind(): void {
  const isInsight = isForInsight();
  element('of-feedback', HTMLElement).hidden = isInsight;
  element('of-insight', HTMLElement).hidden = !isInsight;
}

/** The space chosen last comes first. */
async function fillSpaces(installation: Installation): Promise<void> {
  const spaces = await readSpaces(installation);
  space.replaceChildren(...spaces.map(({ id, name }) => new Option(name, id)));
  const last = (await browser.storage.local.get(SPACE))[SPACE];
  if (spaces.some(({ id }) => id === last)) space.value = String(last);
}

async function showFound(installation: Installation): Promise<void> {
  const asked = search.value.trim();
  const ideas = asked === '' ? [] : await findIdeas(installation, asked);
  if (asked !== search.value.trim()) return;
  const [legend] = found.children;
  found.replaceChildren(...(legend ? [legend] : []), ...ideas.map(toRadio));
}

function toRadio({ id, name }: Choice, index: number): HTMLLabelElement {
  const label = document.createElement('label');
  const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'idea', value: id });
  input.checked = index === 0;
  const text = Object.assign(document.createElement('span'), { textContent: name });
  label.append(input, text);
  return label;
}

async function keep(installation: Installation, capture: Capture, once: string): Promise<void> {
  const keeping = { capture, email: element('email', HTMLInputElement).value, once };
  const path = isForInsight()
    ? await keepInsight(installation, keeping, ideaChosen())
    : await keepFeedback(installation, keeping, space.value);
  await browser.storage.local.set({ [SPACE]: space.value });
  form.hidden = true;
  element('kept', HTMLElement).hidden = false;
  const link = element('kept-link', HTMLAnchorElement);
  link.href = `${installation.origin}${path}`;
  link.focus();
}

function ideaChosen(): string {
  const idea = new FormData(form).get('idea');
  if (typeof idea !== 'string') throw new Refused('Search for an idea, and choose it.');
  return idea;
}

async function tryIt(act: () => Promise<void>): Promise<void> {
  problem.textContent = '';
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    problem.textContent = error.message;
  }
}
