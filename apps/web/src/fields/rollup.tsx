export { Cell, Editor } from './formula.tsx';
export { NumberFilter as FilterInput } from './number-filter.tsx';
