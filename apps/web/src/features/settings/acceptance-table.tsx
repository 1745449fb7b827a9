import type { JsonObject } from '@throughline/base';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';

const OUTCOMES = ['accepted', 'refused', 'passed'] as const;

/** How often people take what is suggested: by month and kind, the newest first. */
export function AcceptanceTable() {
  const { body } = useAnswer('/acceptance');
  const items = readItems(body);
  if (items === undefined) return null;
  if (items.length === 0) return <p className="text-muted">{t('routing.none')}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-ui">
        <thead>
          <tr className="border-b text-left text-small text-muted">
            <th className="py-1.5 pr-4 font-medium">{t('routing.month')}</th>
            <th className="py-1.5 pr-4 font-medium">{t('routing.kind')}</th>
            {(['offered', ...OUTCOMES, 'rate'] as const).map((name) => (
              <th key={name} className="py-1.5 pl-4 text-right font-medium">
                {t(`routing.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <AcceptanceRow key={`${readText(item['month'])} ${readText(item['kind'])}`} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AcceptanceRow({ item }: { readonly item: JsonObject }) {
  const counts = OUTCOMES.map((name) => readNumber(item[name]) ?? 0);
  const offered = counts.reduce((sum, count) => sum + count, 0);
  const rate = offered === 0 ? 0 : (counts[0] ?? 0) / offered;
  const month = new Date(`${readText(item['month'])}-01T00:00:00Z`);
  return (
    <tr className="border-b last:border-b-0">
      <td className="py-2 pr-4">
        {month.toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })}
      </td>
      <td className="py-2 pr-4">{t(item['kind'] === 'team' ? 'routing.kind.team' : 'routing.kind.idea')}</td>
      {[offered, ...counts].map((count, at) => (
        <td key={at === 0 ? 'offered' : OUTCOMES[at - 1]} className="figures py-2 pl-4 text-right">
          {count.toLocaleString(locale)}
        </td>
      ))}
      <td className="figures py-2 pl-4 text-right font-medium">
        {rate.toLocaleString(locale, { style: 'percent' })}
      </td>
    </tr>
  );
}
