/** Numbers from the command line, refused where they are none. */
import { FlowRefusal } from '@throughline/flow';
import type { LogOptions } from './log-options.ts';

export function wholeNumber(options: LogOptions, name: string): number | undefined {
  return read(options, name, {
    is: (value) => Number.isSafeInteger(value) && value >= 0,
    what: 'a whole number',
  });
}

export function shareOption(options: LogOptions, name: string): number | undefined {
  return read(options, name, { is: (value) => value >= 0 && value <= 1, what: 'a share from 0 to 1' });
}

type Wanted = { readonly is: (value: number) => boolean; readonly what: string };

function read(options: LogOptions, name: string, { is, what }: Wanted): number | undefined {
  const given = options[name];
  if (typeof given !== 'string') return undefined;
  const value = Number(given);
  if (given.trim() !== '' && is(value)) return value;
  throw new FlowRefusal('bad_option', {
    message: `--${name} is not ${what}.`,
    why: `It is “${given}”.`,
    fix: 'Correct it, or leave it out.',
  });
}

export function textOption(options: LogOptions, name: string): string | undefined {
  const given = options[name];
  return typeof given === 'string' ? given : undefined;
}
