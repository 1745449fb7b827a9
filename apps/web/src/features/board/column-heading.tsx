import {
  Button,
  Dialog,
  IconButton,
  NumberField,
  OptionBadge,
  useMenuLayer,
  type MenuEntry,
} from '@throughline/ui';
import { ChevronsRightLeft, Ellipsis, Gauge, Plus } from 'lucide-react';
import { useState } from 'react';
import type { BoardActions, BoardColumn } from '../../data/board-model.ts';
import { t } from '../../messages/area-t.ts';

interface ColumnHeadingProps {
  readonly id: string;
  readonly column: BoardColumn;
  readonly actions: BoardActions;
}

/** What the column is, how full it is, and what can be done with it. */
export function ColumnHeading({ id, column, actions }: ColumnHeadingProps) {
  const { create, toggleColumn, setLimit } = actions;
  const openMenu = useMenuLayer();
  const [isLimiting, setLimiting] = useState(false);
  const entries: readonly MenuEntry[] = [
    ...(setLimit
      ? [
          {
            kind: 'action',
            id: 'limit',
            label: t(column.limit === undefined ? 'board.setLimit' : 'board.changeLimit'),
            icon: <Gauge size={14} />,
            onSelect: () => setLimiting(true),
          } as const,
        ]
      : []),
    ...(toggleColumn
      ? [
          {
            kind: 'action',
            id: 'fold',
            label: t('board.foldColumn'),
            icon: <ChevronsRightLeft size={14} />,
            onSelect: () => toggleColumn(column.key),
          } as const,
        ]
      : []),
  ];
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 pr-1.5 pl-3">
      <h2 id={id} className="min-w-0">
        <OptionBadge name={column.name} color={column.color} emoji={column.emoji} />
      </h2>
      <ColumnCount column={column} />
      {column.sum !== undefined && (
        <span className="figures truncate text-small text-faint">{column.sum}</span>
      )}
      <span className="ml-auto flex shrink-0">
        {entries.length > 0 && (
          <IconButton
            size="small"
            label={t('board.columnMenu', { name: column.name })}
            aria-haspopup="menu"
            icon={<Ellipsis size={15} />}
            onClick={({ currentTarget }) => openMenu(currentTarget, entries)}
          />
        )}
        {create && (
          <IconButton
            size="small"
            label={t('board.createIn', { name: column.name })}
            icon={<Plus size={15} />}
            onClick={() => create({ columnKey: column.key })}
          />
        )}
      </span>
      {isLimiting && setLimit && (
        <LimitDialog
          column={column}
          onClose={() => setLimiting(false)}
          onSet={(limit) => setLimit(column.key, limit)}
        />
      )}
    </header>
  );
}

/** 7, or with a limit 7/5: over it in the colour of a warning, never refused. */
export function ColumnCount({ column: { count, limit } }: Pick<ColumnHeadingProps, 'column'>) {
  const isOver = limit !== undefined && count > limit;
  return (
    <span
      className={`figures shrink-0 text-small ${isOver ? 'rounded-sm bg-warning-soft px-1.5 font-medium text-warning' : 'text-muted'}`}
      data-tip={isOver ? t('board.overLimit', { limit }) : undefined}
    >
      <span aria-hidden>
        {limit === undefined ? count.toLocaleString() : `${count.toLocaleString()}/${limit.toLocaleString()}`}
      </span>
      <span className="sr-only">
        {limit === undefined ? t('board.cards', { count }) : t('board.cardsOf', { count, limit })}
      </span>
    </span>
  );
}

interface LimitDialogProps {
  readonly column: BoardColumn;
  readonly onClose: () => void;
  readonly onSet: (limit: number | null) => void;
}

function LimitDialog({ column, onClose, onSet }: LimitDialogProps) {
  const [limit, setLimit] = useState<number | null>(column.limit ?? column.count);
  const keep = (next: number | null) => {
    onSet(next);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      width="narrow"
      title={t('board.limitTitle', { name: column.name })}
      description={t('board.limitText')}
      footer={
        <>
          {column.limit !== undefined && <Button onClick={() => keep(null)}>{t('board.noLimit')}</Button>}
          <Button variant="primary" disabled={limit === null} onClick={() => keep(limit)}>
            {t('board.keepLimit')}
          </Button>
        </>
      }
    >
      <NumberField label={t('board.limit')} value={limit} onChange={setLimit} min={0} max={9999} step={1} />
    </Dialog>
  );
}
