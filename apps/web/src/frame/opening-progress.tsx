import { ProgressBar } from '@throughline/ui';
import { useEffect, useState } from 'react';
import { useReceivedBytes } from '../data/download-meter.ts';
import { locale, t } from '../messages/t.ts';

/** What is quicker needs no word. */
const quietMs = 300;

/** Says how much of the workspace has come, once a person would ask. */
export function OpeningProgress() {
  const received = useReceivedBytes();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div className="mx-auto w-full max-w-sm p-6">
      <ProgressBar
        label={t('opening.label')}
        share={null}
        figure={t('opening.received', { size: megabytes(received) })}
      />
    </div>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
}
