import { CommandPalette } from '@throughline/ui';
import { useCommands, type CommandParts } from './use-commands.tsx';

export interface PaletteProps extends CommandParts {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** ⌘K over everything that `useCommands` offers. */
export function Palette({ open, onOpenChange, ...parts }: PaletteProps) {
  const [commands, onQueryChange] = useCommands(parts);
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      commands={commands}
      onQueryChange={onQueryChange}
    />
  );
}
