import type { Explanation } from './explain.ts';

/** What is reckoned, innermost first: each step once, formulas that are read before what reads them. */
export function stepsOf(explanation: Explanation): readonly Explanation[] {
  const steps = new Map<string, Explanation>();
  const visit = (part: Explanation): void => {
    for (const inner of part.parts) visit(inner);
    const isStep = part.parts.length > 0 && part.origin.type !== 'formula' && !isCount(part);
    if (isStep && !steps.has(part.text)) steps.set(part.text, part);
  };
  visit(explanation);
  return [...steps.values()];
}

/** `count(insights)` is a counter, or 0 where it has none: nothing that people need to see reckoned. */
export function isCount({ expression, parts: [first] }: Explanation): boolean {
  return expression.type === 'call' && expression.name === 'coalesce' && first?.origin.type === 'linked';
}

/** The fields that a value comes from in the end, each once, in the order they are read. */
export function inputsOf(explanation: Explanation): readonly Explanation[] {
  const inputs = new Map<string, Explanation>();
  const visit = (part: Explanation): void => {
    for (const inner of part.parts) visit(inner);
    const { origin } = part;
    const isInput = origin.type === 'field' || origin.type === 'linked' || isWeightOfField(part);
    if (isInput && 'field' in origin && !inputs.has(origin.field.id)) inputs.set(origin.field.id, part);
  };
  visit(explanation);
  return [...inputs.values()];
}

function isWeightOfField({ origin, expression }: Explanation): boolean {
  return origin.type === 'weight' && expression.type === 'field';
}
