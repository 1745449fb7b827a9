export { classNames } from './class-names.ts';
export {
  Avatar,
  AvatarStack,
  initials,
  type AvatarProps,
  type AvatarStackProps,
} from './components/avatar.tsx';
export { Banner, type BannerProps, type BannerTone } from './components/banner.tsx';
export { Button, type ButtonProps, type ButtonVariant } from './components/button.tsx';
export { Checkbox, type CheckboxProps } from './components/checkbox.tsx';
export type { ComboboxProps, MultiComboboxProps } from './components/combobox.tsx';
export type { ComboboxItem } from './components/combobox-item.ts';
export { Dialog, type DialogProps } from './components/dialog.tsx';
export { Drawer, type DrawerProps } from './components/drawer.tsx';
export { EmptyState, type EmptyStateProps } from './components/empty-state.tsx';
export { FieldFrame, type FieldFrameProps } from './components/field-frame.tsx';
export { IconButton, type IconButtonProps } from './components/icon-button.tsx';
export { Kbd, ShortcutKeys } from './components/kbd.tsx';
export type { NumberFieldProps } from './components/number-field.tsx';
export { OptionBadge, type OptionBadgeProps } from './components/option-badge.tsx';
export { Popover, type PopoverProps } from './components/popover.tsx';
export { ProgressBar, type ProgressBarProps } from './components/progress-bar.tsx';
export { Rating, RatingStars, type RatingProps } from './components/rating.tsx';
export { Segmented, type SegmentedItem, type SegmentedProps } from './components/segmented.tsx';
export type { SelectItem, SelectProps } from './components/select.tsx';
export { Skeleton } from './components/skeleton.tsx';
export type { SliderProps } from './components/slider.tsx';
export { SplitPanel, type SplitPanelProps } from './components/split-panel.tsx';
export type { SwitchProps } from './components/switch.tsx';
export { Tabs, type TabItem, type TabsProps } from './components/tabs.tsx';
export { TextArea, type TextAreaProps } from './components/text-area.tsx';
export { TextField, type TextFieldProps } from './components/text-field.tsx';
export { UnfoldItem, type UnfoldItemProps } from './components/unfold-item.tsx';
export { showToast, type ToastOptions } from './components/toast.ts';
export { tooltipProps, type TooltipAttributes } from './components/tooltip.ts';
export type { Command } from './command/command.ts';
export { CommandPalette, type CommandPaletteProps } from './command/command-palette.tsx';
export { fuzzyFilter, fuzzyMatch, type FuzzyMatch } from './command/fuzzy.ts';
export type { DatePickerProps } from './date/date-picker.tsx';
export type { DateRangePickerProps } from './date/date-range-picker.tsx';
export {
  currentDay,
  formatDateRange,
  formatDay,
  fromLocalDate,
  parseDay,
  periodAround,
  precisions,
  type DateRange,
  type Day,
  type Precision,
} from './date/period.ts';
export { lazyAfter, lazyInPlace, lazyWhenOpen, preloadLazyComponents } from './lazy-component.tsx';
export {
  Combobox,
  DatePicker,
  DateRangePicker,
  MultiCombobox,
  NumberField,
  Select,
  ShortcutSheet,
  Slider,
  Switch,
} from './lazy-controls.tsx';
export { ContextMenu, type ContextMenuProps } from './menu/context-menu.tsx';
export { Menu, type MenuProps } from './menu/menu.tsx';
export type {
  MenuAction,
  MenuCheck,
  MenuEntry,
  MenuGroup,
  MenuSeparator,
  MenuSubmenu,
} from './menu/menu-entry.ts';
export { useMenuLayer, type MenuAnchor, type OpenMenu } from './menu/menu-layer.tsx';
export { makeSidesReader, useSight, type Sides, type SightReader } from './sight/use-sight.ts';
export { useShortcutList, useShortcuts } from './shortcuts/shortcut-provider.tsx';
export type { Shortcut } from './shortcuts/shortcut-registry.ts';
export type { ShortcutSheetProps } from './shortcuts/shortcut-sheet.tsx';
export { contrastRatio } from './tokens/contrast.ts';
export {
  colorFromName,
  optionColorClass,
  optionColors,
  parseOptionColor,
  type OptionColor,
} from './tokens/option-color.ts';
export { UiMessagesContext, useUiMessages, type UiMessages } from './ui-messages.tsx';
export { UiProvider, type UiProviderProps } from './ui-provider.tsx';
