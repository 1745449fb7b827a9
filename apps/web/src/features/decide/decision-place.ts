/** The space whose decisions are shown. */
export interface DecisionPlace {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Of all that the space decides, or of one decision. */
export function decisionHref({ key }: DecisionPlace, id?: string): string {
  const all = `/s/${encodeURIComponent(key)}/deciding`;
  return id === undefined ? all : `${all}/${id}`;
}
