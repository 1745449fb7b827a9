import { Button } from '@throughline/ui';
import { LayoutTemplate, Save, Trash2 } from 'lucide-react';
import { useCallback } from 'react';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { saveTemplateRequest } from '../../frame/save-template-request.ts';
import { templateRequest } from '../../frame/template-request.ts';
import { t } from '../../messages/area-t.ts';

export interface SpaceTemplateActsProps {
  readonly space: { readonly id: string; readonly key: string; readonly name: string };
}

/** Marks the ideas that came with a template. */
const exampleLabel = 'Example';

/** Sets the space up from a template, keeps it as one, and clears away the examples that came with one. */
export function SpaceTemplateActs({ space }: SpaceTemplateActsProps) {
  const { rights, writer } = useWorkspace();
  const examples = useRecords('idea', {
    where: useCallback(
      ({ values }: ReplicaRecord) =>
        values['space'] === space.id &&
        Array.isArray(values['labels']) &&
        values['labels'].includes(exampleLabel),
      [space.id],
    ),
  });
  if (!rights.may('apply', 'space', { id: space.id })) return null;
  function removeExamples() {
    const writes = examples.map(({ id }) => ({ entity: 'idea', verb: 'archive', id, values: {} }) as const);
    writer.write(writes, { message: t('templates.examplesRemoved') });
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        icon={<LayoutTemplate size={14} />}
        onClick={() => templateRequest.open({ wanted: 'space', space })}
      >
        {`${t('templates.apply')}…`}
      </Button>
      <Button icon={<Save size={14} />} onClick={() => saveTemplateRequest.open(space)}>
        {`${t('templates.save')}…`}
      </Button>
      {examples.length > 0 && (
        <Button icon={<Trash2 size={14} />} onClick={removeExamples}>
          {t('templates.removeExamples', { count: examples.length })}
        </Button>
      )}
    </div>
  );
}
