import { Button, Dialog, Select, TextField } from '@throughline/ui';
import type { JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { UnreachableError } from '@throughline/client';
import { useState } from 'react';
import { useReplica, useWrite } from '../../data/data-context.ts';
import type { RecordSource } from '../../data/record-source.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { draftConfig, draftTypes, emptyDraft, hasOptions, type FieldDraft } from './field-draft.ts';
import { FormulaEditor } from './formula-editor.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { fieldsToMake, fitReadyMade, type Fitted, type ReadyMade } from './ready-made.ts';
import { ScaleEditor } from './scale-editor.tsx';
import { VotesEditor } from './votes-editor.tsx';

export interface FieldDialogProps {
  readonly source: RecordSource;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Ids of the fields that were made. */
  readonly onCreated: (ids: readonly string[]) => void;
}

/** Describes a new field of the space's records; what the server refuses is said here, and nothing typed is lost. */
export function FieldDialog({ source, open, onOpenChange, onCreated }: FieldDialogProps) {
  const [draft, setDraft] = useState<FieldDraft>(emptyDraft);
  const [fitted, setFitted] = useState<Fitted>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const create = useCreateFields(source);
  const change = (part: Partial<FieldDraft>) => setDraft({ ...draft, ...part });

  async function send(fields: readonly JsonObject[]) {
    setBusy(true);
    setProblem(undefined);
    try {
      onCreated(await create(fields));
      setDraft(emptyDraft);
      setFitted(undefined);
      onOpenChange(false);
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }
  function choose(readyMade: ReadyMade) {
    const found = fitReadyMade(readyMade, source.schema());
    setFitted(found);
    change({ name: draft.name.trim() === '' ? readyMade.name : draft.name, expression: found.expression });
  }
  function sent(): readonly JsonObject[] {
    const field = { name: draft.name.trim(), type: draft.type, config: draftConfig(draft) };
    return draft.type === 'formula' && fitted !== undefined ? fieldsToMake(fitted, field) : [field];
  }
  const isReady =
    draft.name.trim() !== '' &&
    (!hasOptions(draft.type) || draft.options.some(({ name }) => name.trim() !== '')) &&
    (draft.type !== 'formula' || draft.expression.trim() !== '');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('fieldEditor.title')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
          <Button variant="primary" disabled={!isReady || isBusy} onClick={() => void send(sent())}>
            {t('fieldEditor.create')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem !== undefined && (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger">
            {problem}
          </p>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t('fieldEditor.name')}
            value={draft.name}
            onChange={(name) => change({ name })}
            required
          />
          <Select
            label={t('fieldEditor.type')}
            items={draftTypes.map((type) => ({ value: type, label: t(`fieldType.${type}`) }))}
            value={draft.type}
            onChange={(type) => change({ type })}
          />
        </div>
        {hasOptions(draft.type) && (
          <OptionsEditor options={draft.options} onChange={(options) => change({ options })} />
        )}
        <ScaleEditor draft={draft} onChange={change} />
        {draft.type === 'votes' && <VotesEditor draft={draft} onChange={change} />}
        {draft.type === 'formula' && (
          <FormulaEditor
            source={source}
            text={draft.expression}
            fitted={fitted}
            onChange={(expression) => {
              if (expression.trim() === '') setFitted(undefined);
              change({ expression });
            }}
            onChoose={choose}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Makes the fields that are not there yet, as one act. */
function useCreateFields(
  source: RecordSource,
): (fields: readonly JsonObject[]) => Promise<readonly string[]> {
  const replica = useReplica();
  const { offerUndo } = useWrite();
  return async (fields) => {
    const ids: string[] = [];
    let cause: string | undefined;
    for (const field of fields) {
      const known = typeof field['key'] === 'string' ? source.schema().findField(field['key']) : undefined;
      if (known) {
        ids.push(known.id);
        continue;
      }
      const body = { ...field, entity: source.entity };
      const answer = await replica.call('POST', '/fields', { body, ...(cause !== undefined && { cause }) });
      cause ??= answer.cause ?? undefined;
      ids.push(readText(answer.body['id']));
    }
    if (cause !== undefined) offerUndo(cause, t('fieldEditor.created', { count: ids.length }));
    return ids;
  };
}

function problemText(error: unknown): string {
  if (error instanceof Refusal) return `${error.body.message} ${error.body.fix}`;
  if (error instanceof UnreachableError) return `${t('connection.unreachable')} ${t('connection.tryAgain')}`;
  throw error;
}
