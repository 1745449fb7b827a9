import type { JsonObject } from '@throughline/base';
import type { Values } from '@throughline/model';
import { Button, Dialog, IconButton } from '@throughline/ui';
import { Archive, Plus } from 'lucide-react';
import { useState } from 'react';
import { tryIt } from '../../answers/use-answer.ts';
import { useRelated, useReplica, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { openShare } from '../../frame/share-request.ts';
import { t } from '../../messages/area-t.ts';
import { EditionForm } from './edition-form.tsx';

export interface EditionsDialogProps {
  readonly roadmap: ReplicaRecord;
  readonly spaces: readonly string[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The audience versions of a roadmap: made, looked at as their readers see them, published. */
export function EditionsDialog({ roadmap, spaces, open, onOpenChange }: EditionsDialogProps) {
  const [edited, setEdited] = useState<ReplicaRecord | 'new'>();
  const replica = useReplica();

  async function save(body: JsonObject) {
    const isDone = await tryIt(() =>
      edited === undefined || edited === 'new'
        ? replica.call('POST', '/editions', {
            body: { ...withoutEmpty(body), roadmap: roadmap.id, space: readText(roadmap.values['space']) },
          })
        : replica.call('PATCH', `/editions/${edited.id}`, { body }),
    );
    if (isDone) setEdited(undefined);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        setEdited(undefined);
        onOpenChange(isOpen);
      }}
      title={t('edition.title', { name: readText(roadmap.values['name']) })}
      description={t('edition.intro')}
      width="wide"
    >
      {edited === undefined ? (
        <EditionList roadmap={roadmap} onEdit={setEdited} onClose={() => onOpenChange(false)} />
      ) : (
        <EditionForm
          roadmap={roadmap.id}
          spaces={spaces}
          values={edited === 'new' ? {} : edited.values}
          onSubmit={save}
          onBack={() => setEdited(undefined)}
        />
      )}
    </Dialog>
  );
}

function withoutEmpty(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) as JsonObject;
}

interface EditionListProps {
  readonly roadmap: ReplicaRecord;
  readonly onEdit: (edition: ReplicaRecord | 'new') => void;
  readonly onClose: () => void;
}

function EditionList({ roadmap, onEdit, onClose }: EditionListProps) {
  const { rights, writer } = useWorkspace();
  const editions = useRelated('edition', 'roadmap', roadmap.id);
  const mayPublish = rights.may('create', 'share', { space: roadmap.values['space'] ?? null } as Values);
  return (
    <div className="flex flex-col gap-3">
      {editions.length === 0 && <p className="text-muted">{t('edition.none')}</p>}
      <ul className="divide-y">
        {editions.map((edition) => {
          const name = readText(edition.values['name']);
          return (
            <li key={edition.id} className="flex flex-wrap items-center gap-2 py-2">
              <span className="min-w-32 flex-1 truncate font-medium">{name}</span>
              <AppLink
                href={`/roadmaps/${roadmap.id}/for/${edition.id}`}
                className="rounded-md border px-2 py-1 hover:bg-hover"
                onClick={onClose}
              >
                {t('edition.preview')}
              </AppLink>
              <Button size="small" onClick={() => onEdit(edition)}>
                {t('edition.edit')}
              </Button>
              {mayPublish && (
                <Button
                  size="small"
                  variant="primary"
                  onClick={() => {
                    onClose();
                    openShare(edition.id);
                  }}
                >
                  {t('edition.publish')}
                </Button>
              )}
              <IconButton
                size="small"
                label={t('edition.archive', { name })}
                icon={<Archive size={14} />}
                onClick={() =>
                  writer.write([{ entity: 'edition', verb: 'archive', id: edition.id, values: {} }], {
                    message: t('edition.archive', { name }),
                  })
                }
              />
            </li>
          );
        })}
      </ul>
      <Button icon={<Plus size={14} />} onClick={() => onEdit('new')} className="self-start">
        {t('edition.new')}
      </Button>
    </div>
  );
}
