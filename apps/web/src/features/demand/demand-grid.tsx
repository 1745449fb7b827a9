import { Button, classNames } from '@throughline/ui';
import { useState } from 'react';
import { useTitles } from '../../data/data-context.ts';
import { measureOf, type DemandCell, type DemandMeasure, type DemandTable } from '../../data/demand.ts';
import { useSession } from '../../data/use-session.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { formatNumber } from '../../fields/number-text.ts';
import { locale, t } from '../../messages/area-t.ts';
import type { OpenCell } from './demand-page.tsx';

const FIRST_ROWS = 100;
const TOTAL = 'total';

const head = 'sticky top-0 border-b border-line bg-canvas py-2 font-medium whitespace-nowrap';
const figures = 'z-10 min-w-28 pr-2 pl-4 text-right';
const side =
  'sticky left-0 max-w-0 truncate border-b border-line bg-canvas py-1 pr-4 text-left max-md:min-w-40';

export interface DemandGridProps {
  readonly table: DemandTable;
  readonly measure: DemandMeasure;
  readonly nameOf: (segment: string) => string;
  readonly ideaHref: (idea: string) => string;
  readonly onOpen: (cell: OpenCell) => void;
}

export function DemandGrid({ table, measure, nameOf, ideaHref, onOpen }: DemandGridProps) {
  const [shown, setShown] = useState(FIRST_ROWS);
  const titles = useTitles();
  const rows = table.rows.slice(0, shown);
  const most = Math.max(
    ...table.rows.flatMap(({ cells }) => [...cells.values()].map((cell) => measureOf(cell, measure))),
  );
  const line = { measure, most, columns: table.columns, nameOf, onOpen };
  return (
    <>
      <table className="w-full border-separate border-spacing-0 text-ui">
        <caption className="sr-only">{t('demand.title')}</caption>
        <thead className="text-small text-muted">
          <tr>
            <th scope="col" className={classNames(head, 'left-0 z-20 w-full pr-4 text-left')}>
              {t('demand.idea')}
            </th>
            {table.columns.map((segment) => (
              <th key={segment} scope="col" className={classNames(head, figures)}>
                {nameOf(segment)}
              </th>
            ))}
            <th scope="col" className={classNames(head, figures)}>
              {t('demand.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ idea, cells, total }) => (
            <DemandLine
              key={idea}
              {...line}
              idea={idea}
              title={titles.titleOf(idea) ?? ''}
              href={ideaHref(idea)}
              cells={cells}
              total={total}
            />
          ))}
        </tbody>
        <tfoot className="font-medium">
          <DemandLine
            {...line}
            most={Infinity}
            idea={undefined}
            title={t('demand.everyIdea')}
            href={undefined}
            cells={table.totals}
            total={table.total}
          />
        </tfoot>
      </table>
      {table.rows.length > shown && (
        <Button size="small" className="mt-3" onClick={() => setShown(shown + FIRST_ROWS)}>
          {t('demand.more', { count: Math.min(FIRST_ROWS, table.rows.length - shown) })}
        </Button>
      )}
    </>
  );
}

interface DemandLineProps extends Omit<DemandGridProps, 'table' | 'ideaHref'> {
  readonly columns: readonly string[];
  readonly idea: string | undefined;
  readonly title: string;
  readonly href: string | undefined;
  readonly cells: ReadonlyMap<string, DemandCell>;
  readonly total: DemandCell;
  /** The greatest figure of all, which is tinted the most. */
  readonly most: number;
}

function DemandLine(props: DemandLineProps) {
  const { columns, idea, title, href, cells, total, most, measure, nameOf, onOpen } = props;
  const { currency } = useSession().workspace;
  const style = measure === 'revenue' ? { style: 'currency' as const, currency } : undefined;
  const figure = (cell: DemandCell, name: string, segment: string) => {
    const value = formatNumber(measureOf(cell, measure), style, locale);
    return (
      <button
        type="button"
        aria-label={t('demand.cell', { idea: title, segment: name, value })}
        onClick={() => onOpen({ idea, segment, cell })}
        className="figures w-full rounded-sm px-2 py-1 text-right hover:bg-hover hover:underline max-md:min-h-11"
      >
        {value}
      </button>
    );
  };
  return (
    <tr>
      <th scope="row" className={classNames(side, idea === undefined ? 'font-medium' : 'font-normal')}>
        {href === undefined ? (
          title
        ) : (
          <AppLink href={href} className="hover:underline">
            {title}
          </AppLink>
        )}
      </th>
      {columns.map((segment) => {
        const cell = cells.get(segment);
        const share = cell === undefined ? 0 : measureOf(cell, measure) / most;
        return (
          <td key={segment} className="border-b border-line pl-2" style={tint(share)}>
            {cell && figure(cell, nameOf(segment), segment)}
          </td>
        );
      })}
      <td className="border-b border-line pl-2 font-medium">{figure(total, t('demand.total'), TOTAL)}</td>
    </tr>
  );
}

function tint(share: number): { readonly background: string } | undefined {
  if (share <= 0) return undefined;
  return { background: `color-mix(in oklab, var(--accent-line) ${Math.round(share * 22)}%, var(--canvas))` };
}
