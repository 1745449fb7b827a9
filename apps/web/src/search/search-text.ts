/**
 * Search parameters as people can read, type and change them: `?view=board&sort=-rice,title&f=status:now`.
 * Only what would break the address is escaped; a space is written `+`.
 */
export type SearchTexts = Readonly<Record<string, string>>;

export function parseSearchTexts(search: string): SearchTexts {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Empty values are left out, so that an address tells only what differs from the usual. */
export function printSearchTexts(texts: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(texts).flatMap(([name, value]) =>
    isPrintable(value) ? [`${escapeText(name)}=${escapeText(String(value))}`] : [],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function isPrintable(value: unknown): value is string | number | boolean {
  return (
    (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
  );
}

const readable: Readonly<Record<string, string>> = {
  '%20': '+',
  '%2C': ',',
  '%3A': ':',
  '%2F': '/',
  '%40': '@',
  '%3B': ';',
  '%3D': '=',
};

/** `<`, `>` and `"` stay escaped: they end an address that is pasted into a text. */
function escapeText(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')).replaceAll(
    /%(20|2C|3A|2F|40|3B|3D)/g,
    (code) => readable[code] ?? code,
  );
}
