/** Boxes and arrows before and after somebody has found places for them. */

export type DiagramNode = { readonly id: string; readonly width: number; readonly height: number };
export type DiagramEdge = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: { readonly width: number; readonly height: number };
};

export type Diagram = { readonly nodes: readonly DiagramNode[]; readonly edges: readonly DiagramEdge[] };

export type Point = { readonly x: number; readonly y: number };

export type Layout = {
  readonly width: number;
  readonly height: number;
  /** The upper left corner of each node. */
  readonly nodes: ReadonlyMap<string, Point>;
  readonly edges: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label?: Point }>;
};

/** Finds places; in layers, along the direction of flow. The apps bring one. */
export type LayOut = (diagram: Diagram, direction: 'down' | 'right') => Promise<Layout>;
