import { MODEL, type Field } from '@throughline/model';
import { Button, Select, UnfoldItem } from '@throughline/ui';
import { Lock, Plus } from 'lucide-react';
import { useState } from 'react';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import { keptPart } from '../../data/kept-part.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';
import { FieldEditor } from './field-editor.tsx';
import { SettingGroup } from './setting-parts.tsx';
import { typeName } from '../../fields/type-name.ts';

const everywhere = '*';
const entities = ['idea', 'feedback', 'insight', 'company', 'contact'] as const;
type FieldEntity = (typeof entities)[number];

/** Fields that people added, and the built-in ones whose options are theirs to choose. */
export function FieldSettings() {
  const [entity, setEntity] = useState<FieldEntity>('idea');
  const [home, setHome] = useState(everywhere);
  const [open, setOpen] = useState<string>();
  // Drawn again when fields change.
  const { spaces } = useSession();
  const space = home === everywhere ? undefined : home;
  const records = useRecords('field');
  const { fields: fieldsOf, replica } = useWorkspace();
  const fields = space === undefined ? replica.fields(entity) : fieldsOf(entity, space);
  const isOwn = (field: Field) => !MODEL.entity(entity).fields.some(({ key }) => key === field.key);
  const custom = fields.filter(isOwn);
  const builtIn = fields.filter(
    (field) => !isOwn(field) && field.config.options !== undefined && field.key !== 'channel',
  );
  const recordOf = ({ id, key }: Field) =>
    records.find(({ values }) => {
      if (values['entity'] !== entity || values['archivedAt'] !== undefined) return false;
      if (space === undefined) return values['adapts'] === undefined && values['key'] === key;
      return values['in'] === space && (values['adapts'] === id || values['key'] === key);
    });
  const row = (field: Field) => (
    <FieldRow
      key={field.id}
      entity={entity}
      field={field}
      record={recordOf(field)}
      space={space}
      isOpen={open === field.id}
      onToggle={() => setOpen(open === field.id ? undefined : field.id)}
    />
  );
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
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
        <div className="w-48">
          <Select
            label={t('settings.fieldIn')}
            items={[
              { value: everywhere, label: t('inbox.allSpaces') },
              ...spaces.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={home}
            onChange={(next) => {
              setHome(next);
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
            space={space}
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
  /** The space whose own way of having it is shown. */
  readonly space: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function FieldRow({ entity, field, record, space: home, isOpen, onToggle }: FieldRowProps) {
  const { spaces } = useSession();
  const { hub } = useWorkspace();
  const kept = home === undefined ? undefined : keptPart(hub, record?.id, home);
  const space = spaces.find(({ id }) => id === record?.values['in']);
  return (
    <UnfoldItem
      isOpen={isOpen}
      onToggle={onToggle}
      head={
        <>
          <span className="min-w-0 flex-1 truncate font-medium">
            {field.name} <span className="text-small font-normal text-muted">{field.key}</span>
          </span>
          {kept && (
            <span className="flex items-center gap-1 text-small text-muted">
              <Lock size={13} aria-hidden />
              {t('standard.kept', { name: kept.by })}
            </span>
          )}
          {space && home === undefined && <span className="text-small text-muted">{space.name}</span>}
          <span className="pr-2 text-muted">{typeName(field.type)}</span>
        </>
      }
    >
      <div className="pl-6">
        {kept && (
          <p className="py-2 text-muted">
            {kept.freedom === 'override'
              ? null
              : t(kept.freedom === 'fixed' ? 'standard.keptFixed' : 'standard.keptExtend')}
          </p>
        )}
        {kept?.freedom !== 'fixed' && (
          <FieldEditor entity={entity} field={field} record={record} space={home} onDone={onToggle} />
        )}
      </div>
    </UnfoldItem>
  );
}
