/** The built command on files that people have, good and bad: what it prints, and with which code it ends. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { BIN } from './served-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'throughline-logs-'));
afterAll(() => rmSync(directory, { recursive: true }));

type Ended = { readonly code: number | null; readonly out: string; readonly told: string };

function run(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: directory,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, out: stdout, told: stderr };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(directory, name), content);
  return name;
}

const HEAD = 'case_id,activity,timestamp\n';
const LOG = `${HEAD}1,Ask,2020-01-01T10:00:00Z\n1,Answer,2020-01-01T11:00:00Z\n2,Ask,2020-01-02T10:00:00Z\n`;
const XES = '<?xml version="1.0"?><log><trace><string key="concept:name" value="1"/></trace></log>';

describe('the built command', () => {
  it('prints facts as JSON alone, and what it left out of a file', () => {
    const { code, out, told } = run(
      'flow',
      'facts',
      file('log.csv', `${LOG},Lost,2020-01-03T10:00:00Z\n`),
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      traces_in_file: 2,
      left_out: [{ reason: 'no_case', count: 1, examples: ['line 5'] }],
      views: { all: { cases: 2, events: 3, activity_counts: { Ask: 2, Answer: 1 } } },
    });
    expect(told).toBe('Left out: 1 event without a case (line 5).\n');
  });

  it('writes the map and the model that were asked for', () => {
    file('log.csv', LOG);
    const { code, out } = run(
      'flow',
      'discover',
      'log.csv',
      '--svg',
      'map.svg',
      '--png',
      'map.png',
      '--bpmn',
      'model.bpmn',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^WHAT THE PROCESS IS\n/);
    expect(readFileSync(join(directory, 'map.svg'), 'utf8')).toContain('Answer');
    expect(readFileSync(join(directory, 'map.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(readFileSync(join(directory, 'model.bpmn'), 'utf8')).toContain('<bpmndi:BPMNShape');
  });

  it.each([
    ['a file that is not there', 'ENOENT', 'none.csv', null],
    ['an empty file', 'no_events', 'empty.csv', ''],
    ['a file without a time', 'unknown_column', 'columns.csv', 'case,activity\n1,a\n'],
    ['a file that was cut off', 'broken_file', 'cut.csv.gz', gzipSync(LOG.repeat(50)).subarray(0, 60)],
    ['XML that was cut off', 'broken_file', 'cut.xes', XES.slice(0, 60)],
    [
      'a document type',
      'unsafe_xml',
      'bomb.xes',
      XES.replace('<log>', '<!DOCTYPE l [<!ENTITY x "y">]><log>'),
    ],
    ['an entity of its own', 'unsafe_xml', 'entity.xes', XES.replace('"1"/', '"&x;"/')],
    ['a picture', 'unknown_format', 'picture.xes', Uint8Array.from({ length: 512 }, (_, at) => at % 256)],
  ])('refuses %s with code 2 and says what, why and what to do', (_, reason, name, content) => {
    if (content !== null) file(name, content);
    const { code, out } = run('flow', 'facts', name, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      error: {
        code: reason,
        message: expect.stringMatching(/./),
        why: expect.any(String),
        fix: expect.stringMatching(/./),
      },
    });
  });

  it.each([
    ['a history of three weeks', 'no_forecast', ['forecast', 'weeks.csv', '--items', '5']],
    ['a circle of dependencies', 'dependency_cycle', ['forecast', 'graph', 'circle.json']],
  ])('forecasts nothing from %s', (_, reason, args) => {
    file('weeks.csv', 'id,resolved\n1,2020-01-06\n2,2020-01-14\n3,2020-01-22\n');
    const item = (id: string, other: string): object => ({ id, days: 1, depends_on: [other] });
    file('circle.json', JSON.stringify({ start: '2026-01-01', items: [item('a', 'b'), item('b', 'a')] }));
    const { code, out } = run(...args, '--json');
    expect([code, (JSON.parse(out) as { error: { code: string } }).error.code]).toEqual([2, reason]);
  });

  it('checks figures against those expected, and ends with 1 where one is off', () => {
    mkdirSync(join(directory, 'data/eventlogs'), { recursive: true });
    const facts = JSON.parse(
      run('flow', 'facts', file('data/eventlogs/log.csv', LOG), '--json').out,
    ) as object;
    const check = (wanted: object): number | null => {
      file('data/eventlogs/expected.json', JSON.stringify({ 'log.csv': wanted }));
      return run('forecast', 'check', 'data').code;
    };
    expect(check(facts)).toBe(0);
    expect(check({ ...facts, resources: 7 })).toBe(1);
  });

  it('ends in the middle of work when it is interrupted', async () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, at) => `${at >> 3},Step ${at % 7},${1_577_836_800 + at * 60}\n`,
    );
    const child = spawn(
      process.execPath,
      [BIN, 'flow', 'discover', file('large.csv', HEAD + rows.join(''))],
      {
        cwd: directory,
        stdio: 'ignore',
      },
    );
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    setTimeout(() => child.kill('SIGINT'), 300);
    expect(await ended).toBe('SIGINT');
  });
});
