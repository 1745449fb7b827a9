import { Button, Combobox, showToast } from '@throughline/ui';
import { Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

const byName = {
  compare: (a: ReplicaRecord, b: ReplicaRecord): number =>
    readText(a.values['name']).localeCompare(readText(b.values['name'])),
};

/** At once, as the server takes them. */
const most = 1000;

export function SurveyAsking({ survey }: { readonly survey: string }) {
  const { act, isBusy } = useAct();
  const contacts = useRecords('contact');
  const companies = useRecords('company', byName);
  const [company, setCompany] = useState<string | null>(null);
  const chosen = useMemo(
    () =>
      contacts.filter(
        (contact) =>
          isReached(contact) &&
          (company ?? readText(contact.values['company'])) === readText(contact.values['company']),
      ),
    [contacts, company],
  );
  async function ask() {
    let asked = 0;
    for (let at = 0; at < chosen.length; at += most) {
      const body = { contacts: chosen.slice(at, at + most).map(({ id }) => id) };
      const answer = await act({ method: 'POST', path: `/surveys/${survey}/run`, body });
      if (answer === undefined) return;
      asked += readNumber(answer['asked']) ?? 0;
    }
    showToast({ title: asked === 0 ? t('survey.askedNobody') : t('survey.asked', { count: asked }) });
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="w-72 max-w-full">
        <Combobox
          label={t('survey.whom')}
          placeholder={t('survey.everybody')}
          items={companies.map(({ id, values }) => ({ value: id, label: readText(values['name']) }))}
          value={company}
          onChange={setCompany}
        />
      </div>
      <Button icon={<Send size={14} />} disabled={isBusy || chosen.length === 0} onClick={() => void ask()}>
        {t('survey.send', { count: chosen.length })}
      </Button>
    </div>
  );
}

function isReached({ values }: ReplicaRecord): boolean {
  return (
    readText(values['email']) !== '' &&
    values['unsubscribedAt'] === undefined &&
    values['erasedAt'] === undefined
  );
}
