import { textOf, type Json } from '@throughline/base';
import type { Field } from '@throughline/model';
import { OptionBadge } from '@throughline/ui';
import { PreviewCell } from './preview-cell.tsx';
import type { Preview, PreviewGroup } from './preview-model.ts';

const mostColumns = 4;
const mostCards = 3;

export function PreviewBoard({ preview: { query, schema, groups } }: { readonly preview: Preview }) {
  const by = query.group[0]?.by;
  const field = by?.type === 'field' ? schema.field(by.field) : undefined;
  const told = query.columns
    .flatMap((id) => schema.field(id) ?? [])
    .find(({ id, config }) => config.options !== undefined || schema.formula(id) !== undefined);
  return (
    <div className="grid auto-cols-fr grid-flow-col gap-2">
      {groups.slice(0, mostColumns).map((group) => (
        <BoardColumn key={textOf(group.key as Json)} group={group} field={field} told={told} />
      ))}
    </div>
  );
}

interface BoardColumnProps {
  readonly group: PreviewGroup;
  readonly field: Field | undefined;
  /** What else a card tells. */
  readonly told: Field | undefined;
}

function BoardColumn({ group: { key, rows }, field, told }: BoardColumnProps) {
  const option = field?.config.options?.find((each) => each.key === key);
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-md bg-sunken p-1.5">
      <div className="flex items-center justify-between gap-1 px-0.5 text-tiny">
        {option === undefined ? <span>–</span> : <OptionBadge {...option} look="dot" />}
        <span className="figures text-faint">{rows.length}</span>
      </div>
      {rows.slice(0, mostCards).map((row) => (
        <div key={row.id} className="flex flex-col gap-0.5 rounded-sm border bg-raised px-1.5 py-1 text-tiny">
          <span className="line-clamp-2">{row.title}</span>
          {told !== undefined && (
            <span className="text-muted">
              <PreviewCell field={told} row={row} />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
