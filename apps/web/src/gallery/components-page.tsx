import {
  Avatar,
  AvatarStack,
  Button,
  Checkbox,
  Combobox,
  DatePicker,
  DateRangePicker,
  IconButton,
  Kbd,
  MultiCombobox,
  NumberField,
  OptionBadge,
  Rating,
  Segmented,
  Select,
  Slider,
  Switch,
  TextArea,
  TextField,
  optionColors,
  type DateRange,
} from '@throughline/ui';
import { Archive, Columns3, List, Plus, Search, Share2 } from 'lucide-react';
import { useState } from 'react';
import { locale } from '../messages/t.ts';
import { setTheme, themes, useTheme } from '../theme/theme.ts';
import { examplePeople, statusOptions } from './example-lookups.ts';
import { Section } from './gallery-section.tsx';
import { Overlays, States } from './overlays-and-states.tsx';

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
      <States />
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
