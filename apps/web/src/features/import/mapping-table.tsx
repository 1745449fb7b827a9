/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { Combobox, OptionBadge, type ComboboxItem } from '@throughline/ui';
import { useMemo } from 'react';
import { useFields, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';
import { typeName } from '../../fields/type-name.ts';
import type { ImportOptions, PreviewColumn } from '../../data/import-files.ts';

export interface MappingTableProps {
  readonly columns: readonly PreviewColumn[];
  readonly options: ImportOptions;
  readonly onMap: (column: string, target: string) => void;
}

const newTypes = ['text', 'number', 'select', 'labels', 'date', 'timestamp', 'checkbox', 'link'] as const;

/** Which column becomes what; each guess says how sure it is. */
export function MappingTable({ columns, options, onMap }: MappingTableProps) {
  const items = useTargets(options);
  return (
    <section tabIndex={0} aria-label={t('import.mapping')} className="overflow-x-auto rounded-md border">
      <table className="w-full table-fixed max-md:min-w-[40rem]">
        <thead className="text-left text-small text-muted">
          <tr className="border-b bg-sunken">
            <th scope="col" className="w-1/5 px-3 py-2 font-medium">
              {t('import.column')}
            </th>
            <th scope="col" className="px-3 py-2 font-medium">
              {t('import.samples')}
            </th>
            <th scope="col" className="w-64 px-3 py-2 font-medium">
              {t('import.becomes')}
            </th>
            <th scope="col" className="w-32 px-3 py-2 font-medium">
              {t('import.sureness')}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <MappingRow
              key={column.column}
              column={column}
              chosen={options.map[column.column]}
              items={items}
              onMap={(target) => onMap(column.column, target)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface MappingRowProps {
  readonly column: PreviewColumn;
  readonly chosen: string | undefined;
  readonly items: readonly ComboboxItem[];
  readonly onMap: (target: string) => void;
}

function MappingRow({ column, chosen, items, onMap }: MappingRowProps) {
  const guessed = column.isNew ? 'new' : column.target;
  const newItem = {
    value: 'new',
    label: t('import.newField', { name: column.column, type: typeName(column.type ?? 'text') }),
  };
  const samples = [...new Set(column.samples.map(sampleText))].filter((sample) => sample !== '');
  return (
    <tr className="border-b align-middle last:border-b-0">
      <th scope="row" className="px-3 py-1.5 text-left font-medium wrap-break-word">
        {column.column}
      </th>
      <td className="px-3 py-1.5">
        <span className="line-clamp-2 text-muted wrap-break-word" data-tip={samples.join('\n').slice(0, 600)}>
          {samples.slice(0, 3).join(' · ').slice(0, 200)}
        </span>
      </td>
      <td className="px-2 py-1.5">
        <Combobox
          label={t('import.becomesOf', { column: column.column })}
          hideLabel
          items={[newItem, ...items]}
          value={chosen ?? guessed}
          onChange={(target) => onMap(target ?? '-')}
        />
      </td>
      <td className="px-3 py-1.5">
        {chosen === undefined ? (
          <Sureness confidence={column.confidence} />
        ) : (
          <span className="text-muted">{t('import.yours')}</span>
        )}
      </td>
    </tr>
  );
}

function Sureness({ confidence }: { readonly confidence: number }) {
  if (confidence >= 0.9) return <OptionBadge name={t('import.sure')} color="green" />;
  if (confidence >= 0.6) return <OptionBadge name={t('import.likely')} color="sky" />;
  return <OptionBadge name={t('import.guess')} color="amber" />;
}

function sampleText(sample: unknown): string {
  if (typeof sample === 'string') return sample;
  return sample === null || sample === undefined ? '' : JSON.stringify(sample);
}

/** Fields that can be written, then what is no field, then new ones by type. */
function useTargets({ entity, space }: ImportOptions): readonly ComboboxItem[] {
  const spaceId = useSession().spaces.find(({ key }) => key === space)?.id ?? null;
  const { replica } = useWorkspace();
  const fields = useFields(entity, spaceId);
  return useMemo(() => {
    const brought = new Set(['createdAt', 'createdBy', 'updatedAt', 'sources']);
    const writable = replica
      .fields(entity)
      .filter((field) => fields.includes(field) || field.type === 'document')
      .filter(({ key, readOnly, type }) => (readOnly !== true || brought.has(key)) && !derived.has(type));
    return [
      { value: '-', label: t('import.leaveOut') },
      ...writable.map(({ key, name }) => ({ value: key, label: name, detail: key })),
      { value: 'externalId', label: t('import.externalId') },
      ...(entity === 'feedback' ? [{ value: 'contact.email', label: t('import.contactEmail') }] : []),
      ...newTypes.map((type) => ({
        value: `new:${type}`,
        label: t('import.newOfType', { type: typeName(type) }),
      })),
    ];
  }, [replica, entity, fields]);
}

const derived = new Set(['formula', 'rollup', 'counter', 'votes', 'reactions', 'relation']);
