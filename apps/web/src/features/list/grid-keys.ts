/** What a key means while the grid itself has the focus. */
export type GridKeyAction =
  | { readonly type: 'move'; readonly rows: number; readonly columns: number }
  | { readonly type: 'open' }
  | { readonly type: 'edit' }
  | { readonly type: 'select' }
  | { readonly type: 'fold'; readonly isCollapsed: boolean }
  /** To the parent's row. */
  | { readonly type: 'up' }
  | { readonly type: 'clear' };

export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** Rows that fit on the page. */
  readonly page: number;
  readonly onGroup: boolean;
  /** Of the record's children, where the keyboard is on its title. */
  readonly fold?: 'open' | 'folded' | undefined;
  /** On the title of a record that stands under another. */
  readonly isBelow?: boolean;
}

const far = 1_000_000_000;

export function gridKeyAction(pressed: GridKey): GridKeyAction | undefined {
  const { key, ctrlKey, metaKey, page, onGroup, fold, isBelow = false } = pressed;
  const mod = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return { type: 'move', rows: mod ? far : 1, columns: 0 };
    case 'ArrowUp':
      return { type: 'move', rows: mod ? -far : -1, columns: 0 };
    case 'ArrowRight':
      return onGroup || fold === 'folded'
        ? { type: 'fold', isCollapsed: false }
        : { type: 'move', rows: 0, columns: 1 };
    case 'ArrowLeft':
      if (onGroup || fold === 'open') return { type: 'fold', isCollapsed: true };
      return isBelow ? { type: 'up' } : { type: 'move', rows: 0, columns: -1 };
    case 'PageDown':
      return { type: 'move', rows: page, columns: 0 };
    case 'PageUp':
      return { type: 'move', rows: -page, columns: 0 };
    case 'Home':
      return mod ? { type: 'move', rows: -far, columns: -far } : { type: 'move', rows: 0, columns: -far };
    case 'End':
      return mod ? { type: 'move', rows: far, columns: far } : { type: 'move', rows: 0, columns: far };
    case 'Enter':
      return { type: 'open' };
    case 'F2':
      return { type: 'edit' };
    case ' ':
      return { type: 'select' };
    case 'Escape':
      return { type: 'clear' };
    default:
      return undefined;
  }
}
