/** Places for boxes and arrows, found by ELK's layered algorithm. */
import type { Diagram, Layout, LayOut } from '@throughline/flow';
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.crossingMinimization.strategy': 'LAYER_SWEEP',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '22',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '46',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  'elk.edgeLabels.inline': 'false',
};

/** Up to so many arrows the best places are looked for; beyond, that takes minutes where good ones take seconds. */
const FEW_ARROWS = 100;
const BEST = { 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX', 'elk.layered.thoroughness': '20' };
const GOOD = { 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF', 'elk.layered.thoroughness': '7' };

/** The library is large, and loaded only when something is drawn. */
export const layOut: LayOut = async (diagram, direction) => {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const placed = await new Elk().layout({
    id: 'diagram',
    layoutOptions: {
      ...OPTIONS,
      ...(diagram.edges.length > FEW_ARROWS ? GOOD : BEST),
      'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT',
    },
    children: diagram.nodes.map((node) => ({ ...node, layoutOptions: placeOf(node.id) })),
    edges: diagram.edges.map(({ id, from, to, label }) => ({
      id,
      sources: [from],
      targets: [to],
      labels: label === undefined ? [] : [{ text: id, ...label }],
    })),
  });
  return asLayout(placed, diagram);
};

/** The beginning comes first and the end last, whatever leads back. */
function placeOf(id: string): Record<string, string> {
  if (id === 'start') return { 'elk.layered.layering.layerConstraint': 'FIRST' };
  return id === 'end' ? { 'elk.layered.layering.layerConstraint': 'LAST' } : {};
}

function asLayout(placed: ElkNode, { edges }: Diagram): Layout {
  const byId = new Map(placed.edges?.map((edge) => [edge.id, edge]));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    nodes: new Map(placed.children?.map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    edges: new Map(edges.map(({ id }) => [id, asEdge(byId.get(id))])),
  };
}

function asEdge(edge: ElkExtendedEdge | undefined): {
  points: { x: number; y: number }[];
  label?: { x: number; y: number };
} {
  const points = (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  const label = edge?.labels?.[0];
  return label === undefined ? { points } : { points, label: { x: label.x ?? 0, y: label.y ?? 0 } };
}
