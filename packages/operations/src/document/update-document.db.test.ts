import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { executeWith } from '../execute.ts';
import { readDocument } from '../reads/read-document.ts';
import { readRecord } from '../reads/read-record.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { verifyWorkspace } from '../verify/verify-workspace.ts';
import { updateDocument } from './update-document.ts';

describeDatabases('a document that somebody has open', (test) => {
  let acme: TestWorkspace;
  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
  });
  const make = async (description: string): Promise<string> =>
    textOf((await acme.run('idea.create', { input: { space: 'PROD', title: 'Open', description } }))['id']);
  const read = async (id: string): Promise<unknown> =>
    (
      await readRecord(acme.runtime, {
        workspace: acme.workspace,
        actor: acme.admin,
        entity: acme.runtime.model.entity('idea'),
        id,
      })
    )['description'];
  const open = async (record: string): Promise<Y.Doc> => {
    const document = new Y.Doc();
    const asking = { workspace: acme.workspace, actor: acme.admin, record, field: 'description' };
    Y.applyUpdate(document, (await readDocument(acme.runtime, asking)).state);
    return document;
  };
  const save = (record: string, update: Uint8Array) =>
    executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'user' },
      updateDocument({ record, field: 'description', update }),
    );
  const type = (document: Y.Doc, text: string): Uint8Array => {
    const before = Y.encodeStateVector(document);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    document.getXmlFragment('default').push([paragraph]);
    return Y.encodeStateAsUpdate(document, before);
  };

  it.each([
    ['One', 'Two'],
    ['', 'Two'],
    ['One\n\nand more', 'Another text\n\nof three\n\nparagraphs'],
  ])('keeps what they type after it was written elsewhere (%j → %j)', async (first, second) => {
    const id = await make(first);
    const document = await open(id);
    await acme.run('idea.update', { id, input: { description: second } });
    await save(id, type(document, 'typed'));
    const lines = textOf((await read(id)) as string).split('\n\n');
    expect(lines.toSorted()).toEqual([...second.split('\n\n'), 'typed'].toSorted());
    const { database, model } = acme.runtime;
    expect((await verifyWorkspace(database, model, acme.workspace)).discrepancies).toEqual([]);
  });

  it('refuses an edit that cannot be read, so that it stands in nobody’s way', async () => {
    const id = await make('Kept');
    await expect(save(id, Uint8Array.of(9, 9, 9))).rejects.toMatchObject({ code: 'invalid_input' });
    const nested = await open(id);
    const before = Y.encodeStateVector(nested);
    const text = (nested.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insertEmbed(0, new Y.XmlElement('paragraph'));
    const unfit = save(id, Y.encodeStateAsUpdate(nested, before));
    await expect(unfit).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await read(id)).toBe('Kept');
  });
});
