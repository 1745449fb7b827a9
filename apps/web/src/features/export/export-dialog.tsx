import { Button, currentDay, Dialog, formatDay, showToast } from '@throughline/ui';
import { FileImage, FileText, Presentation } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { locale, t } from '../../messages/area-t.ts';
import { drawView, type Drawing } from './draw-view.ts';
import type { Page } from './shapes.ts';

export interface ExportDialogProps {
  readonly drawing: Omit<Drawing, 'today' | 'day' | 'earlier'>;
  /** Fetches what the view is compared with; undefined where it is with nothing. */
  readonly openEarlier: (() => Promise<Drawing['earlier']>) | undefined;
  /** An earlier day that is looked back to. */
  readonly day: string | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

type Make = (title: string, pages: readonly Page[]) => Promise<Blob>;

const formats = [
  {
    extension: 'png',
    icon: <FileImage size={15} />,
    make: async (_title: string, pages: readonly Page[]) => (await import('./make-png.ts')).makePng(pages),
  },
  {
    extension: 'pdf',
    icon: <FileText size={15} />,
    make: async (title: string, pages: readonly Page[]) =>
      (await import('./make-pdf.ts')).makePdf(title, pages),
  },
  {
    extension: 'pptx',
    icon: <Presentation size={15} />,
    make: async (title: string, pages: readonly Page[]) =>
      (await import('./make-slides.ts')).makeSlides(title, pages),
  },
] as const;

/** The view as it is shown, as a picture, a document or slides. */
export function ExportDialog({ drawing, openEarlier, day, open, onOpenChange }: ExportDialogProps) {
  const data = useWorkspace();
  const [busy, setBusy] = useState<string>();

  async function download(extension: (typeof formats)[number]['extension'], make: Make) {
    setBusy(extension);
    try {
      const today = day ?? currentDay();
      const earlier = await openEarlier?.();
      const pages = drawView(data, { ...drawing, earlier, today, day: formatDay(today, locale, '') });
      save(await make(drawing.name, pages), `${fileName(drawing.name)}.${extension}`);
      onOpenChange(false);
    } catch (error) {
      // A browser that refuses so large a picture, or a part of the app that could not be fetched.
      const text = error instanceof Error ? error.message : '';
      showToast({ title: t('export.failed'), text, tone: 'failure' });
    }
    setBusy(undefined);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('export.title', { name: drawing.name })}
      description={t('export.intro')}
      width="narrow"
    >
      <div className="flex flex-col gap-2">
        {formats.map(({ extension, icon, make }) => (
          <Button
            key={extension}
            icon={icon}
            disabled={busy !== undefined}
            onClick={() => void download(extension, make)}
          >
            {t(`export.${extension}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'view';
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
