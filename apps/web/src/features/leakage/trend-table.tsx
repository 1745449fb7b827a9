import type { TrendWeek } from '../../data/leakage.ts';
import { formatMoment } from '../../fields/moment-text.ts';
import { locale, t } from '../../messages/area-t.ts';
import { Bar } from './bar.tsx';

const head = 'border-b py-1 pl-3 text-right font-medium';
const cell = 'figures border-b py-1 pl-3 text-right';

/** What came, what was handled and what stayed, week by week. */
export function TrendTable({ weeks }: { readonly weeks: readonly TrendWeek[] }) {
  const most = Math.max(1, ...weeks.map(({ open }) => open));
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">{t('leakage.trend')}</caption>
      <thead className="text-small text-muted">
        <tr>
          <th scope="col" className="border-b py-1 text-left font-medium whitespace-nowrap">
            {t('leakage.week')}
          </th>
          <th scope="col" className={head}>
            {t('leakage.arrived')}
          </th>
          <th scope="col" className={head}>
            {t('leakage.handled')}
          </th>
          <th scope="col" className="w-1/2 border-b py-1 pl-3 text-left font-medium">
            {t('leakage.left')}
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ end, arrived, handled, open }) => (
          <tr key={end}>
            <th scope="row" className="border-b py-1 text-left font-normal whitespace-nowrap">
              {formatMoment(new Date(end), locale).short}
            </th>
            <td className={cell}>{arrived.toLocaleString(locale)}</td>
            <td className={cell}>{handled.toLocaleString(locale)}</td>
            <td className="w-1/2 border-b py-1 pl-3">
              <span className="figures">{open.toLocaleString(locale)}</span>
              <Bar share={open / most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
