/** One call of an agent: the same operations, rights and refusals as over HTTP. */
import { textOf, type Json, type JsonObject } from '@throughline/base';
import { Refusal, type Tool } from '@throughline/contract';
import { execute, findRecord, listRecords, readRecord } from '@throughline/operations';
import type { Session } from '../auth/authenticate.ts';
import { parseListParameters } from '../routes/list-routes.ts';
import type { Services } from '../routes/services.ts';

export async function callTool(
  { runtime }: Pick<Services, 'runtime'>,
  { workspace, actor }: Session,
  { tool, given }: { readonly tool: Tool; readonly given: JsonObject },
): Promise<JsonObject> {
  const { entity } = tool;
  const asking = { workspace, actor, entity };
  if (tool.does === 'list')
    return (await listRecords(runtime, {
      ...asking,
      ...parseListParameters(given),
    })) as unknown as JsonObject;
  if (tool.does !== 'command') return readRecord(runtime, { ...asking, id: mustId(given) });
  const { operation } = tool;
  const onRecord = operation.path.includes('{id}');
  const { id: _id, ifMatch, ...rest } = given;
  // Left aside it would protect nobody's edit, so what is no seq is refused.
  if (ifMatch !== undefined && !Number.isSafeInteger(ifMatch))
    throw new Refusal('invalid_input', { message: 'ifMatch takes a record’s seq.' });
  const input: Json = onRecord ? rest : given;
  const { result } = await execute(runtime, {
    workspace,
    actor,
    source: 'agent',
    operation: operation.name,
    ...(onRecord ? { id: (await findRecord(runtime, { ...asking, id: mustId(given) })).id } : {}),
    ...(operation.input === null ? {} : { input }),
    ...(typeof ifMatch === 'number' ? { ifMatch } : {}),
  });
  return result;
}

function mustId({ id }: JsonObject): string {
  const text = textOf(id ?? '');
  if (text === '') throw new Refusal('invalid_input', { message: 'id is required.' });
  return text;
}
