import { MODEL, type Field, type FieldConfig } from '@throughline/model';
import type { JsonObject } from '@throughline/base';
import { Button, Select, TextField } from '@throughline/ui';
import { Archive } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { ConfigEditor } from './config-editor.tsx';
import { SortableSwitch, sortableTypes } from './sortable-switch.tsx';
import { typeName } from '../../fields/type-name.ts';
import { useAct } from '../../answers/use-act.ts';

export interface FieldEditorProps {
  readonly entity: string;
  /** Undefined for a new one. */
  readonly field: Field | undefined;
  /** What the workspace keeps of it; none while a built-in field is as it came. */
  readonly record: ReplicaRecord | undefined;
  /** The space that is to have it its own way. */
  readonly space?: string | undefined;
  readonly onDone: () => void;
}

interface Draft {
  readonly name: string;
  readonly type: string;
  readonly space: string;
  readonly about: string;
  readonly config: FieldConfig;
  /** connection: what it is called on the other side; none is made there when empty. */
  readonly otherName: string;
}

const everywhere = '*';
const newTypes = MODEL.fieldTypes.filter(({ custom }) => custom).map(({ name }) => name);

export function FieldEditor({ entity, field, record, space: home, onDone }: FieldEditorProps) {
  const { act } = useAct();
  const { spaces } = useSession();
  const isBuiltIn = field !== undefined && MODEL.entity(entity).fields.some(({ key }) => key === field.key);
  const [draft, setDraft] = useState<Draft>({
    name: field?.name ?? '',
    type: field?.type ?? 'select',
    space: readText(record?.values['in']) || home || everywhere,
    about: readText(record?.values['about']),
    config: field?.config ?? {},
    otherName: '',
  });
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const setConfig = (part: FieldConfig) => set({ config: { ...draft.config, ...part } });

  async function save(event: FormEvent) {
    event.preventDefault();
    const { name, type, space, about } = draft;
    const config = configOf(draft) as unknown as JsonObject;
    const message = t('settings.fieldSaved', { name });
    const saved = record
      ? await act({
          method: 'PATCH',
          path: `/fields/${record.id}`,
          body: { name, about: about || null, config },
          message,
        })
      : await act({
          method: 'POST',
          path: '/fields',
          body: {
            entity,
            name,
            type,
            config,
            ...(field && { key: field.key }),
            ...(about !== '' && { about }),
            ...(space !== everywhere && { in: space }),
          },
          message,
        });
    if (saved && !record && type === 'relation' && draft.otherName.trim() !== '') await addOtherSide(saved);
    if (saved) onDone();
  }
  /** The same connections, seen and written from their other end. */
  async function addOtherSide({ id }: JsonObject) {
    const name = draft.otherName.trim();
    await act({
      method: 'POST',
      path: '/fields',
      body: {
        entity: configOf(draft).target ?? '',
        name,
        type: 'relation',
        config: { target: entity, mirrors: id ?? '' },
      },
      message: t('settings.fieldSaved', { name }),
    });
  }
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4 pb-5">
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          label={t('settings.fieldName')}
          required
          value={draft.name}
          onChange={(name) => set({ name })}
        />
        <Select
          label={t('settings.fieldType')}
          items={(field ? [field.type] : newTypes).map((type) => ({
            value: type,
            label: typeName(type),
          }))}
          value={draft.type}
          disabled={field !== undefined}
          onChange={(type) => set({ type, config: {} })}
        />
        {!isBuiltIn && MODEL.entity(entity).scope === 'space' && (
          <Select
            label={t('settings.fieldIn')}
            items={[
              { value: everywhere, label: t('inbox.allSpaces') },
              ...spaces.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={draft.space}
            disabled={field !== undefined}
            onChange={(space) => set({ space })}
          />
        )}
      </div>
      <TextField label={t('settings.about')} value={draft.about} onChange={(about) => set({ about })} />
      <ConfigEditor
        entity={entity}
        type={draft.type}
        config={draft.config}
        isNew={field === undefined}
        isStatus={field?.key === 'status' || field?.key === 'state'}
        onChange={setConfig}
      />
      {sortableTypes.has(draft.type) && home === undefined && (
        <SortableSwitch
          field={record?.id}
          isOn={draft.config.sortable === true}
          onChange={(sortable) => setConfig({ sortable })}
        />
      )}
      {draft.type === 'relation' && !field && (
        <TextField
          label={t('settings.otherSide')}
          hint={t('settings.otherSideHint')}
          value={draft.otherName}
          onChange={(otherName) => set({ otherName })}
        />
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t('settings.save')}
        </Button>
        <Button onClick={onDone}>{t('capture.cancel')}</Button>
        {record && (!isBuiltIn || home !== undefined) && (
          <Button
            variant="quiet"
            icon={<Archive size={14} />}
            className="ml-auto"
            onClick={() => {
              void act({
                method: 'POST',
                path: `/fields/${record.id}/archive`,
                message: t('settings.archived', { name: draft.name }),
              }).then(onDone);
            }}
          >
            {t('settings.archiveField')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Only what the type knows: what an earlier choice of type left behind goes. */
function configOf({ type, config }: Draft): FieldConfig {
  if (type === 'select' || type === 'multi-select') {
    const { options = [], rules, sortable } = config;
    return { options, ...(rules && { rules }), ...(sortable && { sortable }) };
  }
  if (type === 'relation') return { ...config, target: config.target ?? 'idea' };
  return config;
}
