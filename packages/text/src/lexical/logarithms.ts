/** Logarithms of whole numbers, each worked out once. */

export type Logarithms = (upTo: number) => Float64Array;

/** Makes a table in which every number up to the one asked for has its place; 0 stands at 0. */
export function makeLogarithms(): Logarithms {
  let table = Float64Array.of(0, 0);
  return (upTo) => {
    if (upTo < table.length) return table;
    const grown = new Float64Array(Math.max(upTo + 1, table.length * 2));
    grown.set(table);
    for (let at = table.length; at < grown.length; at++) grown[at] = Math.log(at);
    table = grown;
    return table;
  };
}
