import { matchesKeystroke, parseShortcut, type KeyPress, type Keystroke } from './shortcut.ts';

export interface Shortcut {
  readonly keys: string;
  /** What it does, for the help sheet. */
  readonly label: string;
  /** The heading it stands under in the help sheet. */
  readonly group: string;
  readonly run: () => void;
  /** Also works while typing in a field. Only for shortcuts with `mod`, and Escape. */
  readonly whileTyping?: boolean;
  /** Says whether the key is meant for it now; otherwise the key keeps its usual meaning. */
  readonly isMeant?: () => boolean;
}

interface Registered {
  readonly shortcut: Shortcut;
  readonly strokes: readonly Keystroke[];
}

/** How long after the first key of a sequence the second may come. */
const sequenceTime = 1000;

export interface ShortcutRegistry {
  /** Later registrations win over earlier ones: the innermost screen decides. Returns the way to take it back. */
  add(shortcuts: readonly Shortcut[]): () => void;
  /** Runs what the key press means; says whether anything did. */
  handle(press: KeyPress, isTyping: boolean): boolean;
  list(): readonly Shortcut[];
  subscribe(listener: () => void): () => void;
}

export function makeShortcutRegistry(now: () => number): ShortcutRegistry {
  let registered: readonly Registered[] = [];
  let listed: readonly Shortcut[] = [];
  let pending: { readonly press: KeyPress; readonly at: number } | undefined;
  const listeners = new Set<() => void>();

  function replace(next: readonly Registered[]): void {
    registered = next;
    listed = uniqueByKeys(next.map((entry) => entry.shortcut));
    for (const listener of listeners) listener();
  }

  function find(presses: readonly KeyPress[], isTyping: boolean): Shortcut | undefined {
    return registered.findLast(
      ({ shortcut, strokes }) =>
        strokes.length === presses.length &&
        (!isTyping || shortcut.whileTyping === true) &&
        (shortcut.isMeant?.() ?? true) &&
        strokes.every((stroke, index) => matches(stroke, presses[index])),
    )?.shortcut;
  }

  return {
    add(shortcuts) {
      const added = shortcuts.map((shortcut) => ({ shortcut, strokes: parseShortcut(shortcut.keys) }));
      replace([...registered, ...added]);
      return () => replace(registered.filter((entry) => !added.includes(entry)));
    },
    handle(press, isTyping) {
      const first = pending !== undefined && now() - pending.at < sequenceTime ? pending.press : undefined;
      pending = undefined;
      const found = (first && find([first, press], isTyping)) ?? find([press], isTyping);
      if (found) {
        found.run();
        return true;
      }
      if (!isTyping) pending = { press, at: now() };
      return false;
    },
    list: () => listed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function matches(stroke: Keystroke, press: KeyPress | undefined): boolean {
  return press !== undefined && matchesKeystroke(stroke, press);
}

function uniqueByKeys(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  const byKeys = new Map(shortcuts.map((shortcut) => [`${shortcut.group} ${shortcut.keys}`, shortcut]));
  return [...byKeys.values()];
}
