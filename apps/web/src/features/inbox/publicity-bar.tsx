import type { Values } from '@throughline/model';
import { Button, useShortcuts } from '@throughline/ui';
import { Check, Hourglass, X } from 'lucide-react';
import { t } from '../../messages/area-t.ts';
import type { Triage } from './use-triage.ts';

export interface PublicityBarProps {
  readonly id: string;
  readonly values: Values;
  readonly triage: Triage;
}

/** Words from outside that others are to see only when somebody here says so. */
export function PublicityBar({ id, values, triage }: PublicityBarProps) {
  const isWaiting = values['publicity'] === 'waiting';
  const mayDecide = isWaiting && triage.mayUpdate(id);
  const approve = () => triage.setPublicity(id, 'public');
  const refuse = () => triage.setPublicity(id, 'refused');
  const group = t('inbox.shortcuts');
  const isMeant = () => mayDecide;
  useShortcuts([
    { keys: 'p', label: t('moderation.approve'), group, run: approve, isMeant },
    { keys: 'x', label: t('moderation.refuse'), group, run: refuse, isMeant },
  ]);
  if (!isWaiting) return null;
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b bg-warning-soft px-4 py-1.5 text-ui text-warning">
      <Hourglass size={15} aria-hidden className="shrink-0" />
      <output className="min-w-0 flex-1">{t('moderation.waits')}</output>
      {mayDecide && (
        <span className="flex flex-wrap gap-2">
          <Button size="small" shortcut="p" icon={<Check size={14} />} onClick={approve}>
            {t('moderation.approve')}
          </Button>
          <Button size="small" shortcut="x" icon={<X size={14} />} onClick={refuse}>
            {t('moderation.refuse')}
          </Button>
        </span>
      )}
    </div>
  );
}
