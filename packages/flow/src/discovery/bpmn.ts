/** Process trees as BPMN 2.0: tasks, gateways, and one way from the start event to the end event. */
import type { DiagramNode, Diagram, Layout, LayOut } from '../drawing/diagram.ts';
import { escapeXml, textWidth, wrapText } from '../drawing/svg-parts.ts';
import type { ProcessTree } from './process-tree.ts';

export type BpmnNode = {
  readonly id: string;
  readonly type: 'startEvent' | 'endEvent' | 'task' | 'exclusiveGateway' | 'parallelGateway';
  readonly name: string | null;
};

export type BpmnProcess = {
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly { readonly id: string; readonly from: string; readonly to: string }[];
};

/** A block's first and last node; null for one that is nothing. */
type Block = { readonly first: string; readonly last: string } | null;

export function bpmnOfTree(tree: ProcessTree): BpmnProcess {
  const nodes: BpmnNode[] = [];
  const flows: { id: string; from: string; to: string }[] = [];
  const add = (type: BpmnNode['type'], name: string | null = null): string => {
    const id = `${type}_${nodes.length + 1}`;
    nodes.push({ id, type, name });
    return id;
  };
  const connect = (from: string, to: string): void => {
    flows.push({ id: `flow_${flows.length + 1}`, from, to });
  };
  const buildGateways = (
    type: 'exclusiveGateway' | 'parallelGateway',
    children: readonly ProcessTree[],
  ): Block => {
    const first = add(type);
    const blocks = children.map(build);
    const last = add(type);
    for (const block of blocks) {
      connect(first, block?.first ?? last);
      if (block !== null) connect(block.last, last);
    }
    return { first, last };
  };
  const buildLoop = ([body, ...redos]: readonly ProcessTree[]): Block => {
    const first = add('exclusiveGateway');
    const block = body === undefined ? null : build(body);
    const last = add('exclusiveGateway');
    connect(first, block?.first ?? last);
    if (block !== null) connect(block.last, last);
    for (const redo of redos) {
      const back = build(redo);
      connect(last, back?.first ?? first);
      if (back !== null) connect(back.last, first);
    }
    return { first, last };
  };
  const build = (node: ProcessTree): Block => {
    switch (node.kind) {
      case 'silent':
        return null;
      case 'activity': {
        const task = add('task', node.name);
        return { first: task, last: task };
      }
      case 'sequence': {
        const blocks = node.children.map(build).filter((block) => block !== null);
        for (const [index, block] of blocks.entries())
          if (index > 0) connect((blocks[index - 1] as { last: string }).last, block.first);
        const [first] = blocks;
        return first === undefined ? null : { first: first.first, last: (blocks.at(-1) ?? first).last };
      }
      case 'exclusive':
        return buildGateways('exclusiveGateway', node.children);
      case 'parallel':
        return buildGateways('parallelGateway', node.children);
      case 'loop':
        return buildLoop(node.children);
    }
  };
  const start = add('startEvent');
  const block = build(tree);
  const end = add('endEvent');
  connect(start, block?.first ?? end);
  if (block !== null) connect(block.last, end);
  return { nodes, flows };
}

const SIZES = { startEvent: 36, endEvent: 36, exclusiveGateway: 50, parallelGateway: 50 } as const;

function boxOf({ id, type, name }: BpmnNode): DiagramNode {
  if (type !== 'task') return { id, width: SIZES[type], height: SIZES[type] };
  const lines = wrapText(name ?? '', 130, 12);
  const width = Math.max(100, ...lines.map((line) => textWidth(line, 12) + 20));
  return { id, width: Math.ceil(width), height: Math.max(60, lines.length * 16 + 28) };
}

/** Models with more nodes are written without a diagram: no layout finds places for them, and nobody reads them. */
const LARGEST_DIAGRAM = 600;

/** The document with its diagram, as modelling tools open it. */
export async function writeBpmn(process: BpmnProcess, layOut: LayOut): Promise<string> {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="http://www.omg.org/spec/BPMN/20100524/MODEL" exporter="Throughline">',
    '  <process id="process" isExecutable="false">',
    ...process.nodes.flatMap((node) => nodeLines(node, process)),
    ...process.flows.map(
      ({ id, from, to }) => `    <sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`,
    ),
    '  </process>',
    ...(process.nodes.length > LARGEST_DIAGRAM ? [] : await diagramLines(process, layOut)),
    '</definitions>',
    '',
  ].join('\n');
}

async function diagramLines(process: BpmnProcess, layOut: LayOut): Promise<readonly string[]> {
  const diagram: Diagram = { nodes: process.nodes.map(boxOf), edges: process.flows };
  const layout = await layOut(diagram, 'right');
  return [
    '  <bpmndi:BPMNDiagram id="diagram">',
    '    <bpmndi:BPMNPlane id="plane" bpmnElement="process">',
    ...diagram.nodes.map((node) => shapeLine(node, layout)),
    ...process.flows.map(({ id }) => edgeLine(id, layout)),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
  ];
}

function nodeLines({ id, type, name }: BpmnNode, { flows }: BpmnProcess): readonly string[] {
  const incoming = flows.filter(({ to }) => to === id);
  const outgoing = flows.filter(({ from }) => from === id);
  const direction = type.endsWith('Gateway')
    ? ` gatewayDirection="${directionOf(incoming.length, outgoing.length)}"`
    : '';
  return [
    `    <${type} id="${id}"${name === null ? '' : ` name="${escapeXml(name)}"`}${direction}>`,
    ...incoming.map((flow) => `      <incoming>${flow.id}</incoming>`),
    ...outgoing.map((flow) => `      <outgoing>${flow.id}</outgoing>`),
    `    </${type}>`,
  ];
}

function directionOf(incoming: number, outgoing: number): string {
  if (incoming > 1 && outgoing > 1) return 'Mixed';
  return incoming > 1 ? 'Converging' : outgoing > 1 ? 'Diverging' : 'Unspecified';
}

function shapeLine({ id, width, height }: DiagramNode, { nodes }: Layout): string {
  const { x, y } = nodes.get(id) ?? { x: 0, y: 0 };
  const marker = id.startsWith('exclusiveGateway') ? ' isMarkerVisible="true"' : '';
  return `      <bpmndi:BPMNShape id="shape_${id}" bpmnElement="${id}"${marker}><dc:Bounds x="${Math.round(x)}" y="${Math.round(y)}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
}

function edgeLine(id: string, { edges }: Layout): string {
  const points = edges.get(id)?.points ?? [];
  const waypoints = points.map(({ x, y }) => `<di:waypoint x="${Math.round(x)}" y="${Math.round(y)}"/>`);
  return `      <bpmndi:BPMNEdge id="edge_${id}" bpmnElement="${id}">${waypoints.join('')}</bpmndi:BPMNEdge>`;
}
