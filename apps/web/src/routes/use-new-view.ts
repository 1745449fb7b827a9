import { makeQuery } from '@throughline/view';
import { useReplica, useWorkspace, useWrite } from '../data/data-context.ts';
import type { FrameSpace } from '../frame/frame-data.ts';
import { t } from '../messages/t.ts';
import { useGo } from '../router/router-context.ts';
import { viewHref } from './frame-links.tsx';

/** Makes a list of all ideas of the space and goes there; undefined where the person may not. */
export function useNewView(space: FrameSpace | undefined): (() => void) | undefined {
  const go = useGo();
  const replica = useReplica();
  const { write } = useWrite();
  const { rights } = useWorkspace();
  if (space === undefined || !rights.may('create', 'view', { space: space.id })) return undefined;
  return () => {
    const id = replica.newId('view');
    const query = makeQuery('idea', { columns: ['status', 'owner', 'insightCount', 'votes'] });
    const values = {
      name: t('view.newName'),
      layout: 'list',
      entity: 'idea',
      space: space.id,
      query: JSON.parse(JSON.stringify(query)),
    };
    write([{ entity: 'view', verb: 'create', id, values }], { message: t('view.created') });
    go(viewHref(space.key, id));
  };
}
