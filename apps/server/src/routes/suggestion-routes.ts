/** What the product offers for a piece of feedback, each with what decided; and ideas that are like an idea. */
import { textOf } from '@throughline/base';
import {
  findRecord,
  isAllowed,
  mustState,
  readAcceptance,
  readDecided,
  type Actor,
  type WorkspaceState,
} from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

const MOST_SIMILAR = 5;
/** Below that, texts share words by chance. */
const LEAST_SCORE = 0.3;

export function addSuggestionRoutes(app: FastifyInstance, services: Services): void {
  addFeedbackRoute(app, services);
  addSimilarIdeas(app, services);
  addAcceptance(app, services);
}

function addFeedbackRoute(app: FastifyInstance, services: Services): void {
  const { runtime, authenticate, ideaTexts } = services;
  const { model } = runtime;
  app.get<{ Params: { id: string } }>(
    '/api/v1/feedback/:id/suggestions',
    {
      schema: {
        operationId: 'feedback_suggestions',
        summary:
          'The team and the ideas that feedback may belong to, where one stands out, each with what decided',
        tags: ['feedback'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      const entity = model.entity('feedback');
      const { id, values } = await findRecord(runtime, { workspace, actor, entity, id: request.params.id });
      const state = await mustState(runtime, workspace);
      const decided = await readDecided(runtime, workspace, id);
      const asked = { title: textOf(values['title'] ?? ''), body: textOf(values['body'] ?? '') };
      const mayRead = readerOf(state, actor);
      const found = await ideaTexts.suggest(workspace, asked, {
        accepts: (space, idea) => !decided.has(idea) && mayRead(model.entity('idea'), space),
      });
      const ideas = found.map(({ id: offered, score, because, like }) => ({
        kind: 'idea',
        offered,
        confidence: score,
        words: because.shared.map(({ word }) => word),
        like: like !== undefined && mayRead(entity, like.space) ? like.feedback : null,
      }));
      const isGiven = typeof values['team'] === 'string';
      const teams = isGiven ? [] : await offerTeam(services, { workspace, asked, decided });
      return { items: [...teams, ...ideas] };
    },
  );
}

type Asked = {
  readonly workspace: string;
  readonly asked: { readonly title: string; readonly body: string };
  readonly decided: ReadonlySet<string>;
};

/** At most one: the likeliest, if it is sure enough and was not decided on. */
async function offerTeam({ teamTexts }: Services, { workspace, asked, decided }: Asked) {
  const likely = await teamTexts.suggest(workspace, asked);
  if (likely === undefined || decided.has(likely.team)) return [];
  const { team, probability, words } = likely;
  return [{ kind: 'team', offered: team, confidence: probability, words, like: null }];
}

function addSimilarIdeas(app: FastifyInstance, { runtime, authenticate, ideaTexts }: Services): void {
  const entity = runtime.model.entity('idea');
  app.get<{ Params: { id: string } }>(
    '/api/v1/ideas/:id/similar',
    {
      schema: {
        operationId: 'idea_similar',
        summary: 'Ideas that say much the same, the likest first, each with what it shares',
        tags: ['ideas'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      const { id } = await findRecord(runtime, { workspace, actor, entity, id: request.params.id });
      const state = await mustState(runtime, workspace);
      const mayRead = readerOf(state, actor);
      const found = await ideaTexts.similar(workspace, id, {
        limit: MOST_SIMILAR,
        accepts: (space, other) => other !== id && mayRead(entity, space),
      });
      return {
        items: found
          .filter(({ score }) => score >= LEAST_SCORE)
          .map(({ id: like, score, because }) => ({ id: like, score, because })),
      };
    },
  );
}

function addAcceptance(app: FastifyInstance, { runtime, authenticate }: Services): void {
  app.get(
    '/api/v1/acceptance',
    {
      schema: {
        operationId: 'suggestion_acceptance',
        summary: 'How many suggestions were accepted, refused and passed over, by kind and month',
        tags: ['suggestions'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      return { items: await readAcceptance(runtime, { workspace, actor }) };
    },
  );
}

type Entity = Services['runtime']['model']['entities'][number];

function readerOf(state: WorkspaceState, actor: Actor): (entity: Entity, space: string) => boolean {
  return (entity, space) => isAllowed(state, actor, { entity, verb: 'read', subject: { space } });
}
