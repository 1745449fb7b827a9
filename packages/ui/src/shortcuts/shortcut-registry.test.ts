import { expect, test } from 'vitest';
import { describeShortcut, type KeyPress } from './shortcut.ts';
import { makeShortcutRegistry, type Shortcut } from './shortcut-registry.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

function setUp() {
  const ran: string[] = [];
  let time = 0;
  const registry = makeShortcutRegistry(() => time);
  const make = (keys: string, more: Partial<Shortcut> = {}): Shortcut => ({
    keys,
    label: keys,
    group: 'Test',
    run: () => ran.push(more.label ?? keys),
    ...more,
  });
  return { ran, registry, make, wait: (milliseconds: number) => (time += milliseconds) };
}

test('runs a key, a chord and a sequence', () => {
  const { ran, registry, make } = setUp();
  registry.add([make('c'), make('mod+k'), make('g i'), make('?')]);
  registry.handle(press('c'), false);
  registry.handle(press('k', { metaKey: true }), false);
  registry.handle(press('g'), false);
  registry.handle(press('i'), false);
  registry.handle(press('?', { shiftKey: true }), false);
  expect(ran).toEqual(['c', 'mod+k', 'g i', '?']);
});

test('the second key of a sequence must come in time', () => {
  const { ran, registry, make, wait } = setUp();
  registry.add([make('g i')]);
  registry.handle(press('g'), false);
  wait(1500);
  registry.handle(press('i'), false);
  expect(ran).toEqual([]);
});

test('while typing only shortcuts made for it run', () => {
  const { ran, registry, make } = setUp();
  registry.add([make('c'), make('mod+k', { whileTyping: true })]);
  expect(registry.handle(press('c'), true)).toBe(false);
  expect(registry.handle(press('k', { ctrlKey: true }), true)).toBe(true);
  expect(ran).toEqual(['mod+k']);
});

test('the innermost screen wins until it leaves', () => {
  const { ran, registry, make } = setUp();
  registry.add([make('e', { label: 'outer' })]);
  const leave = registry.add([make('e', { label: 'inner' })]);
  registry.handle(press('e'), false);
  leave();
  registry.handle(press('e'), false);
  expect(ran).toEqual(['inner', 'outer']);
  expect(registry.list().map((shortcut) => shortcut.label)).toEqual(['outer']);
});

test('keycaps follow the machine', () => {
  expect(describeShortcut('mod+shift+k', true)).toEqual(['⌘', '⇧', 'K']);
  expect(describeShortcut('mod+enter', false)).toEqual(['Ctrl', '↵']);
  expect(describeShortcut('g i', false)).toEqual(['G', 'I']);
});
