/** One file on its way in: looked at, its columns given fields, tried, begun. */
import { useState } from 'react';
import { tryIt } from '../../answers/use-answer.ts';
import {
  dryRun,
  previewFiles,
  startImport,
  type ImportOptions,
  type ImportPreview,
  type ImportReport,
} from '../../data/import-files.ts';

export type ImportStep = 'choose' | 'looking' | 'map' | 'trying' | 'starting';

export interface ImportDraft {
  readonly step: ImportStep;
  readonly files: readonly File[];
  readonly options: ImportOptions;
  readonly preview: ImportPreview | undefined;
  /** What a try of it came to; gone when something is changed. */
  readonly report: ImportReport | undefined;
  /** By the person or by an earlier look, so that it is not changed again. */
  readonly isEntityChosen: boolean;
  /** Of what is being sent now. */
  readonly sent: number;
}

export interface ImportActions {
  readonly choose: (files: readonly File[]) => void;
  readonly setOptions: (part: Partial<ImportOptions>) => void;
  readonly mapColumn: (column: string, target: string) => void;
  readonly tryOut: () => void;
  readonly start: () => void;
  readonly reset: () => void;
}

export function useImport(
  start: Pick<ImportOptions, 'entity' | 'space'>,
  onStarted: (id: string) => void,
): readonly [ImportDraft, ImportActions] {
  const [draft, setDraft] = useState<ImportDraft>(() => empty({ ...start, map: {} }));
  const set = (part: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...part }));
  const onProgress = (sent: number) => set({ sent });

  async function run(step: ImportStep, next: ImportDraft, act: () => Promise<void>) {
    setDraft({ ...next, step, sent: 0 });
    const isDone = await tryIt(act);
    if (!isDone) set({ step: next.preview === undefined ? 'choose' : 'map' });
  }
  const look = (next: ImportDraft) =>
    run('looking', { ...next, report: undefined }, async () => {
      const preview = await previewFiles({ ...next, onProgress });
      const usual = preview.usualEntity;
      // What the file is by its nature counts until somebody says something else.
      if (usual === null || usual === next.options.entity || next.isEntityChosen)
        set({ step: 'map', preview });
      else void look({ ...next, isEntityChosen: true, options: { ...next.options, entity: usual } });
    });
  return [
    draft,
    {
      choose: (files) => {
        if (files.length > 0)
          void look({ ...empty(draft.options), options: { ...draft.options, map: {} }, files });
      },
      // Another kind of record has other fields: the columns are guessed anew.
      setOptions: (part) => {
        const options = { ...draft.options, ...part, map: {} };
        const isEntityChosen = draft.isEntityChosen || part.entity !== undefined;
        if (draft.files.length > 0) void look({ ...draft, options, isEntityChosen });
        else set({ options, isEntityChosen });
      },
      mapColumn: (column, target) =>
        setDraft((before) => ({
          ...before,
          report: undefined,
          options: { ...before.options, map: { ...before.options.map, [column]: target } },
        })),
      tryOut: () =>
        void run('trying', draft, async () => {
          const report = await dryRun({ ...draft, onProgress });
          set({ step: 'map', report });
        }),
      start: () =>
        void run('starting', draft, async () => onStarted(await startImport({ ...draft, onProgress }))),
      reset: () => setDraft(empty({ ...draft.options, map: {} })),
    },
  ];
}

function empty(options: ImportOptions): ImportDraft {
  return {
    step: 'choose',
    files: [],
    options,
    preview: undefined,
    report: undefined,
    isEntityChosen: false,
    sent: 0,
  };
}
