import { Button, Combobox, IconButton, Select } from '@throughline/ui';
import { MODEL, RELATION_TYPES, type Values } from '@throughline/model';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useReplica, useTitles, useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { lookupItems } from '../../fields/choice.tsx';
import { readText } from '../../fields/read-value.ts';
import { t, type MessageKey } from '../../messages/area-t.ts';

export interface ConnectionsTabProps {
  readonly id: string;
  readonly values: Values;
  readonly outgoing: readonly ReplicaRecord[];
  readonly incoming: readonly ReplicaRecord[];
  readonly onOpen: (key: string) => void;
}

type TypeKey = (typeof RELATION_TYPES)[number]['key'];

/** Connections as seen from here: what this blocks, and what blocks it. */
export function ConnectionsTab({ id, values, outgoing, incoming, onOpen }: ConnectionsTabProps) {
  const { rights } = useWorkspace();
  const mayAdd = rights.may('create', 'relation', values);
  return (
    <div className="flex flex-col gap-3 pt-3">
      <ul className="flex flex-col">
        {outgoing.map((relation) => (
          <Connection key={relation.id} relation={relation} side="from" onOpen={onOpen} />
        ))}
        {incoming.map((relation) => (
          <Connection key={relation.id} relation={relation} side="to" onOpen={onOpen} />
        ))}
      </ul>
      {outgoing.length + incoming.length === 0 && (
        <p className="text-ui text-muted">{t('connection.none')}</p>
      )}
      {mayAdd && <AddConnection id={id} />}
    </div>
  );
}

function typeLabel(type: string, side: 'from' | 'to'): string {
  const known = RELATION_TYPES.find(({ key }) => key === type);
  return known ? t(`relation.${known.key}.${side}` satisfies MessageKey) : type;
}

/** The name of the field that made a connection, as this side calls it. */
function useFieldName(values: Values, side: 'from' | 'to'): string | undefined {
  const { fields } = useReplica();
  const made = readText(values['field']);
  if (made === '') return undefined;
  const own = MODEL.entityOfId(readText(values[side]));
  const all = MODEL.entities.flatMap(({ name }) => fields(name));
  const here =
    own && fields(own.name).find(({ id, config }) => (side === 'from' ? id : config.mirrors) === made);
  return (here ?? all.find(({ id }) => id === made))?.name;
}

interface ConnectionProps {
  readonly relation: ReplicaRecord;
  readonly side: 'from' | 'to';
  readonly onOpen: (key: string) => void;
}

function Connection({ relation: { id, values }, side, onOpen }: ConnectionProps) {
  const { rights, writer } = useWorkspace();
  const label = useFieldName(values, side) ?? typeLabel(readText(values['type']), side);
  const other = readText(values[side === 'from' ? 'to' : 'from']);
  const item = useTitles().lookup('*').find(other);
  return (
    <li className="flex min-h-8 items-center gap-2 border-b text-ui last:border-b-0">
      <span className="w-28 shrink-0 truncate text-muted" data-tip-cut>
        {label}
      </span>
      {item ? (
        <button
          type="button"
          onClick={() => onOpen(item.detail ?? item.id)}
          className="flex min-w-0 flex-1 gap-2 rounded-sm text-left hover:underline"
        >
          <span className="figures shrink-0 text-faint">{item.detail}</span>
          <span className="truncate" data-tip-cut>
            {item.name}
          </span>
        </button>
      ) : (
        <span className="flex-1 text-faint">{t('field.unknownRecord')}</span>
      )}
      {rights.may('delete', 'relation', values) && (
        <IconButton
          size="tiny"
          label={t('connection.remove')}
          icon={<X size={13} />}
          onClick={() =>
            writer.write([{ entity: 'relation', verb: 'delete', id, values: {} }], {
              message: t('connection.removed'),
            })
          }
        />
      )}
    </li>
  );
}

interface Choice {
  readonly type: TypeKey;
  readonly side: 'from' | 'to';
}

const choices: readonly Choice[] = RELATION_TYPES.flatMap(({ key }): readonly Choice[] =>
  key === 'relates'
    ? [{ type: key, side: 'from' }]
    : [
        { type: key, side: 'from' },
        { type: key, side: 'to' },
      ],
);

function AddConnection({ id }: { readonly id: string }) {
  const data = useWorkspace();
  const titles = useTitles();
  const [name, setName] = useState('relates from');
  const [other, setOther] = useState<string | null>(null);
  const choice = choices.find(({ type, side }) => `${type} ${side}` === name);
  function add() {
    if (other === null || choice === undefined) return;
    const ends = choice.side === 'from' ? { from: id, to: other } : { from: other, to: id };
    const values = withAuthor(data, { ...ends, type: choice.type });
    data.writer.write([{ entity: 'relation', verb: 'create', id: data.replica.newId('relation'), values }], {
      message: t('connection.added'),
    });
    setOther(null);
  }
  return (
    <div className="flex items-end gap-2">
      <div className="w-36 shrink-0">
        <Select
          label={t('connection.type')}
          hideLabel
          items={choices.map(({ type, side }) => ({
            value: `${type} ${side}`,
            label: typeLabel(type, side),
          }))}
          value={name}
          onChange={setName}
        />
      </div>
      <div className="min-w-0 flex-1">
        <Combobox
          label={t('connection.record')}
          hideLabel
          placeholder={t('connection.record')}
          items={lookupItems(titles.lookup('*')).filter(({ value }) => value !== id)}
          value={other}
          onChange={setOther}
        />
      </div>
      <Button onClick={add} disabled={other === null}>
        {t('connection.add')}
      </Button>
    </div>
  );
}
