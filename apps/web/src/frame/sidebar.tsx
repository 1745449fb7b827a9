import { Avatar, IconButton, ShortcutKeys, optionColorClass, useMenuLayer } from '@throughline/ui';
import {
  ChevronDown,
  ChevronRight,
  PanelLeftClose,
  Plus,
  Rocket,
  Shapes,
  UsersRound,
  Search,
  Star,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { t } from '../messages/t.ts';
import { AppLink, useNavigateTo } from './app-link.tsx';
import type { FrameData, FrameSpace } from './frame-data.ts';
import { sectionLooks } from './section-look.tsx';

export interface SidebarProps {
  readonly data: FrameData;
  readonly currentHref: string;
  readonly settingsHref: string;
  readonly onSearch: () => void;
  readonly onSignOut: () => void;
  readonly onNewSpace?: (() => void) | undefined;
  /** Absent in the drawer of a phone. */
  readonly onCollapse?: (() => void) | undefined;
}

export function Sidebar(props: SidebarProps) {
  const { data, currentHref, onSearch, onNewSpace, onCollapse } = props;
  return (
    <nav aria-label={t('nav.label')} className="flex h-full flex-col bg-sunken">
      <div className="flex h-12 shrink-0 items-center gap-1 px-2">
        <WorkspaceMenu {...props} />
        {onCollapse && (
          <IconButton
            label={t('nav.collapse')}
            shortcut="mod+\"
            icon={<PanelLeftClose size={16} />}
            size="small"
            onClick={onCollapse}
          />
        )}
      </div>
      <div className="px-2 pb-2">
        <button
          type="button"
          onClick={onSearch}
          className="flex h-8 w-full items-center gap-2 rounded-md border bg-canvas px-2 text-ui text-muted hover:border-line-strong max-md:h-11"
        >
          <Search size={14} aria-hidden />
          <span className="flex-1 truncate text-left">{t('nav.search')}</span>
          <span className="max-md:hidden">
            <ShortcutKeys keys="mod+k" />
          </span>
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        <ul>
          {data.sections.map(({ name, href, unread = 0 }) => {
            const { Icon, label } = sectionLooks[name];
            return (
              <li key={name}>
                <NavLink href={href} isCurrent={currentHref === href} icon={<Icon size={15} />}>
                  <span className="flex-1 truncate">{t(label)}</span>
                  {unread > 0 && <Unread count={unread} />}
                </NavLink>
              </li>
            );
          })}
        </ul>
        {data.favourites.length > 0 && (
          <NavGroup label={t('nav.favourites')}>
            {data.favourites.map((link) => (
              <li key={link.id}>
                <NavLink
                  href={link.href}
                  isCurrent={false}
                  icon={link.icon ?? <Star size={14} className="fill-star text-star" />}
                >
                  <span className="truncate">{link.name}</span>
                </NavLink>
              </li>
            ))}
          </NavGroup>
        )}
        <NavGroup
          label={t('nav.spaces')}
          action={
            onNewSpace && (
              <IconButton
                size="tiny"
                label={t('nav.newSpace')}
                icon={<Plus size={14} />}
                onClick={onNewSpace}
              />
            )
          }
        >
          {data.spaces.map((space) => (
            <SpaceItem key={space.id} space={space} currentHref={currentHref} />
          ))}
        </NavGroup>
      </div>
    </nav>
  );
}

function Unread({ count }: { readonly count: number }) {
  return (
    <span className="figures text-small text-muted">
      <span aria-hidden>{count > 999 ? '999+' : count}</span>
      <span className="sr-only">{t('nav.unread', { count })}</span>
    </span>
  );
}

interface NavGroupProps {
  readonly label: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function NavGroup({ label, action, children }: NavGroupProps) {
  return (
    <section aria-label={label} className="mt-4">
      <div className="flex h-7 items-center justify-between pr-1 pl-2">
        <h2 className="text-small font-medium text-faint">{label}</h2>
        {action}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

interface NavLinkProps {
  readonly href: string;
  readonly isCurrent: boolean;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

function NavLink({ href, isCurrent, icon, children }: NavLinkProps) {
  return (
    <AppLink
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className={`flex h-7 w-full min-w-0 items-center gap-2 rounded-md px-2 max-md:h-11 ${isCurrent ? 'bg-pressed font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink'}`}
    >
      <span className="grid w-4 shrink-0 place-items-center">{icon}</span>
      {children}
    </AppLink>
  );
}

function SpaceItem({ space, currentHref }: { readonly space: FrameSpace; readonly currentHref: string }) {
  const isInside =
    /^[/?]?$/.test(currentHref.charAt(space.href.length)) && currentHref.startsWith(space.href);
  const [isOpen, setOpen] = useState(isInside);
  const [wasInside, setWasInside] = useState(isInside);
  if (isInside !== wasInside) {
    setWasInside(isInside);
    if (isInside) setOpen(true);
  }
  return (
    <li>
      <div className="group/space relative">
        <NavLink href={space.href} isCurrent={currentHref === space.href} icon={<SpaceMark space={space} />}>
          <span className="truncate pr-5">{space.name}</span>
        </NavLink>
        <IconButton
          size="tiny"
          label={t('nav.expandSpace', { name: space.name })}
          aria-expanded={isOpen}
          icon={<ChevronRight size={13} className={`transition-transform ${isOpen ? 'rotate-90' : ''}`} />}
          onClick={() => setOpen(!isOpen)}
          className="absolute! top-1 right-1 max-md:top-3"
        />
      </div>
      {isOpen && (
        <ul className="mb-1 ml-4 border-l pl-1.5">
          {sectionsOf(space).map(({ name, views }) => (
            <li key={name}>
              {name !== '' && (
                <h3 className="truncate px-2 pt-2 pb-0.5 text-small font-medium text-faint">{name}</h3>
              )}
              <ul aria-label={name === '' ? undefined : name}>
                {views.map((view) => (
                  <li key={view.id}>
                    <NavLink href={view.href} isCurrent={currentHref === view.href} icon={view.icon}>
                      <span className="truncate">{view.name}</span>
                    </NavLink>
                  </li>
                ))}
              </ul>
            </li>
          ))}
          <li>
            <NavLink
              href={`${space.href}/themes`}
              isCurrent={currentHref === `${space.href}/themes`}
              icon={<Shapes size={14} aria-hidden />}
            >
              <span className="truncate">{t('nav.themes')}</span>
            </NavLink>
          </li>
          <li>
            <NavLink
              href={`${space.href}/demand`}
              isCurrent={currentHref === `${space.href}/demand`}
              icon={<UsersRound size={14} aria-hidden />}
            >
              <span className="truncate">{t('nav.demand')}</span>
            </NavLink>
          </li>
          <li>
            <NavLink
              href={`${space.href}/releases`}
              isCurrent={isAtReleases(currentHref, space)}
              icon={<Rocket size={14} aria-hidden />}
            >
              <span className="truncate">{t('nav.releases')}</span>
            </NavLink>
          </li>
        </ul>
      )}
    </li>
  );
}

/** The changelog is reached from the releases. */
function isAtReleases(currentHref: string, { href }: FrameSpace): boolean {
  return ['releases', 'changelog'].some((place) => currentHref.startsWith(`${href}/${place}`));
}

interface ViewSection {
  readonly name: string;
  readonly views: FrameSpace['views'];
}

/** Views without a section first, then the sections by name. */
function sectionsOf({ views }: FrameSpace): readonly ViewSection[] {
  const names = new Set(views.map(({ section = '' }) => section));
  return [...names]
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => ({ name, views: views.filter(({ section = '' }) => section === name) }));
}

function SpaceMark({ space }: { readonly space: FrameSpace }) {
  if (space.emoji) return <span aria-hidden>{space.emoji}</span>;
  return (
    <span
      aria-hidden
      className={`${optionColorClass(space.color)} grid size-4 place-items-center rounded-sm bg-(--option-fill) text-[0.5625rem] font-bold text-(--option-text)`}
    >
      {space.key.charAt(0)}
    </span>
  );
}

function WorkspaceMenu({ data, settingsHref, onSignOut }: SidebarProps) {
  const navigate = useNavigateTo();
  const openMenu = useMenuLayer();
  return (
    <button
      type="button"
      aria-label={t('nav.workspaceMenu')}
      aria-haspopup="menu"
      onClick={({ currentTarget }) =>
        void import('./workspace-menu.tsx').then(({ workspaceMenu }) =>
          openMenu(
            currentTarget,
            workspaceMenu({
              email: data.person.email,
              openSettings: () => navigate(settingsHref),
              signOut: onSignOut,
            }),
          ),
        )
      }
      className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 hover:bg-hover max-md:h-11"
    >
      <Avatar name={data.person.name} imageUrl={data.person.imageUrl} size="medium" />
      <span className="truncate font-semibold">{data.workspaceName}</span>
      <ChevronDown size={13} className="shrink-0 text-faint" />
    </button>
  );
}
