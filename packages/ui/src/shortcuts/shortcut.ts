/**
 * A shortcut is written as people say it: `c`, `shift+x`, `mod+k` (⌘ on a Mac, Ctrl elsewhere), or a
 * sequence of two keys, `g i`.
 */
export interface Keystroke {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What of a KeyboardEvent decides a match. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function parseShortcut(text: string): readonly Keystroke[] {
  return text.trim().toLowerCase().split(/\s+/).map(parseKeystroke);
}

function parseKeystroke(text: string): Keystroke {
  const parts = text === '+' ? ['+'] : text.split('+');
  return {
    key: keyNames[parts.at(-1) ?? ''] ?? parts.at(-1) ?? '',
    mod: parts.includes('mod'),
    shift: parts.includes('shift'),
    alt: parts.includes('alt'),
  };
}

const keyNames: Readonly<Record<string, string>> = {
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  esc: 'escape',
  space: ' ',
};

export function matchesKeystroke(stroke: Keystroke, press: KeyPress): boolean {
  const key = press.key.toLowerCase();
  if (key !== stroke.key || (press.ctrlKey || press.metaKey) !== stroke.mod || press.altKey !== stroke.alt) {
    return false;
  }
  // `?` or `/` need shift on some keyboards and not on others: for signs, the sign alone decides.
  const isSign = stroke.key.length === 1 && stroke.key.toUpperCase() === stroke.key && stroke.key !== ' ';
  return isSign || press.shiftKey === stroke.shift;
}

const keycaps: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  escape: 'Esc',
  backspace: '⌫',
  delete: 'Del',
  ' ': 'Space',
};

/** The keycaps to print, one a key. */
export function describeShortcut(text: string, onMac: boolean): readonly string[] {
  return parseShortcut(text).flatMap((stroke) => [
    ...(stroke.mod ? [onMac ? '⌘' : 'Ctrl'] : []),
    ...(stroke.alt ? [onMac ? '⌥' : 'Alt'] : []),
    ...(stroke.shift ? ['⇧'] : []),
    keycaps[stroke.key] ?? (stroke.key.length === 1 ? stroke.key.toUpperCase() : capitalise(stroke.key)),
  ]);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
