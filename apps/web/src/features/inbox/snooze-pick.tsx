import { foldText } from '@throughline/base';
import { useState } from 'react';
import { formatMoment } from '../../fields/moment-text.ts';
import { locale, t } from '../../messages/area-t.ts';
import { PickPanel, type PickItem } from './pick-panel.tsx';
import { snoozeChoices } from './snooze.ts';

export interface SnoozePickProps {
  readonly isSnoozed: boolean;
  readonly onPick: (until: string | null) => void;
  readonly onClose: () => void;
}

const wake = 'wake';

export function SnoozePick({ isSnoozed, onPick, onClose }: SnoozePickProps) {
  const [now] = useState(() => new Date());
  const items: readonly PickItem[] = [
    ...(isSnoozed ? [{ id: wake, label: t('inbox.wake') }] : []),
    ...snoozeChoices(now).map(({ id, at }) => ({
      id: at.toISOString(),
      label: t(`inbox.snooze${id}`),
      detail: formatMoment(at, locale).long,
    })),
  ];
  return (
    <PickPanel
      label={t('inbox.snooze')}
      placeholder={t('inbox.snoozeFind')}
      find={(query) => items.filter(({ label }) => foldText(label).includes(foldText(query)))}
      onPick={(id) => onPick(id === wake ? null : id)}
      onClose={onClose}
    />
  );
}
