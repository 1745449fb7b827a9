import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, Plus } from 'lucide-react';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useOverlayPlace } from '../overlay-place.ts';
import { useUiMessages } from '../ui-messages.tsx';
import { nameToCreate, withCreateItem, type ComboboxItem } from './combobox-item.ts';
import { FieldFrame } from './field-frame.tsx';

interface CommonProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly items: readonly ComboboxItem[];
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly error?: ReactNode;
  /** Makes an item from what was typed and answers its value. Leave out where nothing may be created. */
  readonly onCreate?: ((name: string) => string | Promise<string>) | undefined;
  /** `cell` fills the cell it stands in and has no frame of its own. */
  readonly look?: 'field' | 'cell';
  readonly defaultOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

export interface ComboboxProps extends CommonProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

export interface MultiComboboxProps extends CommonProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** One choice out of many, found by typing. Choosing what is chosen takes it away. */
export function Combobox({ value, onChange, onCreate, ...rest }: ComboboxProps) {
  const chosen = useMemo(() => (value === null ? [] : [value]), [value]);
  return (
    <ComboboxFrame
      {...rest}
      chosen={chosen}
      multiple={false}
      creates={onCreate !== undefined}
      onChoose={(next) => {
        const added = next.find((item) => item.value !== value);
        chooseOrCreate(added, onCreate, onChange);
      }}
    />
  );
}

/** Several choices; the list stays open until it is left. */
export function MultiCombobox({ value, onChange, onCreate, ...rest }: MultiComboboxProps) {
  return (
    <ComboboxFrame
      {...rest}
      chosen={value}
      multiple
      creates={onCreate !== undefined}
      onChoose={(next) => {
        const kept = next.filter((item) => nameToCreate(item) === undefined).map((item) => item.value);
        const created = next.find((item) => nameToCreate(item) !== undefined);
        if (created === undefined) onChange(kept);
        else chooseOrCreate(created, onCreate, (key) => onChange(key === null ? kept : [...kept, key]));
      }}
    />
  );
}

function chooseOrCreate(
  item: ComboboxItem | undefined,
  onCreate: CommonProps['onCreate'],
  onChange: (value: string | null) => void,
): void {
  const name = item && nameToCreate(item);
  if (item === undefined || name === undefined) {
    onChange(item?.value ?? null);
    return;
  }
  const made = onCreate?.(name);
  if (typeof made === 'string') onChange(made);
  else void made?.then(onChange);
}

interface FrameProps extends Omit<CommonProps, 'onCreate'> {
  readonly chosen: readonly string[];
  readonly multiple: boolean;
  readonly creates: boolean;
  readonly onChoose: (items: readonly ComboboxItem[]) => void;
}

function ComboboxFrame(props: FrameProps) {
  const {
    label,
    hideLabel,
    items,
    chosen,
    multiple,
    creates,
    onChoose,
    placeholder,
    error,
    look = 'field',
  } = props;
  const { disabled = false, defaultOpen = false, onOpenChange } = props;
  const messages = useUiMessages();
  const id = useId();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(defaultOpen);
  function changeOpen(next: boolean) {
    setOpen(next);
    onOpenChange?.(next);
  }
  const selected = useMemo(() => items.filter((item) => chosen.includes(item.value)), [items, chosen]);
  const offered = creates ? withCreateItem(items, query, messages.create) : items;
  const trigger = (
    <Base.Trigger
      id={id}
      aria-label={label}
      className={classNames(
        'flex w-full min-w-0 items-center gap-1 text-left text-ui data-disabled:opacity-60',
        look === 'field' ? 'field-box min-h-8 px-2 py-1' : 'h-full px-2 outline-none',
      )}
    >
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1 overflow-hidden">
        {selected.length === 0 ? (
          <span className="text-faint">{placeholder}</span>
        ) : (
          selected.map((item) => (
            <span key={item.value} className="inline-flex min-w-0 max-w-full">
              {item.look ?? (
                <span className={multiple ? 'truncate rounded-sm bg-hover px-1.5' : 'truncate'}>
                  {item.label}
                </span>
              )}
            </span>
          ))
        )}
      </span>
      <ChevronsUpDown size={13} className="shrink-0 text-faint" />
    </Base.Trigger>
  );
  return (
    <Base.Root
      multiple
      items={offered}
      value={selected}
      onValueChange={(next: ComboboxItem[]) => {
        onChoose(next);
        if (!multiple) changeOpen(false);
      }}
      itemToStringLabel={(item: ComboboxItem) => item.label}
      isItemEqualToValue={(item: ComboboxItem, value: ComboboxItem) => item.value === value.value}
      onInputValueChange={setQuery}
      autoHighlight
      limit={200}
      disabled={disabled}
      open={open}
      onOpenChange={changeOpen}
    >
      {look === 'field' ? (
        <FieldFrame id={id} label={label} hideLabel={hideLabel} error={error}>
          {trigger}
        </FieldFrame>
      ) : (
        trigger
      )}
      <ComboboxPopup label={label} multiple={multiple} />
    </Base.Root>
  );
}

function ComboboxPopup({ label, multiple }: { readonly label: string; readonly multiple: boolean }) {
  const messages = useUiMessages();
  const place = useOverlayPlace();
  return (
    <Base.Portal {...place}>
      <Base.Positioner sideOffset={4} align="start" className="z-50">
        <Base.Popup
          aria-label={label}
          className="popup flex max-h-[min(22rem,var(--available-height))] w-[max(14rem,var(--anchor-width))] max-w-96 flex-col"
        >
          <Base.Input
            aria-label={label}
            placeholder={messages.search}
            className="h-9 shrink-0 rounded-t-md border-b bg-transparent px-3 text-ui outline-none"
          />
          <Base.Empty className="px-3 py-3 text-muted empty:hidden">{messages.noMatches}</Base.Empty>
          <Base.List aria-label={label} className="min-h-0 overflow-y-auto p-1 empty:hidden">
            {(item: ComboboxItem) => <ComboboxRow key={item.value} item={item} multiple={multiple} />}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function ComboboxRow({ item, multiple }: { readonly item: ComboboxItem; readonly multiple: boolean }) {
  const isNew = nameToCreate(item) !== undefined;
  return (
    <Base.Item
      value={item}
      className="flex min-h-8 items-center gap-2 rounded-sm px-2 text-ui outline-none data-highlighted:bg-hover"
    >
      {isNew && <Plus size={14} className="text-muted" />}
      <span className="flex min-w-0 flex-1 items-center">
        {item.look ?? <span className="truncate">{item.label}</span>}
      </span>
      {item.detail !== undefined && <span className="truncate text-small text-faint">{item.detail}</span>}
      <Base.ItemIndicator className="text-accent-text" keepMounted={multiple}>
        <Check size={14} className={multiple ? 'in-data-[selected]:opacity-100 opacity-0' : undefined} />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
