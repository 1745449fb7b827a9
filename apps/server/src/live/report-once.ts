/** Tells an error once, and the next one only after it went well in between: a database that is gone fills no log. */
export function makeReportOnce(report: (error: unknown) => void): {
  readonly failed: (error: unknown) => void;
  readonly succeeded: () => void;
} {
  let isFailing = false;
  return {
    failed: (error) => {
      if (!isFailing) report(error);
      isFailing = true;
    },
    succeeded: () => {
      isFailing = false;
    },
  };
}

/** The same for things that are each tried again and again, by name: `ended` says that all were tried. */
export function makeReportEach(report: (error: unknown) => void): {
  readonly failed: (error: unknown, name: string) => void;
  readonly ended: () => void;
} {
  let known: ReadonlySet<string> = new Set();
  let failing = new Set<string>();
  return {
    failed: (error, name) => {
      if (!known.has(name) && !failing.has(name)) report(error);
      failing.add(name);
    },
    ended: () => {
      known = failing;
      failing = new Set();
    },
  };
}
