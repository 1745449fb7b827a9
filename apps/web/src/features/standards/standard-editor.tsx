import type { Json } from '@throughline/base';
import type { StandardPart } from '@throughline/model';
import { Button, EmptyState, TextField } from '@throughline/ui';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { Followers } from './followers.tsx';
import { PartsEditor } from './parts-editor.tsx';
import { PublishForm } from './publish-form.tsx';
import { readParts } from './standard-answers.ts';
import { TakeParts } from './take-parts.tsx';
import { useAct } from '../../answers/use-act.ts';

export interface StandardEditorProps {
  readonly id: string;
  readonly onLeave: () => void;
}

/** A standard: its words, its parts and how free each is, publishing, and who follows it. */
export function StandardEditor({ id, onLeave }: StandardEditorProps) {
  const values = useRecord('standard', id);
  const { rights } = useWorkspace();
  const { act, isBusy } = useAct();
  if (values === undefined) return <EmptyState title={t('notFound.title')} text={t('notFound.text')} />;
  const name = readText(values['name']);
  const mayEdit = rights.may('update', 'standard', values) && values['archivedAt'] === undefined;
  const parts = readParts(values['parts']);
  const save = (body: Readonly<Record<string, Json>>) =>
    void act({ method: 'PATCH', path: `/standards/${id}`, body, message: t('standard.saved', { name }) });
  const saveParts = (next: readonly StandardPart[]) => save({ parts: next as unknown as Json });
  const version = Number(values['version'] ?? 0);
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <SavedText
          label={t('standard.name')}
          value={name}
          isLocked={!mayEdit}
          onSave={(text) => text !== '' && save({ name: text })}
        />
        <SavedText
          label={t('standard.about')}
          value={readText(values['about'])}
          isLocked={!mayEdit}
          onSave={(text) => save({ about: text === '' ? null : text })}
        />
      </div>
      <PartsEditor parts={parts} isLocked={!mayEdit || isBusy} onChange={saveParts} />
      {mayEdit && <TakeParts isBusy={isBusy} onTake={(source) => save({ source })} />}
      {mayEdit && parts.length > 0 && (
        <PublishForm
          version={version + 1}
          isBusy={isBusy}
          onPublish={(note) =>
            act({
              method: 'POST',
              path: `/standards/${id}/publish`,
              body: note === '' ? {} : { note },
              message: t('standard.published', { number: version + 1, name }),
            })
          }
        />
      )}
      {version > 0 && <Followers standard={id} version={version} />}
      {mayEdit && (
        <Button
          variant="quiet"
          icon={<Archive size={14} />}
          className="self-start"
          onClick={() =>
            void act({
              method: 'POST',
              path: `/standards/${id}/archive`,
              message: t('standard.archived', { name }),
            }).then((done) => done && onLeave())
          }
        >
          {t('standard.archive')}
        </Button>
      )}
    </>
  );
}

interface SavedTextProps {
  readonly label: string;
  readonly value: string;
  readonly isLocked: boolean;
  readonly onSave: (text: string) => void;
}

/** Saved when it is left. */
function SavedText({ label, value, isLocked, onSave }: SavedTextProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <TextField
      label={label}
      value={draft ?? value}
      disabled={isLocked}
      onChange={setDraft}
      onBlur={() => {
        if (draft !== undefined && draft.trim() !== value) onSave(draft.trim());
        setDraft(undefined);
      }}
    />
  );
}
