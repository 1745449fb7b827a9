import type { JsonObject } from '@throughline/base';
import { useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import type { RecordHub } from '../../data/record-hub.ts';
import type { TemplateItem } from '../../data/template-items.ts';
import { showFailure } from '../../data/writer.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface ApplyOptions {
  /** The space's id. */
  readonly space: string;
  readonly hasExamples: boolean;
}

/** Sets a space up on the server, with a toast that takes it back; answers the first view, undefined where it was refused. */
export function useApplyTemplate(): {
  readonly isBusy: boolean;
  readonly apply: (
    item: TemplateItem,
    options: ApplyOptions,
  ) => Promise<{ readonly view: string } | undefined>;
} {
  const { replica, writer, hub } = useWorkspace();
  const [isBusy, setBusy] = useState(false);
  async function apply(item: TemplateItem, { space, hasExamples }: ApplyOptions) {
    setBusy(true);
    try {
      const body = { template: item.id, examples: hasExamples };
      const { body: answer, cause } = await replica.call('POST', `/spaces/${space}/apply`, { body });
      const report = (answer['report'] ?? {}) as JsonObject;
      if (cause !== null) writer.offerUndo(cause, messageOf(item, report));
      const [view] = outcomes(report, 'views');
      const made = readText(view?.['id']);
      if (made !== '') await untilHere(hub, made);
      return { view: made };
    } catch (error) {
      showFailure(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, apply };
}

/** As long as one waits for what the server has made to come to the browser's copy. */
const longestWait = 8000;

/** A page that is gone to before its view is here would show another. */
function untilHere(hub: RecordHub, view: string): Promise<void> {
  return new Promise((resolve) => {
    const isHere = (): boolean => hub.get('view', view) !== undefined;
    const stop = hub.onRecord(view, () => {
      if (isHere()) end();
    });
    const timer = setTimeout(end, isHere() ? 0 : longestWait);
    function end(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

function outcomes(report: JsonObject, part: string): readonly JsonObject[] {
  return (report[part] ?? []) as readonly JsonObject[];
}

function messageOf({ name, kind }: TemplateItem, report: JsonObject): string {
  const parts = ['fields', 'views', 'descriptions'].flatMap((part) => outcomes(report, part));
  if (parts.every(({ outcome }) => outcome === 'there')) return t('templates.thereAlready', { name });
  const dropped = outcomes(report, 'views').flatMap((view) => view['dropped'] as readonly string[]);
  const done = t(kind === 'view' ? 'templates.usedView' : 'templates.used', { name });
  return dropped.length === 0 ? done : `${done}. ${t('templates.dropped', { text: dropped.join(' ') })}`;
}
