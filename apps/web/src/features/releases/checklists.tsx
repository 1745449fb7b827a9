import { Button, Menu, type MenuEntry } from '@throughline/ui';
import { ListChecks } from 'lucide-react';
import { useAct } from '../../answers/use-act.ts';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface ChecklistsProps {
  readonly release: string;
  readonly space: string;
  readonly tasks: readonly ReplicaRecord[];
}

/** Lists to begin with: the built-in one, and those that the space has kept. */
export function Checklists({ release, space, tasks }: ChecklistsProps) {
  const { rights } = useWorkspace();
  const { act } = useAct();
  const own = useRelated('checklist', 'space', space);
  const apply = (checklist: string | undefined) =>
    void act({
      method: 'POST',
      path: `/releases/${release}/apply`,
      body: checklist === undefined ? {} : { checklist },
      message: t('release.checklistAdded'),
    });
  const entries: MenuEntry[] = [
    {
      kind: 'action',
      id: 'standard',
      label: t('release.standardChecklist'),
      onSelect: () => apply(undefined),
    },
    ...own.map(({ id, values }) => ({
      kind: 'action' as const,
      id,
      label: readText(values['name']),
      onSelect: () => apply(id),
    })),
  ];
  if (tasks.length > 0 && rights.may('create', 'checklist', { space }))
    entries.push(
      { kind: 'separator', id: 'line' },
      {
        kind: 'action',
        id: 'keep',
        label: t('release.keepChecklist'),
        onSelect: () =>
          void act({
            method: 'POST',
            path: '/checklists',
            body: {
              space,
              name: t('release.checklistName', { number: own.length + 1 }),
              items: tasks.map(asItem),
            },
            message: t('release.checklistKept'),
          }),
      },
    );
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small" icon={<ListChecks size={14} />}>
          {t('release.checklists')}
        </Button>
      }
      entries={entries}
    />
  );
}

function asItem({ values }: ReplicaRecord) {
  const department = readText(values['department']);
  return { title: readText(values['title']), ...(department === '' ? {} : { department }) };
}
