/** Views that a person keeps at hand, in this browser. */
import { useKeptSetting } from '../frame/kept-setting.ts';

export interface Favourites {
  readonly ids: readonly string[];
  readonly toggle: (viewId: string) => void;
}

export function useFavourites(): Favourites {
  const [ids, setIds] = useKeptSetting<readonly string[]>('favourites', [], isTexts);
  return {
    ids,
    toggle: (viewId) => setIds(ids.includes(viewId) ? ids.filter((id) => id !== viewId) : [...ids, viewId]),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
