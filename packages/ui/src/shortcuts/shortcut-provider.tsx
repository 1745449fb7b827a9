import { createContext, useContext, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { makeShortcutRegistry, type Shortcut, type ShortcutRegistry } from './shortcut-registry.ts';

const pageRegistry = makeShortcutRegistry(() => performance.now());
const RegistryContext = createContext<ShortcutRegistry>(pageRegistry);

/** Listens to the keyboard for the whole page. Mount once. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    function handle(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      if (pageRegistry.handle(event, isTyping(event.target))) event.preventDefault();
    }
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, []);
  return <RegistryContext value={pageRegistry}>{children}</RegistryContext>;
}

/** Popups are modes of their own: inside them, and in fields, plain keys belong to the element in focus. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu], [role=listbox]',
      ) !== null)
  );
}

/**
 * Makes shortcuts work while the component is on the screen, and lists them on the help sheet.
 * The latest `run` is called, so the array need not be memoised; keys and labels are compared by value.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const signature = JSON.stringify(
    shortcuts.map(({ keys, label, group, whileTyping }) => [keys, label, group, whileTyping]),
  );
  useEffect(
    () =>
      registry.add(
        latest.current.map((shortcut, index) => ({
          ...shortcut,
          run: () => latest.current[index]?.run(),
          isMeant: () => latest.current[index]?.isMeant?.() ?? true,
        })),
      ),
    [registry, signature],
  );
}

export function useShortcutList(): readonly Shortcut[] {
  const registry = useContext(RegistryContext);
  return useSyncExternalStore(
    (listener) => registry.subscribe(listener),
    () => registry.list(),
  );
}
