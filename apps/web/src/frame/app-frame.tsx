import { Drawer, IconButton, ShortcutSheet, SplitPanel } from '@throughline/ui';
import { MessageSquarePlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { t } from '../messages/t.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import type { ConnectionState, FrameData, FramePage } from './frame-data.ts';
import { isBoolean, isPositiveNumber, useKeptSetting } from './kept-setting.ts';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFrameShortcuts } from './use-frame-shortcuts.ts';

export interface PaletteState {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export interface AppFrameProps {
  readonly data: FrameData;
  readonly page: FramePage;
  readonly currentHref: string;
  readonly settingsHref: string;
  readonly connection: ConnectionState;
  /** ⌘K; drawn with its state. */
  readonly palette: (state: PaletteState) => ReactNode;
  readonly onRetryConnection: () => void;
  readonly onSignIn?: (() => void) | undefined;
  readonly onSignOut: () => void;
  /** Opens the capture of feedback: the one button a thumb reaches on a phone. */
  readonly onCapture: () => void;
  readonly onShare?: (() => void) | undefined;
  readonly onNewView?: (() => void) | undefined;
  readonly onNewSpace?: (() => void) | undefined;
  readonly notifications?: ReactNode;
  /** The opened record; nothing when none is. */
  readonly panel?: ReactNode;
  readonly children: ReactNode;
}

/** Sidebar, top bar, page, and the opened record beside it; on a phone a drawer, the page, and capture below. */
export function AppFrame(props: AppFrameProps) {
  const { data, page, currentHref, connection, palette, panel, children } = props;
  const [isSidebarOpen, setSidebarOpen] = useKeptSetting('sidebar', true, isBoolean);
  const [panelWidth, setPanelWidth] = useKeptSetting('panel', 480, isPositiveNumber);
  const [open, setOpen] = useState<'palette' | 'help' | 'drawer'>();
  const openOnly = (name: typeof open) => (isOpen: boolean) => setOpen(isOpen ? name : undefined);
  const openPalette = () => setOpen('palette');
  useFrameShortcuts({
    sections: data.sections,
    openPalette,
    openHelp: () => setOpen('help'),
    toggleSidebar: () => setSidebarOpen(!isSidebarOpen),
  });
  const sidebar = {
    data,
    currentHref,
    settingsHref: props.settingsHref,
    onSearch: openPalette,
    onSignOut: props.onSignOut,
    onNewSpace: props.onNewSpace,
  };

  return (
    <div className="flex h-dvh flex-col bg-canvas">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-60 focus:bg-overlay focus:p-2"
      >
        {t('app.skipToContent')}
      </a>
      <ConnectionBanner connection={connection} onRetry={props.onRetryConnection} onSignIn={props.onSignIn} />
      <div className="flex min-h-0 flex-1">
        {isSidebarOpen && (
          <div className="w-60 shrink-0 border-r max-md:hidden">
            <Sidebar {...sidebar} onCollapse={() => setSidebarOpen(false)} />
          </div>
        )}
        <SplitPanel
          panel={panel}
          panelLabel={t('panel.label')}
          width={panelWidth}
          onWidthChange={setPanelWidth}
        >
          <TopBar
            page={page}
            onSearch={openPalette}
            onShare={props.onShare}
            onNewView={props.onNewView}
            onExpandSidebar={isSidebarOpen ? undefined : () => setSidebarOpen(true)}
            onOpenDrawer={() => setOpen('drawer')}
            notifications={props.notifications}
          />
          <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
            {children}
          </main>
        </SplitPanel>
      </div>
      <CaptureButton onCapture={props.onCapture} />
      <Drawer open={open === 'drawer'} onOpenChange={openOnly('drawer')} title={t('nav.label')} side="left">
        <div className="h-dvh">
          <Sidebar {...sidebar} />
        </div>
      </Drawer>
      {palette({ open: open === 'palette', onOpenChange: openOnly('palette') })}
      <ShortcutSheet open={open === 'help'} onOpenChange={openOnly('help')} />
    </div>
  );
}

function CaptureButton({ onCapture }: { readonly onCapture: () => void }) {
  return (
    <IconButton
      label={t('top.capture')}
      icon={<MessageSquarePlus size={22} />}
      onClick={onCapture}
      className="fixed! right-4 bottom-[calc(1rem+env(safe-area-inset-bottom))] z-20 size-14! rounded-full! bg-accent text-on-accent! shadow-popup hover:bg-accent-hover! sm:hidden"
    />
  );
}
