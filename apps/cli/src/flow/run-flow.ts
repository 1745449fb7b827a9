/**
 * The frame of the commands that work on files: no installation is looked for, and what cannot be worked with is
 * told with what, why and what to do. Ctrl-C is left to the system, which ends a command in the middle of any work.
 */
import { FlowRefusal } from '@throughline/flow';
import type { Command } from 'commander';
import { makeOutput, type Output } from '../output.ts';
import type { LogOptions } from './log-options.ts';

export type FlowCall = {
  readonly args: readonly string[];
  readonly options: LogOptions;
  readonly output: Output;
  /** For what can be ended from outside. */
  readonly signal: AbortSignal;
};

/** Wraps a handler for commander; its number is the exit code. */
export function runFlow(
  handler: (call: FlowCall) => Promise<number | void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<Record<string, unknown>>();
    const isJson = options['json'] === true;
    try {
      const call = {
        args: command.args,
        options,
        output: makeOutput(isJson),
        signal: new AbortController().signal,
      };
      process.exitCode = (await handler(call)) ?? 0;
    } catch (error) {
      process.exitCode = reportFlowError(error, isJson);
    }
  };
}

type Told = { readonly code: string; readonly message: string; readonly why: string; readonly fix: string };

/** Exit codes as everywhere: 2 for a file or an option that cannot be worked with, 70 for a bug. */
function reportFlowError(error: unknown, isJson: boolean): number {
  const told = explain(error);
  if (told === null) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 70;
  }
  const { message, why, fix } = told;
  if (isJson) process.stdout.write(`${JSON.stringify({ error: told })}\n`);
  else process.stderr.write(`${[message, why, fix].filter((line) => line !== '').join('\n')}\n`);
  return 2;
}

const ABOUT_FILES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EISDIR: 'This is a directory, not a file.',
  EACCES: 'The file may not be read.',
};

function explain(error: unknown): Told | null {
  if (error instanceof FlowRefusal) {
    const { code, message, why, fix } = error;
    return { code, message, why, fix };
  }
  const { code, message: why } = error as Error & { code?: string };
  const message = code === undefined ? undefined : ABOUT_FILES[code];
  return code === undefined || message === undefined ? null : { code, message, why, fix: 'Check the path.' };
}
