/** “Explore a sample workspace”: fills an empty workspace in the background; its progress can be asked. */
import { Refusal } from '@throughline/contract';
import { authorise, makeSample, mustState } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

type Progress = { readonly share: number; readonly state: 'running' | 'done' | 'failed' };

export function addSampleRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  const running = new Map<string, Progress>();

  app.post('/api/v1/sample', { schema: { hide: true } }, async (request, reply) => {
    const { workspace, actor } = await authenticate(request);
    const state = await mustState(runtime, workspace);
    const entity = runtime.model.entity('workspace');
    authorise(state, actor, { entity, verb: 'update', subject: { space: null } });
    if (state.spaces.size > 1 || running.get(workspace)?.state === 'running') {
      throw new Refusal('not_possible', {
        message: 'There is work in this workspace already.',
        fix: 'Load the sample into a new installation.',
      });
    }
    const note = (progress: Progress): void => void running.set(workspace, progress);
    note({ share: 0, state: 'running' });
    makeSample(runtime, {
      workspace,
      until: runtime.ids.now(),
      onProgress: (share) => note({ share, state: 'running' }),
    }).then(
      () => note({ share: 1, state: 'done' }),
      (error: unknown) => {
        request.log.error(error);
        note({ share: 0, state: 'failed' });
      },
    );
    return reply.code(202).send({ share: 0, state: 'running' });
  });

  app.get('/api/v1/sample', { schema: { hide: true } }, async (request) => {
    const { workspace } = await authenticate(request);
    return running.get(workspace) ?? { share: 0, state: 'done' };
  });
}
