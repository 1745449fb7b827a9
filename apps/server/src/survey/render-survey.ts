/** A survey's page: one form that needs no script, in the look of the portals. */
import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { PORTAL_STYLE } from '../portal/portal-style.ts';
import { freshForm, type Form } from '../portal/read-form.ts';
import { html, NOTHING, type Html } from '../publish/escape.ts';
import { surveyWordsIn, type SurveyWords } from './survey-words.ts';

export type SurveyForm = Form & { readonly token: string };

export function freshSurveyForm(token: string): SurveyForm {
  return { ...freshForm(), token };
}

export function renderSurvey(survey: StoredRecord, form: SurveyForm): string {
  const words = surveyWordsIn(survey.values['language']);
  const question = textOf(survey.values['question']);
  const problem =
    form.problem === undefined ? NOTHING : html`<p class="problem" role="alert">${form.problem}</p>`;
  const content = html`<form method="post" action="/survey/${textOf(survey.values['slug'])}">
    <input type="hidden" name="once" value="${form.once}" />
    <input type="hidden" name="t" value="${form.token}" />
    <h1>${question}</h1>
    ${problem}${figuresOf(survey, words, form)}
    <label
      >${textOf(survey.values['why'] ?? words.words)}<textarea name="words" maxlength="20000" dir="auto">
${form.given['words'] ?? ''}</textarea>
    </label>
    <button class="primary">${words.send}</button>
  </form>`;
  return pageOf(words, question, content);
}

export function renderSurveyEnd(language: unknown, text: (words: SurveyWords) => string): string {
  const words = surveyWordsIn(language);
  return pageOf(words, text(words), html`<h1 role="status">${text(words)}</h1>`);
}

function figuresOf(survey: StoredRecord, words: SurveyWords, { given }: Form): Html {
  const { kind, question = '', opposite = '' } = survey.values;
  const ask = { given: given['score'], name: 'score', legend: textOf(question) };
  if (kind === 'nps') return scale({ ...ask, from: 0, to: 10, low: words.least, high: words.most });
  if (kind === 'csat')
    return scale({ ...ask, from: 1, to: 5, low: words.dissatisfied, high: words.satisfied });
  if (kind !== 'kano') return NOTHING;
  const { feelings } = words;
  const other = { given: given['opposite'], name: 'opposite', legend: textOf(opposite) };
  return html`${feelingsOf(ask, feelings, 'sr')}${feelingsOf(other, feelings, 'asked')}`;
}

type Asked = { readonly name: string; readonly legend: string; readonly given: string | undefined };

type Scale = Asked & {
  readonly from: number;
  readonly to: number;
  readonly low: string;
  readonly high: string;
};

function scale({ name, legend, given, from, to, low, high }: Scale): Html {
  const values = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  return html`<fieldset class="scale">
    <legend class="sr">${legend}</legend>
    <div class="points">
      ${values.map((value) => choice({ name, value, text: value, isChosen: value === given }))}
    </div>
    <div class="ends quiet"><span>${from} ${low}</span><span>${to} ${high}</span></div>
  </fieldset>`;
}

function feelingsOf({ name, legend, given }: Asked, feelings: readonly string[], look: string): Html {
  return html`<fieldset class="feelings">
    <legend class="${look}">${legend}</legend>
    ${feelings.map((text, index) => {
      const value = String(index + 1);
      return choice({ name, value, text, isChosen: value === given });
    })}
  </fieldset>`;
}

type Choice = {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
};

function choice({ name, value, text, isChosen }: Choice): Html {
  const box = isChosen
    ? html`<input type="radio" name="${name}" value="${value}" required checked />`
    : html`<input type="radio" name="${name}" value="${value}" required />`;
  return html`<label class="choice">${box}<span>${text}</span></label>`;
}

function pageOf(words: SurveyWords, title: string, content: Html): string {
  const head = html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <link rel="stylesheet" href="${PORTAL_STYLE.path}" />`;
  const body = html`<main id="content" class="survey">${content}</main>`;
  return `<!doctype html><html lang="${words.language}"><head>${head.markup}</head><body>${body.markup}</body></html>`;
}
