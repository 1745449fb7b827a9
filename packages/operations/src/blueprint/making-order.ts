import type { FieldPart } from '@throughline/model';

/**
 * Fields in steps, each resting on those before: values, then what shows or adds up others, then formulas behind those
 * that they name. Formulas that name each other are the last step, and are refused where they are made.
 */
export function inMakingSteps<T>(
  given: readonly T[],
  partOf: (each: T) => FieldPart,
): readonly (readonly T[])[] {
  const isFormula = (each: T): boolean => partOf(each).type === 'formula';
  const rests = (each: T): boolean => {
    const { type, config } = partOf(each);
    return type === 'rollup' || config.mirrors !== undefined;
  };
  const others = given.filter((each) => !isFormula(each));
  const steps = [others.filter((each) => !rests(each)), others.filter(rests)];
  let waiting = given.filter(isFormula);
  while (waiting.length > 0) {
    const open = new Set(waiting.map((each) => partOf(each).key));
    const ready = waiting.filter((each) => !namesAnother(partOf(each), open));
    const next = ready.length > 0 ? ready : waiting;
    steps.push(next);
    waiting = waiting.filter((each) => !next.includes(each));
  }
  return steps.filter((step) => step.length > 0);
}

function namesAnother({ key, config: { expression = '' } }: FieldPart, keys: ReadonlySet<string>): boolean {
  return expression.match(/\w+/g)?.some((word) => word !== key && keys.has(word)) === true;
}
