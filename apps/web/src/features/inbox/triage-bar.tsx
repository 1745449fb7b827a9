import { Avatar, Button, IconButton, Popover } from '@throughline/ui';
import { AlarmClock, ArrowLeft, Check, Lightbulb, RotateCcw, UserRound, Users } from 'lucide-react';
import { useCallback, useMemo, type ReactElement } from 'react';
import { useRecords } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { makeTitleEntry, searchTitles } from '../../search/search-titles.ts';
import { PickPanel, type PickItem } from './pick-panel.tsx';
import { SnoozePick } from './snooze-pick.tsx';

export type OpenPanel = 'link' | 'owner' | 'team' | 'snooze';

export interface TriageBarProps {
  readonly isHandled: boolean;
  readonly mayUpdate: boolean;
  readonly mayLink: boolean;
  readonly open: OpenPanel | undefined;
  readonly onOpen: (panel: OpenPanel | undefined) => void;
  readonly onDismiss: () => void;
  readonly onReopen: () => void;
  readonly onAssign: (person: string | null) => void;
  readonly onTeam: (team: string | null) => void;
  /** Until a moment, ISO 8601; null wakes it. */
  readonly onSnooze: (until: string | null) => void;
  readonly isSnoozed: boolean;
  /** The panel to link with, where no passage is chosen for it to stand beside. */
  readonly linkPanel: ReactElement | undefined;
  readonly onBack: () => void;
}

/** What can be done with the opened feedback; every button shows its key. */
export function TriageBar(props: TriageBarProps) {
  const { isHandled, mayUpdate, mayLink, open, onOpen, linkPanel } = props;
  const close = () => onOpen(undefined);
  return (
    <div
      role="toolbar"
      aria-label={t('inbox.actions')}
      className="flex h-11 shrink-0 items-center gap-1 border-b px-4 max-md:overflow-x-auto max-md:px-2"
    >
      <IconButton
        label={t('inbox.back')}
        icon={<ArrowLeft size={18} />}
        onClick={props.onBack}
        className="sm:hidden"
      />
      {mayLink && (
        <PanelButton
          label={t('inbox.link')}
          shortcut="l"
          icon={<Lightbulb size={14} />}
          isPrimary
          isOpen={open === 'link' && linkPanel !== undefined}
          onOpenChange={(isOpen) => onOpen(isOpen ? 'link' : undefined)}
        >
          {linkPanel ?? <span />}
        </PanelButton>
      )}
      {mayUpdate && (
        <>
          <PanelButton
            label={t('inbox.assign')}
            shortcut="a"
            icon={<UserRound size={14} />}
            isOpen={open === 'owner'}
            onOpenChange={(isOpen) => onOpen(isOpen ? 'owner' : undefined)}
          >
            <RecordPick entity="person" label={t('inbox.assign')} onPick={props.onAssign} onClose={close} />
          </PanelButton>
          <PanelButton
            label={t('inbox.giveTeam')}
            shortcut="t"
            icon={<Users size={14} />}
            isOpen={open === 'team'}
            onOpenChange={(isOpen) => onOpen(isOpen ? 'team' : undefined)}
          >
            <RecordPick entity="team" label={t('inbox.giveTeam')} onPick={props.onTeam} onClose={close} />
          </PanelButton>
          {!isHandled && (
            <PanelButton
              label={t('inbox.snooze')}
              shortcut="z"
              icon={<AlarmClock size={14} />}
              isOpen={open === 'snooze'}
              onOpenChange={(isOpen) => onOpen(isOpen ? 'snooze' : undefined)}
            >
              <SnoozePick isSnoozed={props.isSnoozed} onPick={props.onSnooze} onClose={close} />
            </PanelButton>
          )}
          {isHandled ? (
            <Button variant="quiet" shortcut="d" icon={<RotateCcw size={14} />} onClick={props.onReopen}>
              {t('inbox.reopen')}
            </Button>
          ) : (
            <Button variant="quiet" shortcut="d" icon={<Check size={14} />} onClick={props.onDismiss}>
              {t('inbox.dismiss')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

interface PanelButtonProps {
  readonly label: string;
  readonly shortcut: string;
  readonly icon: ReactElement;
  readonly isPrimary?: boolean;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactElement;
}

export function PanelButton(props: PanelButtonProps) {
  const { label, shortcut, icon, isPrimary = false, isOpen, onOpenChange, children } = props;
  return (
    <Popover
      label={label}
      open={isOpen}
      onOpenChange={onOpenChange}
      trigger={
        <Button variant={isPrimary ? 'secondary' : 'quiet'} icon={icon} shortcut={shortcut}>
          {label}
        </Button>
      }
    >
      <div className="-m-3 w-[min(30rem,calc(100vw-1.5rem))]">{children}</div>
    </Popover>
  );
}

interface RecordPickProps {
  readonly entity: 'person' | 'team';
  readonly label: string;
  readonly onPick: (id: string | null) => void;
  readonly onClose: () => void;
}

const nobody = 'nobody';

function RecordPick({ entity, label, onPick, onClose }: RecordPickProps) {
  const records = useRecords(entity);
  const index = useMemo(
    () =>
      records.map(({ id, values }) =>
        makeTitleEntry(id, readText(values['name']), readText(values['email'])),
      ),
    [records],
  );
  const find = useCallback(
    (query: string): readonly PickItem[] => {
      const found = searchTitles(index, query, 50).flatMap((id) => {
        const name = readText(records.find((each) => each.id === id)?.values['name']);
        return [
          { id, label: name, ...(entity === 'person' && { look: <Avatar name={name} size="medium" /> }) },
        ];
      });
      return query === '' ? [...found, { id: nobody, label: t('inbox.nobody') }] : found;
    },
    [index, records, entity],
  );
  return (
    <PickPanel
      label={label}
      placeholder={t('ui.search')}
      find={find}
      onPick={(id) => onPick(id === nobody ? null : id)}
      onClose={onClose}
    />
  );
}
