import { Refusal } from '@throughline/contract';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { makeEditKeeper } from './keep-edits.ts';

const ada = { kind: 'person', person: 'ada' } as const;
const bob = { kind: 'person', person: 'bob' } as const;

function write(text: string): Uint8Array {
  const document = new Y.Doc();
  document.getText().insert(0, text);
  return Y.encodeStateAsUpdate(document);
}

it('edits are saved by their authors, and those of who may not hold back nobody', async () => {
  const stored: (string | null)[] = [];
  const refused: (string | null)[] = [];
  const keeper = makeEditKeeper({
    store: async (_name, { actor }) => {
      if (actor.person === 'bob') throw new Refusal('forbidden');
      stored.push(actor.person);
    },
    onSaved: () => undefined,
    onRefused: (_name, actor) => void refused.push(actor.person),
  });
  for (const actor of [ada, ada, bob, ada]) keeper.add('page', { actor, update: write(actor.person) });
  expect(await keeper.save('page')).toBe(true);
  expect([stored, refused]).toEqual([['ada', 'ada'], ['bob']]);
});

it('what could not be saved is kept, with what is written meanwhile, and saved when stopping', async () => {
  let isGone = true;
  const stored: string[] = [];
  const told: boolean[] = [];
  const keeper = makeEditKeeper({
    store: async (_name, { update }) => {
      if (isGone) throw new Error('The database is gone');
      const document = new Y.Doc();
      Y.applyUpdate(document, update);
      stored.push(document.getText().toJSON());
    },
    onSaved: (_name, isSaved) => void told.push(isSaved),
    onRefused: () => undefined,
  });
  keeper.add('page', { actor: ada, update: write('one') });
  expect(await keeper.save('page')).toBe(false);
  keeper.add('page', { actor: ada, update: write('two') });
  isGone = false;
  await keeper.close();
  expect([stored.map((text) => [text.includes('one'), text.includes('two')]), told]).toEqual([
    [[true, true]],
    [false, true],
  ]);
});
