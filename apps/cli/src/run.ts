/** The frame of every command: finds the place, connects, reports, and leaves with the right exit code. */
import type { Api } from '@throughline/client';
import type { Command } from 'commander';
import { connect } from './connect.ts';
import { findPlace, type Place, type PlaceOptions } from './place.ts';
import { makeOutput, type Output } from './output.ts';
import { reportError } from './report.ts';

export type Call = {
  readonly api: Api;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly output: Output;
  readonly place: Place;
};

export type Handler = (call: Call) => Promise<number | void>;
/** Wraps a handler for commander. */
export type Run = (handler: Handler) => (...given: unknown[]) => Promise<void>;

type Global = PlaceOptions & { readonly json?: boolean };

/** With a connection to the data, closed when the command ends. */
export const run: Run =
  (handler) =>
  async (...given) => {
    await runAlone(async (call) => {
      const connection = await connect(call.place);
      try {
        return await handler({ ...call, api: connection.api });
      } finally {
        await connection.close();
      }
    })(...given);
  };

/** Without one: for commands that open the data themselves, or need none. */
export function runAlone(
  handler: (call: Omit<Call, 'api'>) => Promise<number | void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<Global & Record<string, unknown>>();
    const output = makeOutput(options.json === true);
    try {
      const place = await findPlace(options);
      process.exitCode = (await handler({ args: command.args, options, output, place })) ?? 0;
    } catch (error) {
      process.exitCode = reportError(error, options.json === true);
    }
  };
}
