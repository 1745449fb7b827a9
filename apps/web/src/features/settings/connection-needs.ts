import { readText } from '../../fields/read-value.ts';

export type Declared = {
  readonly key: string;
  /** As the other program calls it. */
  readonly label: string;
  /** Empty where there is none. */
  readonly example: string;
  readonly isOptional: boolean;
};

/** What a connector asks for, as the server tells it. */
export function readDeclared(given: unknown): readonly Declared[] {
  if (!Array.isArray(given)) return [];
  return (given as readonly Readonly<Record<string, unknown>>[]).map((each) => ({
    key: readText(each['name']),
    label: readText(each['label']),
    example: readText(each['example']),
    isOptional: each['isOptional'] === true,
  }));
}
