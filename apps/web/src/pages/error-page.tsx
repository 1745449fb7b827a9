/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { Button } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../messages/area-t.ts';
import { CenteredPage } from './centered-page.tsx';

export interface ErrorPageProps {
  readonly error: unknown;
  readonly onReload: () => void;
  readonly onHome: () => void;
}

export function ErrorPage({ error, onReload, onHome }: ErrorPageProps) {
  const [isCopied, setCopied] = useState(false);
  const details = describeError(error);
  async function copy() {
    await navigator.clipboard.writeText(details);
    setCopied(true);
  }
  return (
    <CenteredPage title={t('error.title')} text={t('error.text')} width="wide">
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onReload}>
          {t('error.reload')}
        </Button>
        <Button onClick={onHome}>{t('error.home')}</Button>
      </div>
      <details className="mt-6">
        <summary className="text-ui text-muted">{t('error.details')}</summary>
        <pre
          tabIndex={0}
          className="mt-2 max-h-64 overflow-auto rounded-md border bg-canvas p-3 font-mono text-small"
        >
          {details}
        </pre>
        <Button size="small" className="mt-2" onClick={() => void copy()}>
          {isCopied ? t('error.copied') : t('error.copy')}
        </Button>
      </details>
    </CenteredPage>
  );
}

function describeError(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return JSON.stringify(error) ?? 'undefined';
}
