/** The named parts of a path that follows a pattern (`/s/$space`); undefined when it does not. */
export type PathParts = Readonly<Record<string, string>>;

export function matchPath(pattern: string, pathname: string): PathParts | undefined {
  const names = pattern.split('/');
  const given = pathname.replace(/(?<=.)\/$/, '').split('/');
  if (names.length !== given.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const text = given[at] ?? '';
    if (!name.startsWith('$')) {
      if (name !== text) return undefined;
      continue;
    }
    const part = decode(text);
    if (part === undefined || part === '') return undefined;
    parts[name.slice(1)] = part;
  }
  return parts;
}

/** Undefined for an address that nobody could have written here. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
