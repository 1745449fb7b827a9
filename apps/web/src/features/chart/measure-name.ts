import type { AggregateName } from '@throughline/view';
import { t } from '../../messages/area-t.ts';

/** “Median of Effort”; without a field, records are counted. */
export function measureName(name: AggregateName, field: string | undefined): string {
  return name === 'count' || field === undefined
    ? t('chart.countRecords')
    : t(`chart.${name}`, { name: field });
}
