/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import type { ReactNode } from 'react';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { changelogHref, releasesHref, type ReleasePlace } from './release-place.ts';

export interface ReleaseFrameProps {
  readonly place: ReleasePlace;
  readonly at: 'releases' | 'changelog';
  readonly label: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Around all that a space has shipped and says of it. */
export function ReleaseFrame({ place, at, label, actions, children }: ReleaseFrameProps) {
  return (
    <section
      aria-label={label}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 max-md:px-4"
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-6">
        <div className="flex min-h-14 flex-wrap items-center gap-2 border-b py-2">
          <nav aria-label={t('release.places')} className="flex flex-1 gap-1">
            <PlaceLink href={releasesHref(place)} isHere={at === 'releases'} name={t('release.all')} />
            <PlaceLink href={changelogHref(place)} isHere={at === 'changelog'} name={t('entry.all')} />
          </nav>
          {actions}
        </div>
        {children}
      </div>
    </section>
  );
}

interface PlaceLinkProps {
  readonly href: string;
  readonly isHere: boolean;
  readonly name: string;
}

function PlaceLink({ href, isHere, name }: PlaceLinkProps) {
  return (
    <AppLink
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={`flex h-8 items-center rounded-md px-3 max-md:h-11 ${isHere ? 'bg-pressed font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink'}`}
    >
      {name}
    </AppLink>
  );
}

export interface ReleasePartProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function ReleasePart({ title, actions, children }: ReleasePartProps) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <h3 className="flex-1 font-medium">{title}</h3>
        {actions}
      </div>
      {children}
    </section>
  );
}
