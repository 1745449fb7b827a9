import { useState } from 'react';
import { groupInOrder } from '../command/group-in-order.ts';
import { Dialog } from '../components/dialog.tsx';
import { ShortcutKeys } from '../components/kbd.tsx';
import { TextField } from '../components/text-field.tsx';
import { useUiMessages } from '../ui-messages.tsx';
import { useShortcutList } from './shortcut-provider.tsx';
import type { Shortcut } from './shortcut-registry.ts';

export interface ShortcutSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Lists every shortcut that works on the screen now. */
export function ShortcutSheet({ open, onOpenChange }: ShortcutSheetProps) {
  const messages = useUiMessages();
  const [query, setQuery] = useState('');
  const shortcuts = useShortcutList();
  const wanted = query.trim().toLowerCase();
  const groups = groupInOrder(
    shortcuts.filter((shortcut) => shortcut.label.toLowerCase().includes(wanted)),
    (shortcut) => shortcut.group,
  );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={messages.shortcuts} width="wide">
      <TextField
        label={messages.filterShortcuts}
        hideLabel
        placeholder={messages.filterShortcuts}
        value={query}
        onChange={setQuery}
      />
      <div className="mt-4 grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {[...groups].map(([group, entries]) => (
          <ShortcutGroup key={group} name={group} shortcuts={entries} />
        ))}
      </div>
      {groups.size === 0 && <p className="py-6 text-center text-muted">{messages.noMatches}</p>}
    </Dialog>
  );
}

function ShortcutGroup({
  name,
  shortcuts,
}: {
  readonly name: string;
  readonly shortcuts: readonly Shortcut[];
}) {
  return (
    <section>
      <h3 className="mb-1 text-small font-semibold text-muted">{name}</h3>
      <dl>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys} className="flex h-8 items-center justify-between gap-3">
            <dt className="truncate">{shortcut.label}</dt>
            <dd>
              <ShortcutKeys keys={shortcut.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
