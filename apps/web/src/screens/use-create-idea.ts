import type { Values } from '@throughline/model';
import { withAuthor } from '../data/new-record.ts';
import { useWorkspace } from '../data/data-context.ts';
import { t } from '../messages/t.ts';

/** Writes an idea down in a space; undefined where the person may not. */
export function useCreateIdea(space: string): ((title: string, values: Values) => string) | undefined {
  const data = useWorkspace();
  const { replica, rights, writer } = data;
  if (!rights.may('create', 'idea', { space })) return undefined;
  return (title, values) => {
    const id = replica.newId('idea');
    const status = data.fields('idea', space).find((field) => field.id === 'status')?.config
      .options?.[0]?.key;
    const all = withAuthor(data, { ...(status !== undefined && { status }), ...values, title, space });
    writer.write([{ entity: 'idea', verb: 'create', id, values: all }], {
      message: t('space.created', { title }),
    });
    return id;
  };
}
