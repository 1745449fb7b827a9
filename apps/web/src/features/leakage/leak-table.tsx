import type { Leak } from '../../data/leakage.ts';
import { useSession } from '../../data/use-session.ts';
import { formatAgo } from '../../fields/moment-text.ts';
import { formatNumber } from '../../fields/number-text.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { Bar } from './bar.tsx';

export interface LeakRow {
  readonly key: string;
  readonly name: string;
  readonly leak: Leak;
  /** The inbox with what is counted. */
  readonly href: string;
}

export interface LeakTableProps {
  readonly label: string;
  readonly rows: readonly LeakRow[];
}

const head = 'border-b py-1 pl-3 text-right font-medium';
const cell = 'figures border-b py-1 pl-3 text-right whitespace-nowrap';

export function LeakTable({ label, rows }: LeakTableProps) {
  const { currency } = useSession().workspace;
  const most = Math.max(1, ...rows.map(({ leak }) => leak.count));
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">{label}</caption>
      <thead className="text-small text-muted">
        <tr>
          <th scope="col" className="border-b py-1 text-left font-medium">
            {t('leakage.what')}
          </th>
          <th scope="col" className={head}>
            {t('leakage.count')}
          </th>
          <th scope="col" className={head}>
            {t('leakage.revenue')}
          </th>
          <th scope="col" className={`${head} max-sm:hidden`}>
            {t('leakage.oldest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, leak, href }) => (
          <tr key={key}>
            <th scope="row" className="w-full max-w-0 border-b py-1 text-left font-normal">
              <span className="block truncate">{name}</span>
              <Bar share={leak.count / most} />
            </th>
            <td className={cell}>
              {leak.count === 0 ? (
                <span className="text-muted">0</span>
              ) : (
                <AppLink
                  href={href}
                  aria-label={t('leakage.show', { name, count: leak.count })}
                  className="inline-flex min-w-6 justify-end rounded-sm font-medium text-ink underline decoration-line-strong underline-offset-2 max-md:min-h-11 max-md:min-w-11 max-md:items-center"
                >
                  {leak.count.toLocaleString(locale)}
                </AppLink>
              )}
            </td>
            <td className={cell}>
              {leak.revenue > 0 && formatNumber(leak.revenue, { style: 'currency', currency }, locale)}
            </td>
            <td className={`${cell} text-muted max-sm:hidden`}>
              {leak.oldest !== null && formatAgo(new Date(leak.oldest), locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
