import type { Values } from '@throughline/model';
import { Button, Dialog } from '@throughline/ui';
import { Archive } from 'lucide-react';
import { useReplica, useRecord, useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { RoadmapForm } from './roadmap-form.tsx';

export interface RoadmapDialogProps {
  /** The roadmap to change; a new one without. */
  readonly id?: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onCreated?: (id: string) => void;
}

export function RoadmapDialog({ id, open, onOpenChange, onCreated }: RoadmapDialogProps) {
  const data = useWorkspace();
  const replica = useReplica();
  const values = useRecord('roadmap', id);

  function submit(next: Values) {
    onOpenChange(false);
    if (id !== undefined)
      return void data.writer.write([{ entity: 'roadmap', verb: 'update', id, values: next }], {
        message: t('roadmap.saved'),
      });
    const made = replica.newId('roadmap');
    const owner = replica.session().person.id;
    data.writer.write(
      [{ entity: 'roadmap', verb: 'create', id: made, values: withAuthor(data, { owner, ...next }) }],
      { message: t('roadmap.created', { name: readText(next['name']) }) },
    );
    onCreated?.(made);
  }
  function archive() {
    onOpenChange(false);
    if (id !== undefined)
      data.writer.write([{ entity: 'roadmap', verb: 'archive', id, values: {} }], {
        message: t('roadmap.archived'),
      });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={id === undefined ? t('roadmap.new') : t('roadmap.edit')}
      description={t('roadmap.intro')}
    >
      <RoadmapForm
        values={values ?? {}}
        submit={id === undefined ? t('roadmap.create') : t('roadmap.save')}
        onSubmit={submit}
      />
      {id !== undefined && (
        <Button icon={<Archive size={14} />} onClick={archive} className="mt-2">
          {t('roadmap.archive')}
        </Button>
      )}
    </Dialog>
  );
}
