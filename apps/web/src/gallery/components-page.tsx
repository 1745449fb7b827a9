import {
  Avatar,
  AvatarStack,
  Banner,
  Button,
  Checkbox,
  Combobox,
  ContextMenu,
  DatePicker,
  DateRangePicker,
  Dialog,
  EmptyState,
  IconButton,
  Kbd,
  Menu,
  MultiCombobox,
  NumberField,
  OptionBadge,
  Popover,
  ProgressBar,
  Rating,
  Segmented,
  Select,
  showToast,
  Skeleton,
  Slider,
  Switch,
  Tabs,
  TextArea,
  TextField,
  optionColors,
  type DateRange,
  type MenuEntry,
} from '@throughline/ui';
import {
  Archive,
  Columns3,
  Copy,
  Inbox,
  List,
  MoreHorizontal,
  Pencil,
  Plus,
  Search,
  Share2,
} from 'lucide-react';
import { useState } from 'react';
import { locale } from '../messages/t.ts';
import { setTheme, themes, useTheme } from '../theme/theme.ts';
import { examplePeople, statusOptions } from './example-lookups.ts';
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

export function ComponentsPage() {
  const theme = useTheme();
  return (
    <main className="mx-auto max-w-5xl px-6 py-8">
      <header className="mb-6 flex items-center justify-between gap-4">
        <h1 className="text-display font-semibold">Components</h1>
        <Segmented
          label="Theme"
          items={themes.map((id) => ({ id, label: id }))}
          value={theme}
          onChange={setTheme}
        />
      </header>
      <Buttons />
      <Inputs />
      <Choices />
      <Colours />
      <Overlays />
      <Feedback />
    </main>
  );
}

function Buttons() {
  return (
    <>
      <Section title="Buttons">
        <Button variant="primary" icon={<Plus size={15} />} shortcut="c" tooltip="Create an idea">
          New idea
        </Button>
        <Button>Secondary</Button>
        <Button variant="quiet" icon={<Share2 size={14} />}>
          Share
        </Button>
        <Button variant="danger">Delete for ever</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button size="small">Small</Button>
        <Button size="large" variant="primary">
          Large
        </Button>
        <IconButton label="Search" shortcut="mod+k" icon={<Search size={16} />} />
        <IconButton label="Board" icon={<Columns3 size={16} />} pressed />
        <IconButton label="Not now" icon={<Archive size={16} />} disabled />
        <span className="flex gap-1">
          <Kbd>⌘</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Section>
    </>
  );
}

function Inputs() {
  const [text, setText] = useState('Approve expenses from the lock screen');
  const [amount, setAmount] = useState<number | null>(1250.5);
  const [volume, setVolume] = useState(60);
  const [stars, setStars] = useState<number | null>(3);
  const [isOn, setOn] = useState(true);
  return (
    <Section title="Inputs">
      <div className="grid w-full gap-4 sm:grid-cols-3">
        <TextField label="Title" value={text} onChange={setText} hint="Seen by customers on the roadmap." />
        <TextField
          label="Website"
          value="harbor"
          onChange={() => undefined}
          error="“harbor” is not a web address. Type one such as https://example.com."
        />
        <TextField
          label="Search"
          value=""
          onChange={() => undefined}
          placeholder="Search ideas…"
          icon={<Search size={14} />}
        />
        <NumberField
          label="Budget"
          value={amount}
          onChange={setAmount}
          format={{ style: 'currency', currency: 'EUR' }}
        />
        <TextField label="Locked" value="Only editors change this" onChange={() => undefined} disabled />
        <div>
          <Slider label="Confidence" value={volume} onChange={setVolume} />
          <Rating label="Impact" value={stars} onChange={setStars} />
        </div>
        <TextArea label="Problem" value={text} onChange={setText} />
        <div className="flex flex-col gap-2">
          <Checkbox label="Tell the customers" checked={isOn} onChange={setOn} />
          <Checkbox label="Some of them" checked={false} indeterminate onChange={() => undefined} />
          <Checkbox label="Unavailable" checked={false} disabled onChange={() => undefined} />
        </div>
        <Switch
          label="Public roadmap"
          hint="Anyone with the link can read it."
          checked={isOn}
          onChange={setOn}
        />
      </div>
    </Section>
  );
}

function Choices() {
  const [status, setStatus] = useState<string | null>('building');
  const [people, setPeople] = useState<readonly string[]>(['person_1', 'person_3']);
  const [created, setCreated] = useState<readonly string[]>([]);
  const [day, setDay] = useState<string | null>('2026-11-30');
  const [range, setRange] = useState<DateRange | null>({
    start: '2026-07-01',
    end: '2026-12-31',
    precision: 'quarter',
  });
  const [layout, setLayout] = useState<'list' | 'board'>('list');
  const statuses = [
    ...statusOptions,
    ...created.map((name) => ({ key: name, name, color: 'teal', emoji: undefined })),
  ];
  return (
    <Section title="Choices">
      <div className="grid w-full gap-4 sm:grid-cols-3">
        <Select
          label="Layout"
          items={[
            { value: 'list', label: 'List' },
            { value: 'board', label: 'Board' },
          ]}
          value={layout}
          onChange={setLayout}
        />
        <Combobox
          label="Status"
          items={statuses.map((option) => ({
            value: option.key,
            label: option.name,
            look: <OptionBadge name={option.name} color={option.color} emoji={option.emoji} />,
          }))}
          value={status}
          onChange={setStatus}
          onCreate={(name) => {
            setCreated([...created, name]);
            return name;
          }}
        />
        <MultiCombobox
          label="People"
          placeholder="Nobody yet"
          items={examplePeople.map((person) => ({ value: person.id, label: person.name }))}
          value={people}
          onChange={setPeople}
        />
        <DatePicker label="Decide by" value={day} onChange={setDay} locale={locale} />
        <DateRangePicker label="Target" value={range} onChange={setRange} locale={locale} />
        <div className="self-end">
          <Segmented
            label="Layout of the view"
            iconsOnly
            items={[
              { id: 'list', label: 'List', icon: <List size={15} /> },
              { id: 'board', label: 'Board', icon: <Columns3 size={15} /> },
            ]}
            value={layout}
            onChange={setLayout}
          />
        </div>
      </div>
    </Section>
  );
}

function Colours() {
  return (
    <Section title="Options and people">
      <div className="flex flex-wrap gap-2">
        {optionColors.map((color) => (
          <OptionBadge key={color} name={color} color={color} />
        ))}
      </div>
      <div className="flex flex-wrap gap-4">
        {optionColors.map((color) => (
          <OptionBadge key={color} name={color} color={color} look="dot" />
        ))}
      </div>
      <OptionBadge name="On fire" color="red" emoji="🔥" />
      {examplePeople.map((person) => (
        <Avatar key={person.id} name={person.name} size="large" tip />
      ))}
      <AvatarStack names={examplePeople} size="medium" />
    </Section>
  );
}

function Overlays() {
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
      <Popover label="Filter" trigger={<Button>Popover</Button>}>
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

function Feedback() {
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
