/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- passages are chosen in it by keyboard */
import { useEffect, useRef, type RefObject } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { cutSegments, offsetIn, trimPassage, type LinkedPassage, type Passage } from './passages.ts';

export interface WordsTextProps {
  readonly text: string;
  readonly insights: readonly ReplicaRecord[];
  readonly chosen: Passage | undefined;
  readonly onChoose: (passage: Passage | undefined) => void;
  readonly ideaHref: (key: string) => string;
  readonly box: RefObject<HTMLElement | null>;
}

/** The words, with what is evidence marked in them. Its text is exactly `text`, so that places can be counted. */
export function WordsText({ text, insights, chosen, onChoose, ideaHref, box }: WordsTextProps) {
  const { hub, titles } = useWorkspace();
  const passages = insights.flatMap(passageOf);
  const ideaOf = (id: string): string => readText(insights.find((each) => each.id === id)?.values['idea']);
  useSelection(box, text, onChoose);
  return (
    <section
      ref={box}
      tabIndex={0}
      aria-label={t('inbox.words')}
      className="text-reading wrap-break-word whitespace-pre-wrap outline-none focus-visible:outline-2 focus-visible:outline-offset-4"
    >
      {cutSegments(text, passages, chosen).map((segment) => {
        if (segment.insights.length === 0 && !segment.isChosen) return segment.text;
        const ideas = segment.insights.map(ideaOf);
        const key = readText(hub.get('idea', ideas[0] ?? '')?.['key']);
        return (
          <mark
            key={segment.start}
            data-chosen={segment.isChosen ? true : undefined}
            className={`rounded-[2px] text-ink ${segment.isChosen ? 'bg-info-soft outline-1 outline-info' : 'bg-accent-soft'}`}
          >
            {key === '' ? (
              segment.text
            ) : (
              <AppLink
                href={ideaHref(key)}
                draggable={false}
                data-tip={ideas.flatMap((idea) => titles.titleOf(idea) ?? []).join(' · ')}
                className="underline decoration-accent-line decoration-2 underline-offset-4"
              >
                {segment.text}
              </AppLink>
            )}
          </mark>
        );
      })}
    </section>
  );
}

function passageOf({ id, values }: ReplicaRecord): readonly LinkedPassage[] {
  const [start, end] = [readNumber(values['quoteStart']), readNumber(values['quoteEnd'])];
  return start === null || end === null ? [] : [{ id, start, end }];
}

/** What people select with pointer or finger; a click that selects nothing lets go of it. */
function useSelection(
  box: RefObject<HTMLElement | null>,
  text: string,
  onChoose: (passage: Passage | undefined) => void,
): void {
  const latest = useRef({ text, onChoose });
  useEffect(() => {
    latest.current = { text, onChoose };
  });
  useEffect(() => {
    let isPressed = false;
    function read() {
      const selection = document.getSelection();
      const element = box.current;
      if (isPressed || !element || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return;
      const start = offsetIn(element, range.startContainer, range.startOffset);
      const end = offsetIn(element, range.endContainer, range.endOffset);
      latest.current.onChoose(trimPassage(latest.current.text, { start, end }));
    }
    function press(event: PointerEvent) {
      isPressed = true;
      if (event.target instanceof Node && box.current?.contains(event.target))
        latest.current.onChoose(undefined);
    }
    function release() {
      isPressed = false;
      // The browser settles the selection after the release.
      requestAnimationFrame(read);
    }
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    document.addEventListener('selectionchange', read);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
      document.removeEventListener('selectionchange', read);
    };
  }, [box]);
}
