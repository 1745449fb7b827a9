import { describeShortcut } from '../shortcuts/shortcut.ts';

export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-line bg-sunken px-1 font-sans text-tiny leading-none text-muted">
      {children}
    </kbd>
  );
}

/** A shortcut as keycaps: `mod+shift+k` → ⌘ ⇧ K, `g i` → G I. */
export function ShortcutKeys({ keys }: { readonly keys: string }) {
  return (
    <span className="inline-flex shrink-0 gap-0.5">
      {describeShortcut(keys, isMac()).map((key, index) => (
        <Kbd key={`${index} ${key}`}>{key}</Kbd>
      ))}
    </span>
  );
}

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
