/** What a command prints: JSON on standard output alone with `--json`, else words. */

export type Output = {
  /** The result: as JSON, or as the words that `describe` makes of it. */
  readonly result: <T>(value: T, describe: (value: T) => string) => void;
  /** On the way; only where somebody looks. */
  readonly progress: (text: string) => void;
};

export function makeOutput(isJson: boolean): Output {
  const isWatched = process.stderr.isTTY === true && !isJson;
  return {
    result: (value, describe) => {
      if (isWatched) process.stderr.write('\r\u001b[K');
      process.stdout.write(`${isJson ? JSON.stringify(value) : describe(value)}\n`);
    },
    progress: (text) => {
      if (isWatched) process.stderr.write(`\r\u001b[K${text}`);
    },
  };
}
