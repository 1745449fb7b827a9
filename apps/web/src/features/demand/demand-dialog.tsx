import { Dialog } from '@throughline/ui';
import { useTitles, useWorkspace } from '../../data/data-context.ts';
import { groupBy } from '../../data/group-by.ts';
import { formatMoney } from '../../fields/number-text.ts';
import { readMoney, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import type { DemandPlace, OpenCell } from './demand-page.tsx';

const MOST_QUOTES = 5;

export interface DemandDialogProps {
  readonly place: DemandPlace;
  readonly open: OpenCell | undefined;
  readonly nameOf: (segment: string) => string;
  readonly onClose: () => void;
}

/** What a figure is made of: every company with what it pays and what was said, down to the words. */
export function DemandDialog({ place, open, nameOf, onClose }: DemandDialogProps) {
  const titles = useTitles();
  const title = open?.idea === undefined ? t('demand.everyIdea') : (titles.titleOf(open.idea) ?? '');
  const segment = open?.segment === 'total' ? t('demand.total') : nameOf(open?.segment ?? '');
  return (
    <Dialog
      open={open !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('demand.behind', { idea: title, segment })}
      description={
        open &&
        t('demand.summary', {
          companies: t('demand.companyCount', { count: open.cell.companies.length }),
          contacts: t('demand.contactCount', { count: open.cell.contacts }),
          insights: t('demand.insightCount', { count: open.cell.insights.length }),
        })
      }
      width="wide"
    >
      {open && <Behind place={place} insights={open.cell.insights} companies={open.cell.companies} />}
    </Dialog>
  );
}

interface BehindProps {
  readonly place: DemandPlace;
  readonly insights: readonly string[];
  readonly companies: readonly string[];
}

function Behind({ place, insights, companies }: BehindProps) {
  const { hub } = useWorkspace();
  const said = groupBy(
    insights.flatMap((id) => {
      const values = hub.get('insight', id);
      return values === undefined ? [] : [{ id, values }];
    }),
    ({ values }) => readText(values['company']),
  );
  const all = said.has('') ? [...companies, ''] : companies;
  return (
    <ul className="divide-y">
      {all.map((company) => {
        const values = company === '' ? undefined : hub.get('company', company);
        const revenue = readMoney(values?.['revenue']);
        const quotes = said.get(company) ?? [];
        return (
          <li key={company} className="py-2.5">
            <div className="flex items-baseline gap-3">
              {company === '' ? (
                <span className="flex-1 text-muted">{t('demand.unnamed')}</span>
              ) : (
                <AppLink
                  href={`/companies/${company}`}
                  className="min-w-0 flex-1 truncate font-medium hover:underline"
                >
                  {readText(values?.['name'])}
                </AppLink>
              )}
              <span className="figures">
                {revenue && formatMoney(revenue.amount, revenue.currency, locale)}
              </span>
            </div>
            <ul>
              {quotes.slice(0, MOST_QUOTES).map((quote) => (
                <Quote key={quote.id} place={place} values={quote.values} />
              ))}
            </ul>
            {quotes.length > MOST_QUOTES && (
              <p className="text-small text-muted">
                {t('demand.insightCount', { count: quotes.length - MOST_QUOTES })} +
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Quote({
  place,
  values,
}: {
  readonly place: DemandPlace;
  readonly values: Readonly<Record<string, unknown>>;
}) {
  const { hub } = useWorkspace();
  const key = readText(hub.get('feedback', readText(values['feedback']))?.['key']);
  const excerpt = readText(values['excerpt']);
  return (
    <li className="flex gap-2 text-muted">
      <span className="line-clamp-2 min-w-0 flex-1 wrap-break-word">“{excerpt}”</span>
      {key !== '' && (
        <AppLink href={`/s/${place.key}/feedback/${key}`} className="figures text-small hover:underline">
          {key}
        </AppLink>
      )}
    </li>
  );
}
