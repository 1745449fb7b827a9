/** Workflow nets: Petri nets with one place to begin and one to end with. */
import type { ProcessTree } from './process-tree.ts';

export type Transition = {
  /** Null for a step that leaves no trace. */
  readonly label: string | null;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
};

export type PetriNet = {
  /** How many places there are; they are numbered from 0. */
  readonly places: number;
  readonly transitions: readonly Transition[];
  /** Marked with one token at the beginning, and, alone, at the end. */
  readonly initial: number;
  readonly final: number;
};

/** The net of the same language: sound, and safe but for what loops through nothing. */
export function netOfTree(tree: ProcessTree): PetriNet {
  const transitions: Transition[] = [];
  let places = 2;
  const addPlace = (): number => places++;
  const addStep = (label: string | null, inputs: readonly number[], outputs: readonly number[]): void => {
    transitions.push({ label, inputs, outputs });
  };
  const build = (node: ProcessTree, from: number, to: number): void => {
    switch (node.kind) {
      case 'activity':
        addStep(node.name, [from], [to]);
        return;
      case 'silent':
        addStep(null, [from], [to]);
        return;
      case 'exclusive':
        for (const child of node.children) build(child, from, to);
        return;
      case 'sequence': {
        let at = from;
        for (const [index, child] of node.children.entries()) {
          const next = index === node.children.length - 1 ? to : addPlace();
          build(child, at, next);
          at = next;
        }
        return;
      }
      case 'parallel': {
        const branches = node.children.map((child) => ({ child, first: addPlace(), last: addPlace() }));
        addStep(
          null,
          [from],
          branches.map(({ first }) => first),
        );
        for (const { child, first, last } of branches) build(child, first, last);
        addStep(
          null,
          branches.map(({ last }) => last),
          [to],
        );
        return;
      }
      case 'loop': {
        const [body, ...redos] = node.children;
        const [first, last] = [addPlace(), addPlace()];
        addStep(null, [from], [first]);
        if (body !== undefined) build(body, first, last);
        for (const redo of redos) build(redo, last, first);
        addStep(null, [last], [to]);
      }
    }
  };
  build(tree, 0, 1);
  return { places, transitions, initial: 0, final: 1 };
}
