/** Contacts that may be one person and companies that may be one customer: merged or kept apart, one by one or by rule. */
import { Button, Dialog } from '@throughline/ui';
import { Merge, Split } from 'lucide-react';
import { useMemo } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import { groupBy } from '../../data/group-by.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { sameCompanies, samePeople, type SamePair } from '../../data/same-people.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';

export type SameEntity = 'contact' | 'company';

export interface SameFound {
  readonly entity: SameEntity;
  readonly pair: SamePair;
}

/** Those that the reader may merge. */
export function useSame(): readonly SameFound[] {
  const { rights } = useWorkspace();
  const companies = useRecords('company');
  const contacts = useRecords('contact');
  return useMemo(() => {
    const found = (entity: SameEntity, pairs: readonly SamePair[]): readonly SameFound[] =>
      rights.may('merge', entity, {}) ? pairs.map((pair) => ({ entity, pair })) : [];
    return [...found('company', sameCompanies(companies)), ...found('contact', samePeople(contacts))];
  }, [rights, companies, contacts]);
}

export interface SameDialogProps {
  readonly found: readonly SameFound[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function SameDialog({ found, open, onOpenChange }: SameDialogProps) {
  const groups = groupBy(found, ({ pair }) => pair.rule);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('same.title')}
      description={t('same.text')}
      width="wide"
    >
      {found.length === 0 && <p className="text-muted">{t('same.none')}</p>}
      {[...groups].map(([rule, pairs]) => (
        <RuleGroup key={rule} name={t(`same.rule.${rule}`)} found={pairs} />
      ))}
    </Dialog>
  );
}

function RuleGroup({ name, found }: { readonly name: string; readonly found: readonly SameFound[] }) {
  const { merge, isBusy } = useMerge();
  const mergeAll = async (): Promise<void> => {
    // One after the other: what was merged a moment ago may be what the next becomes part of.
    for (const each of found) await merge(each);
  };
  return (
    <section aria-label={name} className="mb-6">
      <div className="flex min-h-9 items-center gap-3 border-b">
        <h3 className="flex-1 text-small font-medium text-muted">{name}</h3>
        {found.length > 1 && (
          <Button size="small" disabled={isBusy} onClick={() => void mergeAll()}>
            {t('same.mergeAll', { count: found.length })}
          </Button>
        )}
      </div>
      <ul className="divide-y">
        {found.map((each) => (
          <PairLine key={each.pair.from} found={each} />
        ))}
      </ul>
    </section>
  );
}

function PairLine({ found }: { readonly found: SameFound }) {
  const { hub, writer } = useWorkspace();
  const { merge, isBusy } = useMerge();
  const { entity, pair } = found;
  const [into, from] = [hub.get(entity, pair.into), hub.get(entity, pair.from)];
  if (into === undefined || from === undefined) return null;
  const keepApart = (): void => {
    const apart = [...readTexts(from['apart']), pair.into];
    writer.write([{ entity, verb: 'update', id: pair.from, values: { apart } }], {
      message: t('same.kept', { name: readText(from['name']) }),
    });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="grid min-w-0 flex-1 basis-72 gap-x-4 sm:grid-cols-2">
        <Side entity={entity} id={pair.from} values={from} />
        <Side entity={entity} id={pair.into} values={into} />
      </div>
      <Button size="small" icon={<Merge size={14} />} disabled={isBusy} onClick={() => void merge(found)}>
        {t('same.merge')}
      </Button>
      <Button size="small" variant="quiet" icon={<Split size={14} />} onClick={keepApart}>
        {t('same.keep')}
      </Button>
    </li>
  );
}

interface SideProps {
  readonly entity: SameEntity;
  readonly id: string;
  readonly values: ReplicaRecord['values'];
}

function Side({ entity, id, values }: SideProps) {
  const place = entity === 'company' ? 'companies' : 'contacts';
  return (
    <p className="min-w-0">
      <AppLink href={`/${place}/${id}`} className="block truncate font-medium hover:underline">
        {readText(values['name'])}
      </AppLink>
      <span className="block truncate text-small text-muted">
        {readText(values['email']) || readText(values['domain'])}
      </span>
    </p>
  );
}

interface Merging {
  readonly merge: (found: SameFound) => Promise<void>;
  readonly isBusy: boolean;
}

function useMerge(): Merging {
  const { hub } = useWorkspace();
  const { act, isBusy } = useAct();
  return {
    isBusy,
    merge: async ({ entity, pair }) => {
      const path = `/${entity === 'company' ? 'companies' : 'contacts'}/${pair.into}/merge`;
      const message = t('same.merged', { name: readText(hub.get(entity, pair.into)?.['name']) });
      await act({ method: 'POST', path, body: { from: [pair.from] }, message });
    },
  };
}
