/** Colours of the tokens as a canvas needs them: worked out for the theme that is shown. */
import { useSyncExternalStore } from 'react';
import { useTheme } from './theme.ts';

export type TokenColor = (name: string) => string;

const known = new Map<string, Map<string, string>>();

/** Names are those of custom properties without their dashes: `ink`, `option-blue-mark`. */
export function useTokenColors(): TokenColor {
  const theme = useTheme();
  const isDark = useSyncExternalStore(watchSystem, () => systemTheme().matches);
  const key = theme === 'system' ? `system ${isDark}` : theme;
  const colors = known.get(key) ?? new Map<string, string>();
  known.set(key, colors);
  return readers.get(colors) ?? makeReader(colors);
}

const readers = new WeakMap<Map<string, string>, TokenColor>();

function makeReader(colors: Map<string, string>): TokenColor {
  const reader = (name: string): string => {
    const color = colors.get(name) ?? readColor(name);
    colors.set(name, color);
    return color;
  };
  readers.set(colors, reader);
  return reader;
}

/** A custom property holds `light-dark(…)` as it is written; an element's colour is worked out. */
function readColor(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function systemTheme(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function watchSystem(listener: () => void): () => void {
  const media = systemTheme();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
