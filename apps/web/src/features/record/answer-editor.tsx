import { Button, Segmented, TextArea, TextField } from '@throughline/ui';
import { Check, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { Letter } from './letter.tsx';
import { useAnswerActs } from './use-answer-acts.ts';

export interface AnswerEditorProps {
  readonly answer: ReplicaRecord;
  readonly body: string;
  readonly name: string;
}

type Side = 'write' | 'preview';

/** Changes are kept when the box is left, and before the answer is approved. */
export function AnswerEditor({ answer: { id, values }, body, name }: AnswerEditorProps) {
  const known = { subject: readText(values['subject']), body };
  // The text comes later than the rest, and again when somebody changes it: what was typed here stands over it.
  const [typed, setTyped] = useState<Partial<typeof known>>({});
  const words = { ...known, ...typed };
  const [side, setSide] = useState<Side>('write');
  const { approve, skip, change, isBusy } = useAnswerActs();
  const keeping = useRef<Promise<boolean>>(undefined);
  const isFailed = values['state'] === 'failed';
  const isChanged = words.subject !== known.subject || words.body !== known.body;
  const isEmpty = words.subject.trim() === '' || words.body.trim() === '';

  function keep(): Promise<boolean> {
    if (!isChanged) return Promise.resolve(true);
    keeping.current ??= change(id, words).finally(() => {
      keeping.current = undefined;
    });
    return keeping.current;
  }
  async function send() {
    if (await keep()) await approve(id);
  }
  return (
    <div className="flex flex-col items-start gap-3 pt-2 [&>div]:w-full">
      <Segmented
        label={t('answer.side')}
        value={side}
        onChange={setSide}
        items={[
          { id: 'write', label: t('answer.write') },
          { id: 'preview', label: t('answer.preview') },
        ]}
      />
      {side === 'preview' ? (
        <Letter {...words} name={name} />
      ) : (
        <div
          className="flex flex-col gap-3"
          onBlur={(event) => {
            if (!isEmpty && !event.currentTarget.contains(event.relatedTarget)) void keep();
          }}
        >
          <TextField
            label={t('answer.subject')}
            value={words.subject}
            maxLength={300}
            onChange={(subject) => setTyped({ ...typed, subject })}
          />
          <TextArea
            label={t('answer.text')}
            rows={6}
            value={words.body}
            hint={t('conversation.nameHint', { name, slot: '{name}' })}
            onChange={(text) => setTyped({ ...typed, body: text })}
            disabled={body === ''}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant="primary"
          icon={isFailed ? <RotateCcw size={13} /> : <Check size={14} />}
          disabled={isBusy || isEmpty}
          onClick={() => void send()}
        >
          {isFailed ? t('answer.tryAgain') : t('answer.approve')}
        </Button>
        {values['state'] !== 'skipped' && (
          <Button size="small" variant="quiet" disabled={isBusy} onClick={() => void skip(id)}>
            {t('answer.skip')}
          </Button>
        )}
      </div>
    </div>
  );
}
