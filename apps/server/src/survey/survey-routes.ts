/** Where people answer: by the survey's open link, or by the one that a mail brought them alone. */
import { Refusal } from '@throughline/contract';
import { answerSurvey, findInvited, findSurvey, type FoundSurvey } from '@throughline/operations';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { READING, WRITING } from '../portal/portal-pages.ts';
import { freshForm, onceOf, readGiven } from '../portal/read-form.ts';
import { toRefusal } from '../routes/refusals.ts';
import type { Services } from '../routes/services.ts';
import { freshSurveyForm, renderSurvey, renderSurveyEnd } from './render-survey.ts';
import { surveyWordsIn, type SurveyWords } from './survey-words.ts';

type OfSurvey = { Params: { slug: string } };
type Doors = Pick<Services, 'runtime' | 'portalKeys'>;

export const SURVEY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function addSurveyPages(app: FastifyInstance, services: Services): Promise<void> {
  const doors: Doors = services;
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 200_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', SURVEY_POLICY);
      // The address may hold somebody's own link.
      reply.header('referrer-policy', 'no-referrer');
    });
    scope.setErrorHandler((error: FastifyError, request, reply) => sendRefusal(request, reply, error));
    const reading = { schema: { hide: true }, config: { rateLimit: READING } } as const;
    const writing = { schema: { hide: true }, config: { rateLimit: WRITING } } as const;
    scope.get<OfSurvey>('/survey/:slug', reading, async (request, reply) => {
      const { t = '' } = request.query as { readonly t?: string };
      return show(doors, reply, await openSurvey(doors, request.params.slug), String(t));
    });
    scope.post<OfSurvey>('/survey/:slug', writing, async (request, reply) => {
      const found = await openSurvey(doors, request.params.slug);
      return take(doors, { request, reply, found });
    });
  });
}

async function openSurvey({ runtime }: Doors, slug: string): Promise<FoundSurvey> {
  const found = await findSurvey(runtime, slug);
  if (!found || found.survey.values['state'] === 'draft') throw new Refusal('not_found');
  return found;
}

async function show(
  doors: Doors,
  reply: FastifyReply,
  found: FoundSurvey,
  token: string,
): Promise<FastifyReply> {
  const { survey } = found;
  const { language, state } = survey.values;
  if (state !== 'open')
    return send(
      reply.code(410),
      renderSurveyEnd(language, ({ over }) => over),
    );
  const invited = await invitedBy(doors, found, token);
  if (invited?.isAnswered === true)
    return send(
      reply,
      renderSurveyEnd(language, ({ again }) => again),
    );
  return send(reply, renderSurvey(survey, freshSurveyForm(token)));
}

type Taking = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly found: FoundSurvey;
};

async function take(doors: Doors, { request, reply, found }: Taking): Promise<FastifyReply> {
  const { survey } = found;
  const { language } = survey.values;
  const given = readGiven(request);
  const token = given['t'] ?? '';
  const invited = await invitedBy(doors, found, token);
  try {
    await answerSurvey(doors.runtime, found, {
      words: given['words'] ?? '',
      ...numberOf(given, 'score'),
      ...numberOf(given, 'opposite'),
      ...(invited === undefined ? {} : { response: invited.id }),
      ...onceOf(given),
    });
    return await send(
      reply,
      renderSurveyEnd(language, ({ thanks }) => thanks),
    );
  } catch (error) {
    const end = endOf(error);
    if (end !== undefined) return send(reply.code(409), renderSurveyEnd(language, end));
    const problem = problemOf(error, surveyWordsIn(language));
    return send(reply.code(422), renderSurvey(survey, { ...freshForm(given), token, problem }));
  }
}

function numberOf(given: Readonly<Record<string, string>>, name: 'score' | 'opposite') {
  const text = given[name] ?? '';
  return /^\d{1,2}$/.test(text) ? { [name]: Number(text) } : {};
}

/** Answered already, or over meanwhile. */
function endOf(error: unknown): ((words: SurveyWords) => string) | undefined {
  if (!(error instanceof Refusal)) return undefined;
  if (error.code === 'already_exists') return ({ again }) => again;
  return error.code === 'not_possible' ? ({ over }) => over : undefined;
}

function problemOf(error: unknown, { choose, tooLong }: SurveyWords): string {
  if (!(error instanceof Refusal) || error.code !== 'invalid_value') throw error;
  return error.body.details?.['code'] === 'not_answered' ? choose : tooLong;
}

/** The response that the mail was about; none for a link that is not ours or leads elsewhere. */
async function invitedBy({ runtime, portalKeys }: Doors, found: FoundSurvey, token: string) {
  const [workspace, id] = portalKeys.open('survey', token, runtime.ids.now()) ?? [];
  if (workspace !== found.workspace || id === undefined) return undefined;
  const response = await findInvited(runtime, found, id);
  return response && { id, isAnswered: response.values['answeredAt'] !== undefined };
}

function send(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}

async function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  error: FastifyError,
): Promise<FastifyReply> {
  const refusal = toRefusal(error);
  if (refusal.code === 'internal') request.log.error(error);
  const language = (request.headers['accept-language'] ?? 'en').slice(0, 2).toLowerCase();
  const text = refusal.code === 'not_found' ? surveyWordsIn(language).over : refusal.message;
  return send(
    reply.code(refusal.status),
    renderSurveyEnd(language, () => text),
  );
}
