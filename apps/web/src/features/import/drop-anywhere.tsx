import { useEffect, useState } from 'react';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { t } from '../../messages/t.ts';
import { droppedFiles } from '../../data/dropped-files.ts';

/** A file dropped on any page starts its import. Where a page takes files itself, it keeps them. */
export function DropAnywhere() {
  const navigate = useNavigateTo();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    function over(event: DragEvent) {
      if (event.defaultPrevented || !hasFiles(event)) return setOver(false);
      event.preventDefault();
      setOver(true);
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setOver(false);
    }
    function drop(event: DragEvent) {
      setOver(false);
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      droppedFiles.open([...(event.dataTransfer?.files ?? [])]);
      navigate('/import');
    }
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [navigate]);
  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-60 grid place-items-center rounded-lg border-2 border-dashed border-accent-line bg-scrim">
      <p className="popup px-4 py-3 text-body font-medium">{t('import.dropHere')}</p>
    </div>
  );
}
