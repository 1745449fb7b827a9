import { Button, IconButton, lazyInPlace, lazyWhenOpen, Segmented, useMenuLayer } from '@throughline/ui';
import { ChartColumn, ChartGantt, ChartScatter, Columns3, Ellipsis, Plus, Rows3 } from 'lucide-react';
import { useState } from 'react';
import type { KeptPart } from '../../data/kept-part.ts';
import { t } from '../../messages/t.ts';
import { ColumnsPopover } from './columns-popover.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { GroupMenu } from './group-menu.tsx';
import type { RenameDialogProps } from './rename-dialog.tsx';
import { SortPopover } from './sort-popover.tsx';
import type { ViewBarProps, ViewSaving } from './view-bar-props.ts';

const RenameDialog = lazyWhenOpen<RenameDialogProps>(
  async () => (await import('./rename-dialog.tsx')).RenameDialog,
);

const KeptSign = lazyInPlace<KeptPart>(async () => (await import('./kept-sign.tsx')).KeptSign, null);

const layoutItems = [
  { id: 'list', label: t('bar.list'), icon: <Rows3 size={14} /> },
  { id: 'board', label: t('bar.board'), icon: <Columns3 size={14} /> },
  { id: 'matrix', label: t('bar.matrix'), icon: <ChartScatter size={14} /> },
  { id: 'timeline', label: t('bar.timeline'), icon: <ChartGantt size={14} /> },
  { id: 'chart', label: t('bar.chart'), icon: <ChartColumn size={14} /> },
] as const;

/** What the view shows and how: every change shows at once and lives in the address until it is saved. */
export function ViewBar(props: ViewBarProps) {
  const { shown, change, onCreate, saving } = props;
  const openMenu = useMenuLayer();
  const [isRenaming, setRenaming] = useState(false);
  return (
    <div
      role="toolbar"
      aria-label={t('bar.label')}
      className="flex h-11 shrink-0 items-center gap-1 overflow-x-auto border-b px-3 [scrollbar-width:none]"
    >
      <Segmented
        label={t('bar.layout')}
        iconsOnly
        items={layoutItems}
        value={shown.layout}
        onChange={(layout) => change({ layout })}
      />
      <FilterPopover {...props} />
      <GroupMenu {...props} />
      <SortPopover {...props} />
      <ColumnsPopover {...props} />
      <div className="ml-auto flex shrink-0 items-center gap-1 pl-2">
        {saving.kept && <KeptSign {...saving.kept} />}
        <Unsaved isChanged={shown.isChanged} saving={saving} />
        <IconButton
          label={t('bar.more')}
          icon={<Ellipsis size={16} />}
          onClick={({ currentTarget }) =>
            void import('./view-menu.tsx').then(({ viewMenu }) =>
              openMenu(
                currentTarget,
                viewMenu(saving, { startRename: () => setRenaming(true), listLook: props.listLook }),
              ),
            )
          }
        />
        {onCreate && (
          <Button size="small" variant="primary" shortcut="c" icon={<Plus size={14} />} onClick={onCreate}>
            {t('space.create')}
          </Button>
        )}
      </div>
      {saving.rename && (
        <RenameDialog
          key={saving.name}
          name={saving.name}
          open={isRenaming}
          onOpenChange={setRenaming}
          onRename={saving.rename}
        />
      )}
    </div>
  );
}

/** What nobody else sees yet, and what becomes of it. */
function Unsaved({ isChanged, saving }: { readonly isChanged: boolean; readonly saving: ViewSaving }) {
  const isDraft = saving.isDraft || (isChanged && saving.drafts?.isOn === true);
  if (!isChanged && !isDraft) return null;
  return (
    <>
      {isDraft && (
        <span className="rounded-sm bg-sunken px-1.5 py-0.5 text-small text-muted">{t('bar.draft')}</span>
      )}
      <Button size="small" variant="quiet" onClick={saving.reset}>
        {t(isDraft ? 'bar.discard' : 'bar.reset')}
      </Button>
      {saving.save && (
        <Button size="small" onClick={saving.save}>
          {t(isDraft ? 'bar.publish' : 'bar.save')}
        </Button>
      )}
    </>
  );
}
