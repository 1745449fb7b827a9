import { Button } from '@throughline/ui';
import { useState } from 'react';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { locale, t } from '../../messages/area-t.ts';
import type { Share, Shares } from './use-shares.ts';

/** Links that work now. Taking one back cannot be undone, so it is asked twice. */
export function ShareList({ shares }: { readonly shares: Shares }) {
  if (shares.list === undefined || shares.list.length === 0) return null;
  return (
    <section aria-label={t('share.existing')} className="mt-6 border-t pt-4">
      <h3 className="text-small font-medium text-muted">{t('share.existing')}</h3>
      <ul className="divide-y">
        {shares.list.map((share) => (
          <ShareRow key={share.id} share={share} onRevoke={() => void shares.revoke(share.id)} />
        ))}
      </ul>
    </section>
  );
}

function ShareRow({ share, onRevoke }: { readonly share: Share; readonly onRevoke: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const made = readMoment(share.createdAt);
  const until = readMoment(share.expiresAt);
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{share.title}</p>
        <p className="text-small text-muted">
          {made && t('share.made', { day: formatMoment(made, locale).short })} ·{' '}
          {share.columns.length > 0 && `${t('share.columnCount', { count: share.columns.length })} · `}
          {share.slug !== '' && `${t('share.isPublic', { slug: share.slug })} · `}
          {share.hasPassword && `${t('share.hasPassword')} · `}
          {until ? t('share.until', { day: formatMoment(until, locale).short }) : t('share.forever')}
        </p>
      </div>
      {isAsking ? (
        <>
          <Button size="small" variant="danger" onClick={onRevoke}>
            {t('share.revokeNow')}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t('share.keep')}
          </Button>
        </>
      ) : (
        <Button
          size="small"
          aria-label={t('share.revokeNamed', { title: share.title })}
          onClick={() => setAsking(true)}
        >
          {t('share.revoke')}
        </Button>
      )}
    </li>
  );
}
