/** Something about a file or a request that cannot be worked with: what, why, and what to do. */

import type { LeftOut } from './left-out.ts';
import type { Columns } from './read-options.ts';

export type FlowRefusalCode =
  | 'no_events'
  | 'unknown_format'
  | 'unknown_column'
  | 'broken_file'
  | 'unsafe_xml'
  | 'bad_filter'
  | 'bad_option'
  | 'too_large'
  | 'too_small'
  | 'no_forecast'
  | 'dependency_cycle'
  | 'bad_graph';

export class FlowRefusal extends Error {
  override name = 'FlowRefusal';
  readonly code: FlowRefusalCode;
  readonly why: string;
  readonly fix: string;

  constructor(code: FlowRefusalCode, { message, why, fix }: { message: string; why: string; fix: string }) {
    super(message);
    this.code = code;
    this.why = why;
    this.fix = fix;
  }
}

/** For a file in which no event was found. */
export function refuseEmpty(leftOut: readonly LeftOut[], columns: Columns = {}): FlowRefusal {
  const reasons = leftOut.map(
    ({ reason, count, examples }) => `${count} with ${reason} (${examples[0] ?? ''} …)`,
  );
  const parts = Object.entries(columns).map(([role, column]) => `${role} = “${column}”`);
  return new FlowRefusal('no_events', {
    message: 'There is no event in this file.',
    why: reasons.length === 0 ? 'Nothing follows its head.' : `Left out: ${reasons.join(', ')}.`,
    fix:
      parts.length === 0 ? 'Check that it is the file you mean.' : `Check the columns: ${parts.join(', ')}.`,
  });
}
