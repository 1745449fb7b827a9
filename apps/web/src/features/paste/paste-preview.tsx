import type { Field, Values } from '@throughline/model';
import { Button, Checkbox, Dialog, Select } from '@throughline/ui';
import { useMemo, useState } from 'react';
import { t } from '../../messages/area-t.ts';
import type { PastedTable } from './parse-table.ts';
import { guessPlan, readRecords, type PastePlan } from './plan-paste.ts';
import type { CellReader } from './read-cell.ts';
import { UnreadList } from './unread-list.tsx';

export interface PastePreviewProps {
  readonly table: PastedTable;
  /** Fields that can be given a value by pasting. */
  readonly fields: readonly Field[];
  readonly reader: CellReader;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onMake: (records: readonly Values[]) => void;
}

const shownRows = 5;
const nowhere = '';

/** The pasted table with the field of each column, guessed and open to change, before anything is made. */
export function PastePreview({ table, fields, reader, open, onOpenChange, onMake }: PastePreviewProps) {
  const [plan, setPlan] = useState<PastePlan>(() => guessPlan(table, fields, reader));
  const read = useMemo(() => readRecords(table, plan, { fields, reader }), [table, plan, fields, reader]);
  const count = read.records.length;
  function choose(at: number, id: string) {
    const others = plan.columns.map((each) => (each === id ? null : each));
    setPlan({ ...plan, columns: others.map((each, index) => (index === at ? id || null : each)) });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="wide"
      title={t('paste.title')}
      description={t('paste.text')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
          <Button
            variant="primary"
            disabled={count === 0}
            onClick={() => {
              onMake(read.records);
              onOpenChange(false);
            }}
          >
            {t('paste.make', { count })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Checkbox
          label={t('paste.header')}
          checked={plan.hasHeader}
          onChange={(hasHeader) => setPlan({ ...plan, hasHeader })}
        />
        <PreviewTable table={table} plan={plan} fields={fields} onChoose={choose} />
        {read.untitled > 0 && (
          <p className="text-ui text-muted">{t('paste.untitled', { count: read.untitled })}</p>
        )}
        {read.unread.length > 0 && (
          <section className="flex flex-col gap-1">
            <p className="text-ui">{t('paste.unread', { count: read.unread.length })}</p>
            <UnreadList unread={read.unread} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

interface PreviewTableProps extends Pick<PastePreviewProps, 'table' | 'fields'> {
  readonly plan: PastePlan;
  readonly onChoose: (at: number, id: string) => void;
}

function PreviewTable({ table, plan, fields, onChoose }: PreviewTableProps) {
  const body = plan.hasHeader ? table.slice(1) : table;
  const items = [
    { value: nowhere, label: t('paste.nowhere') },
    ...fields.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={t('paste.preview')}>
      <table className="w-full text-left text-ui">
        <thead>
          <tr>
            {plan.columns.map((id, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place
              <th key={at} className="min-w-36 pr-2 pb-1 font-normal">
                <Select
                  label={t('paste.column', { place: at + 1 })}
                  hideLabel
                  size="small"
                  items={items}
                  value={id ?? nowhere}
                  onChange={(next) => onChoose(at, next)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.slice(0, shownRows).map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row is its place
            <tr key={index} className="border-b">
              {row.map((cell, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
                <td key={at} className="max-w-60 truncate py-1 pr-2" data-tip={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {body.length > shownRows && (
        <p className="pt-1 text-small text-muted">{t('paste.more', { count: body.length - shownRows })}</p>
      )}
    </section>
  );
}
