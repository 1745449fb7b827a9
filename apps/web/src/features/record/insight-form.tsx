import { Button, Combobox, Rating, TextArea } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import type { Values } from '@throughline/model';
import { useTitles, useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { lookupItems } from '../../fields/choice.tsx';
import { t } from '../../messages/area-t.ts';

export interface InsightFormProps {
  readonly idea: string;
  readonly onDone: () => void;
}

/** Evidence written down by hand. */
export function InsightForm({ idea, onDone }: InsightFormProps) {
  const data = useWorkspace();
  const titles = useTitles();
  const [quote, setQuote] = useState('');
  const [company, setCompany] = useState<string | null>(null);
  const [contact, setContact] = useState<string | null>(null);
  const [impact, setImpact] = useState<number | null>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (quote.trim() === '') return;
    const values: Values = {
      idea,
      quote: quote.trim(),
      ...(company !== null && { company }),
      ...(contact !== null && { contact }),
      ...(impact !== null && { impact }),
    };
    const id = data.replica.newId('insight');
    data.writer.write([{ entity: 'insight', verb: 'create', id, values: withAuthor(data, values) }], {
      message: t('insight.added'),
    });
    onDone();
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-md border p-3">
      <TextArea label={t('insight.quote')} value={quote} onChange={setQuote} ref={focusOnMount} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Combobox
          label={t('insight.company')}
          items={lookupItems(titles.lookup('company'), 'square')}
          value={company}
          onChange={setCompany}
        />
        <Combobox
          label={t('insight.contact')}
          items={lookupItems(titles.lookup('contact'), 'round')}
          value={contact}
          onChange={setContact}
        />
      </div>
      <div className="flex items-center gap-2">
        <span className="text-small text-muted">{t('insight.impact')}</span>
        <Rating label={t('insight.impact')} value={impact} onChange={setImpact} />
        <div className="ml-auto flex gap-2">
          <Button type="button" size="small" variant="quiet" onClick={onDone}>
            {t('record.cancel')}
          </Button>
          <Button type="submit" size="small" variant="primary" disabled={quote.trim() === ''}>
            {t('insight.add')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function focusOnMount(box: HTMLTextAreaElement | null): void {
  box?.focus({ preventScroll: true });
}
