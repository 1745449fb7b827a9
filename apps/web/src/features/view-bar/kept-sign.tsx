import { Lock, LockOpen } from 'lucide-react';
import type { KeptPart } from '../../data/kept-part.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';

const icons = { fixed: Lock, extend: Lock, override: LockOpen } as const;

/** Who keeps the view, and how free the space is to change it. */
export function KeptSign({ by, freedom }: KeptPart) {
  const Icon = icons[freedom];
  const words = `${t('standard.kept', { name: by })}: ${t(`standard.freedom.${freedom}.text`)}`;
  return (
    <AppLink
      href="/settings/standards"
      aria-label={words}
      data-tip={words}
      className="flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover"
    >
      <Icon size={14} aria-hidden />
    </AppLink>
  );
}
