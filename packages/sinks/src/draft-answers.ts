import { textOf } from '@throughline/base';
import { ANSWER_STAGES, type Change } from '@throughline/model';
import { findAll, findAskers, wordAnswer, type Asker, type Work } from '@throughline/operations';
import { namedId } from './derived-id.ts';
import type { Sink } from './sink.ts';

/** What comes from elsewhere happened long ago, or never. */
const SILENT: ReadonlySet<string> = new Set(['import', 'sample']);
const TOLD: ReadonlySet<string> = new Set(ANSWER_STAGES.map(({ key }) => key));

/**
 * When an idea comes to another stage, an answer is drafted for everybody who asked: one for each stage, whatever
 * happens to the idea afterwards. Drafts of the stage before that nobody approved are not sent any more.
 */
export const draftAnswers: Sink = {
  name: 'draft-answers',
  apply: async (work, changes) => {
    for (const change of changes) {
      const stage = newStage(work, change);
      if (stage === undefined) continue;
      await dropDrafts(work, change.id, stage);
      if (TOLD.has(stage)) await draft(work, change, stage);
    }
  },
};

/** Undefined where the stage stays. */
function newStage(work: Work, { entity, space, before, after, source }: Change): string | undefined {
  const status = after?.['status'];
  if (entity !== 'idea' || before === null || typeof status !== 'string' || space === null) return undefined;
  if (SILENT.has(source)) return undefined;
  const stageOf = (key: unknown) => {
    const field = work.state.fieldsIn('idea', space).find(({ id }) => id === 'status');
    return field?.config.options?.find((option) => option.key === key)?.category;
  };
  const stage = stageOf(status);
  return stage === stageOf(before['status']) ? undefined : stage;
}

async function dropDrafts(work: Work, idea: string, stage: string): Promise<void> {
  const entity = work.entity('answer');
  for (const answer of await findAll(work, entity, { idea, state: 'draft' }))
    if (answer.values['stage'] !== stage) await work.update(entity, answer, { values: { state: 'skipped' } });
}

async function draft(work: Work, { id: idea, space }: Change, stage: string): Promise<void> {
  const entity = work.entity('answer');
  const told = new Set((await findAll(work, entity, { idea, stage })).map(({ id }) => id));
  const drafts = (await findAskers(work, idea))
    .map((asker) => ({
      id: namedId('answer', [work.state.id, idea, asker.contact, stage]),
      values: { ...valuesOf(asker, stage), idea, space },
    }))
    .filter(({ id }) => !told.has(id));
  await work.insert(entity, drafts);
}

function valuesOf({ contact, feedback, title, askedAt, language, connection }: Asker, stage: string) {
  const spoken = language ?? 'en';
  return {
    ...wordAnswer({ stage, language: spoken, title }),
    state: 'draft',
    stage,
    language: spoken,
    contact,
    askedAt: textOf(askedAt),
    ...(feedback === null ? {} : { feedback }),
    ...(connection === null ? {} : { connection }),
  };
}
