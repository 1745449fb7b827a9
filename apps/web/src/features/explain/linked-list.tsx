import type { Field } from '@throughline/model';
import { useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { toFieldLook } from '../../fields/from-model.ts';
import { formatNumber } from '../../fields/number-text.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { linkedRecords, type LinkedRecord } from './linked-records.ts';
import { recordLink } from './record-link.ts';

const MOST_SHOWN = 50;

export interface LinkedListProps {
  readonly entity: string;
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onLeave: () => void;
}

/** The records behind a rollup, a counter or votes: each opens. */
export function LinkedList({ entity, id, field, value, onLeave }: LinkedListProps) {
  const data = useWorkspace();
  const { currency } = useSession().workspace;
  const { path = '', aggregate, cap } = field.config;
  const links = { ...data.hub, fields: (of: string) => data.fields(of) };
  const records = linkedRecords({ entity, id }, path, links).map((record) => capped(record, cap));
  const { number } = toFieldLook(field, currency);
  const unseen = countUnseen(records, { aggregate, value });
  if (records.length === 0 && unseen === 0)
    return <p className="text-ui text-muted">{t('explain.noLinked')}</p>;
  return (
    <>
      <ul className="divide-y border-y">
        {records.slice(0, MOST_SHOWN).map((record) => (
          <LinkedLine
            key={record.id}
            record={record}
            amount={record.amount === null ? '' : formatNumber(record.amount, number, locale)}
            onLeave={onLeave}
          />
        ))}
      </ul>
      <p className="mt-1 text-small text-muted">
        {cap !== undefined && t('explain.capped', { most: formatNumber(cap, number, locale) })}{' '}
        {records.length > MOST_SHOWN && t('explain.more', { count: records.length - MOST_SHOWN })}{' '}
        {unseen === undefined
          ? t('explain.othersUnseen')
          : unseen > 0 && t('explain.unseen', { count: unseen })}
      </p>
    </>
  );
}

function capped(record: LinkedRecord, cap = Infinity): LinkedRecord {
  return record.amount === null ? record : { ...record, amount: Math.min(record.amount, cap) };
}

interface LinkedLineProps {
  readonly record: LinkedRecord;
  readonly amount: string;
  readonly onLeave: () => void;
}

function LinkedLine({ record, amount, onLeave }: LinkedLineProps) {
  const data = useWorkspace();
  const { name, href } = recordLink(data, record);
  return (
    <li className="flex min-h-8 items-center gap-3 text-ui">
      {href === undefined ? (
        <span className="min-w-0 flex-1 truncate">{name}</span>
      ) : (
        <AppLink href={href} onClick={onLeave} className="min-w-0 flex-1 truncate hover:underline">
          {name}
        </AppLink>
      )}
      <span className="figures">{amount}</span>
    </li>
  );
}

interface Counted {
  readonly aggregate: Field['config']['aggregate'];
  readonly value: unknown;
}

/** How many records the value counts beyond those in sight; undefined where it only shows that there are some. */
function countUnseen(records: readonly LinkedRecord[], { aggregate, value }: Counted): number | undefined {
  if (typeof value !== 'number') return 0;
  if (aggregate === 'count') return Math.max(0, value - records.length);
  const seen = records.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const isMore = aggregate === 'sum' && Math.abs(value - seen) > 1e-6 * Math.max(1, Math.abs(value));
  return isMore ? undefined : 0;
}
