/** What is held in memory of each workspace: made when it is first asked for, brought up to the log whenever it is asked again. */

export type Follow<Held> = {
  readonly build: (workspace: string) => Promise<Held>;
  readonly catchUp: (workspace: string, held: Held) => Promise<Held>;
};

/** Workspaces that are held; the one that nobody has asked for the longest goes. */
const MOST_HELD = 20;

/** One after the other for each workspace; one that failed is begun anew. */
export function followWorkspaces<Held>({
  build,
  catchUp,
}: Follow<Held>): (workspace: string) => Promise<Held> {
  const held = new Map<string, Promise<Held>>();
  return (workspace) => {
    const before = held.get(workspace);
    const next = before === undefined ? build(workspace) : before.then((each) => catchUp(workspace, each));
    held.delete(workspace);
    held.set(workspace, next);
    next.catch(() => {
      if (held.get(workspace) === next) held.delete(workspace);
    });
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    return next;
  };
}
