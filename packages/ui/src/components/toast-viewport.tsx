import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { useUiMessages } from '../ui-messages.tsx';
import { IconButton } from './icon-button.tsx';
import { startToasts, type ToastShower } from './toast.ts';

const manager = Base.createToastManager();

const show: ToastShower = ({ title, text, tone = 'plain', undo, action }) => {
  const id = manager.add({
    title,
    description: text,
    type: tone,
    priority: tone === 'failure' ? 'high' : 'low',
    timeout: tone === 'failure' ? 0 : 6000,
    data: { undo, action },
  });
  return () => manager.close(id);
};

export function ToastViewport() {
  const messages = useUiMessages();
  useEffect(() => startToasts(show), []);
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport
          aria-label={messages.notifications}
          className="fixed inset-x-3 bottom-20 z-60 flex flex-col items-end gap-2 sm:left-auto sm:bottom-4 sm:w-96"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

interface ToastData {
  readonly undo?: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
}

function ToastList() {
  const messages = useUiMessages();
  const { toasts, close } = Base.useToastManager<ToastData>();
  return toasts.map((toast) => {
    const { undo, action } = toast.data ?? {};
    const button = undo ? { label: messages.undo, run: undo } : action;
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        swipeDirection={['right', 'down']}
        className="w-full rounded-md bg-overlay shadow-popup transition-[opacity,translate] duration-(--motion) data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
      >
        <Base.Content className="flex items-start gap-2 py-2 pr-2 pl-3">
          <ToastIcon tone={toast.type} />
          <div className="min-w-0 flex-1 py-0.5">
            <Base.Title className="text-ui font-medium break-words" />
            <Base.Description className="text-small break-words text-muted" />
          </div>
          {button && (
            <button
              type="button"
              className="h-6 rounded-sm px-2 text-ui font-medium text-accent-text hover:bg-hover"
              onClick={() => {
                button.run();
                close(toast.id);
              }}
            >
              {button.label}
            </button>
          )}
          <Base.Close render={<IconButton label={messages.close} icon={<X size={14} />} size="small" />} />
        </Base.Content>
      </Base.Root>
    );
  });
}

function ToastIcon({ tone }: { readonly tone: string | undefined }) {
  if (tone === 'failure') return <CircleAlert size={16} className="mt-1 shrink-0 text-danger" />;
  if (tone === 'success') return <CircleCheck size={16} className="mt-1 shrink-0 text-success" />;
  return null;
}
