/** What measured values hang on: when the change of one record moves those of others. */
import type { CallNode, Expression } from '../ast.ts';
import { compileOperand } from '../evaluate/compile.ts';
import { makeCursor, type StoreScope } from '../evaluate/vector.ts';
import { amongOf } from '../population.ts';

export type Yardstick = {
  /** What a record adds to the population; NaN for nothing. */
  readonly read: (row: number, isKept: boolean) => number;
  /** Whether a record that added one value and now adds another moves the measure of others. */
  readonly isMovedBy: (was: number, is: number) => boolean;
};

export function makeYardstick(call: CallNode, scope: StoreScope, isInCondition: boolean): Yardstick {
  const of = call.arguments[0] as Expression;
  const number = compileOperand(of, scope);
  const cursor = makeCursor(scope.store);
  const isOfView = amongOf(call) === 'view' && !isInCondition;
  return {
    read(row, isKept) {
      if (isOfView && !isKept) return Number.NaN;
      cursor.row = row;
      return number(cursor.read);
    },
    isMovedBy: call.name === 'percentile' ? makePlaces(call, scope) : makeExtremes(call, scope),
  };
}

/**
 * Every value has its place among the others: any that comes, goes or changes moves some. The population is read
 * at once: asked for after a change, it would hold values of a record that has left it.
 */
function makePlaces(call: CallNode, scope: StoreScope): Yardstick['isMovedBy'] {
  scope.ranks(call.arguments[0] as Expression, amongOf(call));
  return isOther;
}

function isOther(was: number, is: number): boolean {
  return !Object.is(was, is);
}

/** True when a value at an end of the range has gone, or a new one lies beyond it. */
function makeExtremes(call: CallNode, scope: StoreScope): Yardstick['isMovedBy'] {
  const { least, greatest } = scope.extent(call.arguments[0] as Expression, amongOf(call));
  return (was, is) => isOther(was, is) && (was === least || was === greatest || is < least || is > greatest);
}
