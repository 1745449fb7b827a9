/** An event log as XES (IEEE 1849). */
import { NONE, type Attributes, type EventLog } from '../log/event-log.ts';
import { isoMicroseconds } from '../log/iso-time.ts';
import { escapeXml } from '../drawing/svg-parts.ts';
import { encodeText } from '../read/decode-text.ts';
import { textOfValue } from './attribute-text.ts';

const CASES = 500;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace">
    <string key="concept:name" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
  </global>
  <classifier name="Activity" keys="concept:name"/>
`;

/** In pieces; what reads them gets the same log back, cases without events among them. */
export function* writeXes(log: EventLog): Generator<Uint8Array> {
  let lines = [HEAD];
  for (let index = 0; index < log.caseIds.length; index++) {
    lines.push(traceText(log, index));
    if (lines.length < CASES) continue;
    yield encodeText(lines.join(''));
    lines = [];
  }
  lines.push('</log>\n');
  yield encodeText(lines.join(''));
}

function traceText(log: EventLog, index: number): string {
  const events: string[] = [];
  for (let event = log.firstEvent[index] as number; event < (log.firstEvent[index + 1] as number); event++)
    events.push(eventText(log, event));
  return [
    '  <trace>\n',
    attribute('string', 'concept:name', log.caseIds[index] as string),
    ...attributesAt(log.caseAttributes, index),
    ...events,
    '  </trace>\n',
  ].join('');
}

function eventText(log: EventLog, event: number): string {
  const named = (key: string, names: readonly string[], codes: Int32Array | null): string => {
    const code = codes?.[event] ?? NONE;
    return code === NONE ? '' : attribute('string', key, names[code] as string);
  };
  const start = log.start?.[event] ?? Number.NaN;
  return [
    '    <event>\n',
    named('concept:name', log.activities, log.activity),
    named('lifecycle:transition', log.transitions, log.transition),
    named('org:resource', log.resources, log.resource),
    Number.isNaN(start) ? '' : attribute('date', 'start_timestamp', isoMicroseconds(start)),
    attribute('date', 'time:timestamp', isoMicroseconds(log.time[event] as number)),
    ...attributesAt(log.eventAttributes, event),
    '    </event>\n',
  ].join('');
}

const TAGS = { text: 'string', number: 'float', date: 'date', boolean: 'boolean' } as const;

function attributesAt(attributes: Attributes, at: number): readonly string[] {
  return [...attributes].map(([key, column]) => {
    const text = textOfValue(column, at);
    return text === null ? '' : attribute(TAGS[column.kind], key, text);
  });
}

function attribute(tag: string, key: string, value: string): string {
  return `      <${tag} key="${quote(key)}" value="${quote(value)}"/>\n`;
}

/** Line breaks as references: within a value they would be read as spaces. */
function quote(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\r', '&#13;').replaceAll('\t', '&#9;');
}
