/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { Button, EmptyState } from '@throughline/ui';
import { Shapes } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readNumber } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { ThemeItem } from './theme-item.tsx';

export interface ThemesPageProps {
  readonly place: { readonly id: string; readonly key: string; readonly name: string };
}

/** What the feedback of a space is about, the largest theme first. */
export function ThemesPage({ place }: ThemesPageProps) {
  const [showsHidden, setShowsHidden] = useState(false);
  const isHere = useCallback(
    ({ values }: ReplicaRecord) => values['space'] === place.id && values['archivedAt'] === undefined,
    [place.id],
  );
  const themes = useRecords('theme', { where: isHere }).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const hidden = themes.filter(({ values }) => values['isHidden'] === true);
  if (themes.length === 0)
    return (
      <EmptyState
        icon={<Shapes size={28} strokeWidth={1.5} />}
        title={t('themes.empty')}
        text={t('themes.emptyText')}
      />
    );
  return (
    <section
      tabIndex={0}
      aria-label={t('themes.of', { space: place.name })}
      className="min-h-0 flex-1 overflow-auto px-6 py-4 max-md:px-4"
    >
      <div className="mx-auto max-w-4xl">
        <p className="text-small text-muted">{t('themes.about')}</p>
        <ul className="mt-2">
          {themes
            .filter((theme) => showsHidden || !hidden.includes(theme))
            .map((theme) => (
              <ThemeItem key={theme.id} theme={theme} spaceKey={place.key} />
            ))}
        </ul>
        {hidden.length > 0 && (
          <Button variant="quiet" className="mt-3" onClick={() => setShowsHidden(!showsHidden)}>
            {showsHidden ? t('themes.hideHidden') : t('themes.showHidden', { count: hidden.length })}
          </Button>
        )}
      </div>
    </section>
  );
}

function sizeOf({ values }: ReplicaRecord): number {
  return readNumber(values['size']) ?? 0;
}
