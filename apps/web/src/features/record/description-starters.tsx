import type { Values } from '@throughline/model';
import { Button, useShortcuts } from '@throughline/ui';
import { useCallback, type MouseEvent } from 'react';
import { tryIt } from '../../answers/use-answer.ts';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { byRank } from '../../data/space-views.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface DescriptionStartersProps {
  readonly id: string;
  readonly values: Values;
}

/** What an empty description may begin with: those of the idea's type first. */
export function DescriptionStarters({ id, values }: DescriptionStartersProps) {
  const { replica, writer } = useWorkspace();
  const { space, type } = values;
  const templates = useRecords('description-template', {
    where: useCallback(
      ({ values: { space: place, forType } }: ReplicaRecord) =>
        place === space && (forType === undefined || forType === type),
      [space, type],
    ),
    compare: forTypeFirst,
  });
  const begin = (template: ReplicaRecord) =>
    void tryIt(async () => {
      const { body } = await replica.call('GET', `/description-templates/${template.id}`);
      writer.write(
        [{ entity: 'idea', verb: 'update', id, values: { description: readText(body['body']) } }],
        {
          message: t('templates.begun', { name: readText(template.values['name']) }),
        },
      );
    });
  const [first] = templates;
  useShortcuts(
    first === undefined
      ? []
      : [
          {
            keys: 'd',
            label: t('templates.beginShortcut'),
            group: t('record.label'),
            run: () => begin(first),
          },
        ],
  );
  if (first === undefined) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 pt-1">
      <span className="text-small text-muted">{t('templates.begin')}</span>
      {templates.map((template) => (
        <Button
          key={template.id}
          size="small"
          onMouseDown={stay}
          onClick={() => begin(template)}
          {...(template === first && { shortcut: 'd', tooltip: t('templates.beginShortcut') })}
        >
          {`${readText(template.values['emoji'])} ${readText(template.values['name'])}`.trim()}
        </Button>
      ))}
    </div>
  );
}

/** Leaving the text would take its bar away, and the button from under the pointer. */
function stay(event: MouseEvent): void {
  event.preventDefault();
}

function forTypeFirst(a: ReplicaRecord, b: ReplicaRecord): number {
  const [own, other] = [a, b].map(({ values }) => (values['forType'] === undefined ? 1 : 0));
  return (own ?? 0) - (other ?? 0) || byRank(a, b);
}
