/**
 * Process trees: block-structured models, sound by construction (Leemans, Robust Process Mining with Guarantees, 2017).
 */

export type ProcessTree =
  | { readonly kind: 'activity'; readonly name: string }
  /** A step that leaves no trace. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel'; readonly children: readonly ProcessTree[] }
  /** The first child is done; then, any number of times, one of the others and the first again. */
  | { readonly kind: 'loop'; readonly children: readonly ProcessTree[] };

export const SILENT: ProcessTree = { kind: 'silent' };

/** With blocks of one child replaced by it, and blocks within blocks of the same kind laid into one. */
export function simplifyTree(tree: ProcessTree): ProcessTree {
  if (tree.kind === 'activity' || tree.kind === 'silent') return tree;
  const { kind } = tree;
  const children = tree.children.map(simplifyTree);
  if (kind === 'loop') return { kind, children };
  const flat = children.flatMap((child) => (child.kind === kind ? child.children : [child]));
  const kept = kind === 'exclusive' ? withOneSilent(flat) : flat.filter((child) => child.kind !== 'silent');
  if (kept.length === 0) return SILENT;
  return kept.length === 1 ? (kept[0] as ProcessTree) : { kind, children: kept };
}

function withOneSilent(children: readonly ProcessTree[]): readonly ProcessTree[] {
  const visible = children.filter((child) => child.kind !== 'silent');
  return visible.length === children.length ? children : [SILENT, ...visible];
}

const SIGNS = { sequence: '→', exclusive: '×', parallel: '∧', loop: '⟲' } as const;

/** As books write it: `→(a, ×(b, τ))`. */
export function printTree(tree: ProcessTree): string {
  if (tree.kind === 'silent') return 'τ';
  if (tree.kind === 'activity') return /[(),]/.test(tree.name) ? JSON.stringify(tree.name) : tree.name;
  return `${SIGNS[tree.kind]}(${tree.children.map(printTree).join(', ')})`;
}

/** The names of all activities, each once. */
export function activitiesOf(tree: ProcessTree): ReadonlySet<string> {
  if (tree.kind === 'activity') return new Set([tree.name]);
  return tree.kind === 'silent'
    ? new Set()
    : new Set(tree.children.flatMap((child) => [...activitiesOf(child)]));
}
