/** What the words of a piece of feedback tell by themselves: language, mood, what it is about, how much it is needed. */
import { textOf } from '@throughline/base';
import { findRecord } from '@throughline/operations';
import {
  loadLanguageDetector,
  readKind,
  readNeedStrength,
  readSentiment,
  type DetectLanguage,
} from '@throughline/text';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** The wordings that tell are English. */
const READ = 'en';

export function addReadingRoute(app: FastifyInstance, { runtime, authenticate }: Services): void {
  const entity = runtime.model.entity('feedback');
  let detector: Promise<DetectLanguage> | undefined;
  app.get<{ Params: { id: string } }>(
    '/api/v1/feedback/:id/reading',
    {
      schema: {
        operationId: 'feedback_reading',
        summary:
          'What the words of feedback tell: language, sentiment, kind and need, each with what told it',
        tags: ['feedback'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      const { values } = await findRecord(runtime, { workspace, actor, entity, id: request.params.id });
      const text = `${textOf(values['title'] ?? '')}\n${textOf(values['body'] ?? '')}`;
      // Loaded when it is first asked for; the next request tries again where that failed.
      detector ??= loadLanguageDetector();
      const detect = await detector.catch((error: unknown) => {
        detector = undefined;
        throw error;
      });
      const language = detect(text);
      return { language, ...(language === READ ? readEnglish(text) : {}) };
    },
  );
}

/** What the wording does not tell is left out. */
function readEnglish(text: string) {
  const { sentiment, confidence, because } = readSentiment(text);
  const { kind, because: told } = readKind(text);
  const { need, because: asked } = readNeedStrength(text);
  return {
    ...(sentiment === 'unsure'
      ? {}
      : { sentiment: { value: sentiment, confidence, words: because.map(({ words }) => words) } }),
    ...(kind === null ? {} : { kind: { value: kind, words: told } }),
    ...(need === null ? {} : { need: { value: need, words: asked } }),
  };
}
