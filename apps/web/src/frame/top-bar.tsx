import { AvatarStack, Button, IconButton } from '@throughline/ui';
import type { ReactNode } from 'react';
import { ChevronRight, Menu, PanelLeftOpen, Plus, Search, Share2 } from 'lucide-react';
import { t } from '../messages/t.ts';
import { AppLink } from './app-link.tsx';
import type { FramePage } from './frame-data.ts';

export interface TopBarProps {
  readonly page: FramePage;
  readonly onSearch: () => void;
  readonly onShare?: (() => void) | undefined;
  readonly onNewView?: (() => void) | undefined;
  /** Shown while the sidebar is hidden. */
  readonly onExpandSidebar?: (() => void) | undefined;
  readonly onOpenDrawer: () => void;
  /** Beside the search: what waits for the person. */
  readonly notifications?: ReactNode;
}

export function TopBar(props: TopBarProps) {
  const { page, onSearch, onShare, onNewView, onExpandSidebar, onOpenDrawer } = props;
  return (
    <header className="shrink-0 border-b">
      <div className="flex h-12 items-center gap-2 px-3">
        <IconButton
          label={t('nav.open')}
          icon={<Menu size={18} />}
          onClick={onOpenDrawer}
          size="large"
          className="-ml-2 md:hidden"
        />
        {onExpandSidebar && (
          <IconButton
            label={t('nav.expand')}
            shortcut="mod+\"
            icon={<PanelLeftOpen size={16} />}
            onClick={onExpandSidebar}
            className="max-md:hidden"
          />
        )}
        <Breadcrumb links={page.breadcrumb} />
        <div className="ml-auto flex shrink-0 items-center gap-1.5">
          {page.present.length > 0 && (
            <div className="mr-1 max-sm:hidden">
              <span className="sr-only">{t('top.present', { count: page.present.length })}</span>
              <AvatarStack names={page.present} size="medium" />
            </div>
          )}
          {onShare && (
            <Button icon={<Share2 size={14} />} onClick={onShare} variant="quiet">
              <span className="max-sm:sr-only">{t('top.share')}</span>
            </Button>
          )}
          <IconButton
            label={t('top.search')}
            shortcut="mod+k"
            icon={<Search size={16} />}
            onClick={onSearch}
          />
          {props.notifications}
        </div>
      </div>
      {page.views.length > 0 && <ViewTabs page={page} onNewView={onNewView} />}
    </header>
  );
}

function Breadcrumb({ links }: { readonly links: FramePage['breadcrumb'] }) {
  return (
    <nav aria-label={t('top.breadcrumb')} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1">
        {links.map((link, index) => {
          const isLast = index === links.length - 1;
          return (
            <li key={link.id} className={`flex min-w-0 items-center gap-1 ${isLast ? '' : 'max-sm:hidden'}`}>
              {index > 0 && (
                <ChevronRight size={13} aria-hidden className="shrink-0 text-faint max-sm:hidden" />
              )}
              {isLast ? (
                <h1 aria-current="page" className="truncate text-ui font-semibold" data-tip={link.name}>
                  {link.name}
                </h1>
              ) : (
                <AppLink
                  href={link.href}
                  className="truncate rounded-sm px-1 text-muted hover:bg-hover hover:text-ink"
                >
                  {link.name}
                </AppLink>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function ViewTabs({ page, onNewView }: Pick<TopBarProps, 'page' | 'onNewView'>) {
  return (
    <nav
      aria-label={t('top.views')}
      className="-mb-px flex items-center gap-0.5 overflow-x-auto px-2 [scrollbar-width:none]"
    >
      {page.views.map((view) => {
        const isCurrent = view.id === page.currentViewId;
        return (
          <AppLink
            key={view.id}
            href={view.href}
            aria-current={isCurrent ? 'page' : undefined}
            className={`flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2 whitespace-nowrap focus-visible:-outline-offset-2 ${isCurrent ? 'border-accent-line font-medium text-ink' : 'border-transparent text-muted hover:text-ink'}`}
          >
            {view.icon}
            {view.name}
          </AppLink>
        );
      })}
      {onNewView && (
        <IconButton size="small" label={t('top.newView')} icon={<Plus size={15} />} onClick={onNewView} />
      )}
    </nav>
  );
}
