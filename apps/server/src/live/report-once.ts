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
