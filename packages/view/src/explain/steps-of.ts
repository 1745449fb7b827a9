import type { Explanation } from './explain.ts';

/** What is reckoned, innermost first: each step once, formulas that are read before what reads them. */
export function stepsOf(explanation: Explanation): readonly Explanation[] {
  const steps = new Map<string, Explanation>();
  const visit = (part: Explanation): void => {
    for (const inner of part.parts) visit(inner);
    const isStep = part.parts.length > 0 && part.origin.type !== 'formula';
    if (isStep && !steps.has(part.text)) steps.set(part.text, part);
  };
  visit(explanation);
  return [...steps.values()];
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
