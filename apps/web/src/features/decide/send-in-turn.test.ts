import { expect, it } from 'vitest';
import { makeTurns } from './send-in-turn.ts';

/** Sendings that end when they are told to. */
function makeSending() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const send = (text: string) => () => {
    begun.push(text);
    return new Promise<string>((resolve, reject) => {
      ends.set(text, text.startsWith('bad') ? () => reject(new Error(text)) : () => resolve(text));
    });
  };
  return { begun, send, end: (text: string) => ends.get(text)?.() };
}

it('sends of one name one after the other, and of those that wait the newest alone', async () => {
  const { begun, send, end } = makeSending();
  const turns = makeTurns();
  const [one, two, three, other] = [
    turns.send('a', send('one')),
    turns.send('a', send('two')),
    turns.send('a', send('three')),
    turns.send('b', send('other')),
  ];
  expect(begun).toEqual(['one', 'other']);
  end('one');
  expect([await one, await two, begun]).toEqual(['one', undefined, ['one', 'other', 'three']]);
  end('three');
  end('other');
  expect([await three, await other]).toEqual(['three', 'other']);
});

it('goes on after one that failed', async () => {
  const { begun, send, end } = makeSending();
  const turns = makeTurns();
  const [bad, next] = [turns.send('a', send('bad')), turns.send('a', send('next'))];
  end('bad');
  await expect(bad).rejects.toThrow('bad');
  end('next');
  expect([await next, begun]).toEqual(['next', ['bad', 'next']]);
});
