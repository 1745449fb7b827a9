/**
 * Tooltips are attributes: one layer for the whole page listens for them, so a list of a thousand rows
 * carries no tooltip machinery of its own.
 */
export interface TooltipAttributes {
  readonly 'data-tip'?: string;
  readonly 'data-tip-keys'?: string;
  readonly 'aria-keyshortcuts'?: string;
}

export function tooltipProps(text: string | undefined, shortcut?: string): TooltipAttributes {
  if (text === undefined && shortcut === undefined) return {};
  return {
    ...(text !== undefined && { 'data-tip': text }),
    ...(shortcut !== undefined && { 'data-tip-keys': shortcut, 'aria-keyshortcuts': ariaKeys(shortcut) }),
  };
}

function ariaKeys(shortcut: string): string {
  return shortcut.replaceAll('mod', 'Control').replaceAll('shift', 'Shift').replaceAll('alt', 'Alt');
}
