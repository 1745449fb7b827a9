import { TextField } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';
import type { NewShare } from './use-shares.ts';

export interface ShareMore {
  readonly password: string;
  readonly slug: string;
  readonly frames: string;
}

export const nothingMore: ShareMore = { password: '', slug: '', frames: '' };

export function readMore({ password, slug, frames }: ShareMore): Partial<NewShare> {
  const origins = frames.split(/[\s,]+/).filter((origin) => origin !== '');
  return {
    ...(password !== '' && { password }),
    ...(slug.trim() !== '' && { slug: slug.trim() }),
    ...(origins.length > 0 && { frames: origins }),
  };
}

export interface MoreOptionsProps {
  readonly more: ShareMore;
  readonly onChange: (more: ShareMore) => void;
}

/** What few links need. */
export function MoreOptions({ more, onChange }: MoreOptionsProps) {
  const set = (part: Partial<ShareMore>) => onChange({ ...more, ...part });
  return (
    <details className="rounded-md border px-3 py-2">
      <summary className="cursor-pointer font-medium">{t('share.more')}</summary>
      <div className="mt-3 flex flex-col gap-3 pb-1">
        <TextField
          label={t('share.password')}
          hint={t('share.passwordHint')}
          type="password"
          autoComplete="new-password"
          minLength={8}
          value={more.password}
          onChange={(password) => set({ password })}
        />
        <TextField
          label={t('share.slug')}
          hint={t('share.slugHint')}
          placeholder="what-comes-next"
          value={more.slug}
          onChange={(slug) => set({ slug: slug.toLowerCase() })}
        />
        <TextField
          label={t('share.frames')}
          hint={t('share.framesHint')}
          placeholder="https://www.example.com"
          value={more.frames}
          onChange={(frames) => set({ frames })}
        />
      </div>
    </details>
  );
}
