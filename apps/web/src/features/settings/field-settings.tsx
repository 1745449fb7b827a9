import { MODEL, type Field } from '@throughline/model';
import { Button, Select } from '@throughline/ui';
import { ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { useRecords, useReplica } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';
import { FieldEditor } from './field-editor.tsx';
import { SettingGroup } from './setting-parts.tsx';
import { typeName } from '../../fields/type-name.ts';

const entities = ['idea', 'feedback', 'insight', 'company', 'contact'] as const;
type FieldEntity = (typeof entities)[number];

/** Fields that people added, and the built-in ones whose options are theirs to choose. */
export function FieldSettings() {
  const [entity, setEntity] = useState<FieldEntity>('idea');
  const [open, setOpen] = useState<string>();
  // Drawn again when fields change.
  useSession();
  const records = useRecords('field');
  const fields = useReplica().fields(entity);
  const isOwn = (field: Field) => !MODEL.entity(entity).fields.some(({ key }) => key === field.key);
  const custom = fields.filter(isOwn);
  const builtIn = fields.filter(
    (field) => !isOwn(field) && field.config.options !== undefined && field.key !== 'channel',
  );
  const recordOf = ({ key }: Field) =>
    records.find(({ values }) => values['entity'] === entity && values['key'] === key);
  const row = (field: Field) => (
    <FieldRow
      key={field.id}
      entity={entity}
      field={field}
      record={recordOf(field)}
      isOpen={open === field.id}
      onToggle={() => setOpen(open === field.id ? undefined : field.id)}
    />
  );
  return (
    <>
      <div className="flex items-end gap-3">
        <div className="w-48">
          <Select
            label={t('settings.fieldsOf')}
            items={entities.map((value) => ({ value, label: t(`entity.${value}`) }))}
            value={entity}
            onChange={(next) => {
              setEntity(next);
              setOpen(undefined);
            }}
          />
        </div>
        <Button variant="primary" icon={<Plus size={14} />} onClick={() => setOpen('new')}>
          {t('settings.newField')}
        </Button>
      </div>
      {open === 'new' && (
        <div className="rounded-md border px-4 pt-4">
          <FieldEditor
            entity={entity}
            field={undefined}
            record={undefined}
            onDone={() => setOpen(undefined)}
          />
        </div>
      )}
      <SettingGroup title={t('settings.customFields')}>
        {custom.length === 0 ? (
          <p className="text-muted">{t('settings.noFields')}</p>
        ) : (
          <ul className="divide-y border-y">{custom.map(row)}</ul>
        )}
      </SettingGroup>
      {builtIn.length > 0 && (
        <SettingGroup title={t('settings.standardFields')} text={t('settings.standardFieldsText')}>
          <ul className="divide-y border-y">{builtIn.map(row)}</ul>
        </SettingGroup>
      )}
    </>
  );
}

interface FieldRowProps {
  readonly entity: string;
  readonly field: Field;
  readonly record: ReplicaRecord | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function FieldRow({ entity, field, record, isOpen, onToggle }: FieldRowProps) {
  const { spaces } = useSession();
  const space = spaces.find(({ id }) => id === record?.values['in']);
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex min-h-10 w-full items-center gap-2 text-left hover:bg-hover"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={`text-faint transition-transform ${isOpen ? 'rotate-90' : ''}`}
        />
        <span className="min-w-0 flex-1 truncate font-medium">
          {field.name} <span className="text-small font-normal text-muted">{field.key}</span>
        </span>
        {space && <span className="text-small text-muted">{space.name}</span>}
        <span className="pr-2 text-muted">{typeName(field.type)}</span>
      </button>
      {isOpen && (
        <div className="pl-6">
          <FieldEditor entity={entity} field={field} record={record} onDone={onToggle} />
        </div>
      )}
    </li>
  );
}
