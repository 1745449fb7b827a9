const edge = 56;
const fastest = 18;

/** Pixels to scroll in this frame for a pointer that close to the start or end of the box. */
export function scrollStep(pointer: number, start: number, end: number): number {
  const before = start + edge - pointer;
  if (before > 0) return -Math.min(1, before / edge) * fastest;
  const after = pointer - (end - edge);
  return after > 0 ? Math.min(1, after / edge) * fastest : 0;
}
