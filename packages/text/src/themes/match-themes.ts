/** Themes keep their names from day to day: who was together yesterday is the same theme today. */

export type KnownTheme = { readonly id: string; readonly members: readonly string[] };

/** Below this share of common members (Jaccard, of members that both days have) it is another theme. */
const SAME = 0.3;

/**
 * For each of today's themes the id of yesterday's that it continues, or undefined; no id is given twice, the largest
 * likeness first. What was not there yesterday, or is no more, does not count.
 */
export function matchThemes(
  today: readonly (readonly string[])[],
  yesterday: readonly KnownTheme[],
): readonly (string | undefined)[] {
  const themeOf = new Map(
    yesterday.flatMap(({ members }, theme) => members.map((member) => [member, theme])),
  );
  const there = new Set(today.flat());
  const sizes = yesterday.map(({ members }) => members.filter((member) => there.has(member)).length);
  const pairs = today.flatMap((members, at) => {
    const common = new Map<number, number>();
    for (const member of members) {
      const theme = themeOf.get(member);
      if (theme !== undefined) common.set(theme, (common.get(theme) ?? 0) + 1);
    }
    const known = [...common.values()].reduce((sum, count) => sum + count, 0);
    return [...common].map(([theme, both]) => ({
      at,
      theme,
      likeness: both / (known + (sizes[theme] as number) - both),
    }));
  });
  const ids: (string | undefined)[] = today.map(() => undefined);
  const taken = new Set<number>();
  for (const { at, theme, likeness } of pairs.toSorted(
    (a, b) => b.likeness - a.likeness || a.at - b.at || a.theme - b.theme,
  )) {
    if (likeness < SAME || taken.has(theme) || ids[at] !== undefined) continue;
    taken.add(theme);
    ids[at] = yesterday[theme]?.id;
  }
  return ids;
}
