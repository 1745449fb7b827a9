import {
  Banner,
  Button,
  ContextMenu,
  Dialog,
  EmptyState,
  IconButton,
  Menu,
  Popover,
  ProgressBar,
  showToast,
  Skeleton,
  Tabs,
  TextField,
  type MenuEntry,
} from '@throughline/ui';
import { Archive, Copy, Inbox, MoreHorizontal, Pencil } from 'lucide-react';
import { useState } from 'react';
import { statusOptions } from './example-lookups.ts';
import { Section } from './gallery-section.tsx';

const menu: readonly MenuEntry[] = [
  {
    kind: 'action',
    id: 'edit',
    label: 'Edit',
    icon: <Pencil size={14} />,
    shortcut: 'e',
    onSelect: () => undefined,
  },
  {
    kind: 'action',
    id: 'copy',
    label: 'Copy link',
    icon: <Copy size={14} />,
    shortcut: 'mod+shift+c',
    onSelect: () => undefined,
  },
  {
    kind: 'submenu',
    id: 'status',
    label: 'Change status',
    entries: statusOptions.map((option) => ({
      kind: 'action',
      id: option.key,
      label: option.name,
      onSelect: () => undefined,
    })),
  },
  { kind: 'check', id: 'pin', label: 'Pin to the top', checked: true, onChange: () => undefined },
  { kind: 'separator', id: 'line' },
  {
    kind: 'action',
    id: 'archive',
    label: 'Archive',
    icon: <Archive size={14} />,
    danger: true,
    onSelect: () => undefined,
  },
];

export function Overlays() {
  const [isPopoverOpen, setPopoverOpen] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [tab, setTab] = useState<'insights' | 'delivery' | 'trace'>('insights');
  return (
    <Section title="Overlays">
      <Menu trigger={<IconButton label="More" icon={<MoreHorizontal size={16} />} />} entries={menu} />
      <ContextMenu entries={() => menu}>
        <span className="inline-block rounded-md border border-dashed px-3 py-1.5 text-muted">
          Right click here
        </span>
      </ContextMenu>
      <Popover
        label="Filter"
        open={isPopoverOpen}
        onOpenChange={setPopoverOpen}
        trigger={<Button>Popover</Button>}
      >
        <p className="w-56">Anything can stand here: a filter, a colour, a share link.</p>
      </Popover>
      <Button onClick={() => setOpen(true)}>Dialog</Button>
      <Button
        onClick={() =>
          showToast({
            title: 'Idea archived',
            undo: () => showToast({ title: 'Idea restored', tone: 'success' }),
          })
        }
      >
        Toast with undo
      </Button>
      <Button
        onClick={() =>
          showToast({
            title: 'Not saved',
            text: 'Mei changed the status to Ready meanwhile. Yours was Building.',
            tone: 'failure',
          })
        }
      >
        Failure
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Merge two ideas"
        description="Votes, insights and comments of both are kept. You can take it back."
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              Merge
            </Button>
          </>
        }
      >
        <TextField
          label="Keep the title"
          value="Approve expenses from the lock screen"
          onChange={() => undefined}
        />
      </Dialog>
      <div className="w-full">
        <Tabs
          label="Parts of the idea"
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'insights',
              label: 'Insights',
              count: 12,
              content: (
                <p className="py-3 text-body text-muted">Twelve customers said it in their own words.</p>
              ),
            },
            {
              id: 'delivery',
              label: 'Delivery',
              count: 3,
              content: <p className="py-3 text-body">Three epics.</p>,
            },
            {
              id: 'trace',
              label: 'Trace',
              content: <p className="py-3 text-body">41 days from the first word.</p>,
            },
          ]}
        />
      </div>
    </Section>
  );
}

export function States() {
  return (
    <Section title="States">
      <div className="flex w-full flex-col gap-2">
        <Banner tone="info">A new version is ready. It starts with the next reload.</Banner>
        <Banner tone="success">33,628 rows imported, nothing dropped.</Banner>
        <Banner tone="warning" action={<Button size="small">Try now</Button>}>
          You are offline. 3 changes are kept here.
        </Banner>
        <Banner tone="danger">The address “harbor” was refused: it is no web address.</Banner>
        <ProgressBar label="Importing hadoop_jira_export.csv" share={0.37} figure="12,400 of 33,628 rows" />
      </div>
      <div className="flex w-60 flex-col gap-2">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-4 w-56" />
      </div>
      <div className="w-full rounded-md border">
        <EmptyState
          icon={<Inbox size={28} strokeWidth={1.5} />}
          title="No feedback yet"
          text="Everything customers say arrives here, from every channel, and waits until someone has handled it."
          action={<Button variant="primary">Connect a channel</Button>}
          example={
            <a className="text-accent-text underline" href="?page=components">
              Load sample feedback
            </a>
          }
        />
      </div>
    </Section>
  );
}
