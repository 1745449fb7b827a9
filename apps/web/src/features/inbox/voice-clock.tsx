import { useRelated, useWorkspace } from '../../data/data-context.ts';
import { cameAt, firstAnswers } from '../../data/leakage.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

const DAY = 86_400_000;

/** From the word to the first answer; up to now where nobody has answered. */
export function VoiceClock({ feedback }: { readonly feedback: ReplicaRecord }) {
  const { now } = useWorkspace();
  const answers = useRelated('answer', 'feedback', feedback.id);
  if (readText(feedback.values['contact']) === '') return null;
  const sent = firstAnswers(answers).get(feedback.id);
  const count = Math.floor(((sent ?? now()) - cameAt(feedback)) / DAY);
  const days = t('voice.days', { count: Math.max(0, count) });
  return (
    <span className="ml-auto text-small text-muted">
      {sent === undefined ? t('voice.waitsFor', { days }) : t('voice.answeredAfter', { days })}
    </span>
  );
}
