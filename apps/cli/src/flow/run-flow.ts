/**
 * The frame of the commands that work on files: no installation is looked for, ctrl-C ends them at once (130), and
 * what cannot be worked with ends with what, why and what to do (2).
 */
import { Refusal } from '@throughline/contract';
import { FlowRefusal } from '@throughline/flow';
import type { Command } from 'commander';
import { makeOutput, reportError, type Output } from '../report.ts';
import type { LogOptions } from './log-options.ts';

export type FlowCall = {
  readonly args: readonly string[];
  readonly options: LogOptions;
  readonly output: Output;
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
    const abort = new AbortController();
    process.once('SIGINT', () => {
      abort.abort();
      process.stderr.write('\nCancelled.\n');
      process.exit(130);
    });
    try {
      const call = { args: command.args, options, output: makeOutput(isJson), signal: abort.signal };
      process.exitCode = (await handler(call)) ?? 0;
    } catch (error) {
      process.exitCode = reportError(asRefusal(error), isJson);
    }
  };
}

/** As what everything else refuses with, so that codes and words are the same. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof FlowRefusal)) return error;
  const { message, why, fix, code } = error;
  return new Refusal('invalid_input', { message, why, fix, details: { problem: code } });
}
