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

const jumps = [
  { section: 'inbox', keys: 'g i', label: 'shortcut.goInbox' },
  { section: 'feedback', keys: 'g f', label: 'shortcut.goFeedback' },
  { section: 'roadmaps', keys: 'g r', label: 'shortcut.goRoadmaps' },
] as const satisfies ReadonlyArray<{ section: SectionName; keys: string; label: string }>;

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
    ...jumps.flatMap(({ section, keys, label }) => {
      const target = sections.find((candidate) => candidate.name === section);
      return target ? [{ keys, label: t(label), group, run: () => navigate(target.href) }] : [];
    }),
  ]);
}
