import { lazyWhenOpen } from '../lazy-component.tsx';
import type { Command } from './command.ts';

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly commands: readonly Command[];
  /** Called as people type, so that the owner can add what it finds: records, pages. */
  readonly onQueryChange?: (query: string) => void;
}

/** ⌘K. */
export const CommandPalette = lazyWhenOpen<CommandPaletteProps>(
  async () => (await import('./palette-dialog.tsx')).PaletteDialog,
);
