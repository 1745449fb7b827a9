/** What cannot be worked with in a file, in words. */
import { FlowRefusal } from '@throughline/flow';

export function refuseLine(file: string, line: number, told: { why: string; fix: string }): FlowRefusal {
  return new FlowRefusal('broken_file', { message: `${file}, line ${line} cannot be used.`, ...told });
}

export function refuseEmptyFile(file: string, what: string): FlowRefusal {
  return new FlowRefusal('broken_file', {
    message: `${file} is empty.`,
    why: `It has no ${what}.`,
    fix: 'Check that it is the file you mean, or export it again.',
  });
}
