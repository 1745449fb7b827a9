import { useShortcuts } from '@throughline/ui';
import { t } from '../messages/t.ts';
import { useNavigateTo } from './app-link.tsx';
import type { FrameSection, SectionName } from './frame-data.ts';

export interface FrameShortcutTargets {
  readonly sections: readonly FrameSection[];
  readonly openPalette: () => void;
  readonly openHelp: () => void;
  readonly toggleSidebar: () => void;
}

const jumps: Readonly<Record<SectionName, string>> = {
  feedback: 'g f',
  roadmaps: 'g r',
  companies: 'g c',
};

export function useFrameShortcuts({
  sections,
  openPalette,
  openHelp,
  toggleSidebar,
}: FrameShortcutTargets): void {
  const navigate = useNavigateTo();
  const group = t('shortcut.group');
  useShortcuts([
    { keys: 'mod+k', label: t('shortcut.palette'), group, run: openPalette, whileTyping: true },
    { keys: '?', label: t('shortcut.help'), group, run: openHelp },
    { keys: 'mod+\\', label: t('shortcut.sidebar'), group, run: toggleSidebar, whileTyping: true },
    ...sections.map(({ name, href }) => ({
      keys: jumps[name],
      label: t(`shortcut.go.${name}`),
      group,
      run: () => navigate(href),
    })),
  ]);
}
