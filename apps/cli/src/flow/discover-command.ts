/** `throughline flow discover`: what a process is, where time goes, what to look at; drawn, and as a model. */
import { writeFile } from 'node:fs/promises';
import { bpmnOfTree, drawProcessMap, makeProcessMap, writeBpmn } from '@throughline/flow';
import type { Command } from 'commander';
import { describeDiscovery } from './describe-discovery.ts';
import { discover, type Discovery } from './discovery.ts';
import { layOut } from './lay-out.ts';
import { addLogOptions, type LogOptions } from './log-options.ts';
import { openLog } from './open-log.ts';
import { shareOption, textOption } from './option-values.ts';
import { renderPng } from './render-png.ts';
import { runFlow } from './run-flow.ts';

export function addDiscoverCommand(flow: Command): void {
  addLogOptions(flow.command('discover'))
    .argument('<file>', 'event log')
    .description('Find out what the process is, where time goes and what to look at')
    .option('--svg <file>', 'draw the map')
    .option('--png <file>', 'draw the map as a picture')
    .option('--bpmn <file>', 'write the model as BPMN 2.0, with its diagram')
    .option('--tree <file>', 'write the model as a process tree, for “flow conformance --model”')
    .option('--paths <share>', 'share of steps the drawn arrows account for (0.8)')
    .option('--activities <share>', 'share of events the drawn activities account for (0.98)')
    .option(
      '--noise <share>',
      'leave behaviour out of the model that is rarer than this beside its alternative (0)',
    )
    .action(
      runFlow(async ({ args, options, output, signal }) => {
        const file = args[0] ?? '';
        const { log } = await openLog(file, options, { signal });
        const discovery = discover(log, shareOption(options, 'noise') ?? 0);
        await writeFiles(file, discovery, options);
        output.result(discovery, describeDiscovery);
      }),
    );
}

async function writeFiles(file: string, { graph, tree }: Discovery, options: LogOptions): Promise<void> {
  const [svgFile, pngFile, bpmnFile, treeFile] = ['svg', 'png', 'bpmn', 'tree'].map((name) =>
    textOption(options, name),
  );
  if (svgFile !== undefined || pngFile !== undefined) {
    const paths = shareOption(options, 'paths');
    const activities = shareOption(options, 'activities');
    const map = makeProcessMap(graph, {
      ...(paths === undefined ? {} : { paths }),
      ...(activities === undefined ? {} : { activities }),
    });
    const svg = await drawProcessMap(map, { layOut, title: titleOf(file) });
    if (svgFile !== undefined) await writeFile(svgFile, svg);
    if (pngFile !== undefined) await writeFile(pngFile, await renderPng(svg));
  }
  if (bpmnFile !== undefined) await writeFile(bpmnFile, await writeBpmn(bpmnOfTree(tree), layOut));
  if (treeFile !== undefined) await writeFile(treeFile, `${JSON.stringify(tree, null, 1)}\n`);
}

function titleOf(file: string): string {
  return (file.split(/[/\\]/).at(-1) ?? file).replace(/(\.(xes|csv|json|jsonl|gz))+$/i, '');
}
