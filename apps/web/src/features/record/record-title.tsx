import { MODEL, type Values } from '@throughline/model';
import { useState, type KeyboardEvent } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { useRecordEdits } from '../../data/use-record-edits.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface RecordPartProps {
  readonly entity: string;
  readonly id: string;
  readonly values: Values;
}

/** Leaving and Enter keep what was typed, Escape takes it back. */
export function RecordTitle({ entity, id, values }: RecordPartProps) {
  const { rights, fields } = useWorkspace();
  const edits = useRecordEdits(entity);
  const field = fields(entity).find((candidate) => candidate.id === MODEL.entity(entity).titleField);
  const saved = readText(field && values[field.id]);
  const [draft, setDraft] = useState<string>();
  function finish() {
    if (draft !== undefined && draft.trim() !== '' && draft !== saved && field)
      edits.edit([id], field, draft.trim());
    setDraft(undefined);
  }
  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setDraft(undefined);
    if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
    }
  }
  if (field === undefined || !rights.mayEditField(entity, values, field))
    return <h2 className="text-title font-semibold text-pretty">{saved}</h2>;
  return (
    <h2>
      <textarea
        aria-label={t('record.title')}
        rows={1}
        maxLength={500}
        value={draft ?? saved}
        onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
        onBlur={finish}
        onKeyDown={handleKey}
        className="-mx-2 block field-sizing-content w-[calc(100%+1rem)] resize-none rounded-md bg-transparent px-2 py-1 text-title font-semibold text-pretty hover:bg-sunken focus:bg-canvas"
      />
    </h2>
  );
}
