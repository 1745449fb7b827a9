import { Button, Combobox, Dialog, Select, TextArea, TextField, type ComboboxItem } from '@throughline/ui';
import { useMemo, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useFields, useRecords, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { useKeptSetting } from '../../frame/kept-setting.ts';
import { t } from '../../messages/area-t.ts';
import { useKeepWords } from '../../data/feedback-words.ts';
import { captureRequest } from '../../frame/capture-request.ts';
import { feedbackOf, titleFrom, type Captured } from './captured-feedback.ts';

/** New feedback by hand. Mounted once; `openCapture` shows it. */
export function CaptureDialog() {
  const asked = captureRequest.useAsked();
  const { rights } = useWorkspace();
  const spaces = useSession().spaces.filter(({ id }) => rights.may('create', 'feedback', { space: id }));
  return (
    <Dialog
      open={asked !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) captureRequest.close();
      }}
      title={t('capture.title')}
      width="wide"
    >
      {asked !== undefined && (
        <CaptureForm
          spaces={spaces}
          first={spaces.find(({ key }) => key === asked.space)?.id}
          onDone={captureRequest.close}
        />
      )}
    </Dialog>
  );
}

interface CaptureFormProps {
  readonly spaces: ReturnType<typeof useSession>['spaces'];
  readonly first: string | undefined;
  readonly onDone: () => void;
}

function CaptureForm({ spaces, first, onDone }: CaptureFormProps) {
  const { writer, replica } = useWorkspace();
  const keepWords = useKeepWords();
  const [lastSpace, keepSpace] = useKeptSetting('captureSpace', '', isText);
  const known = spaces.find(({ id }) => id === lastSpace)?.id ?? spaces[0]?.id ?? '';
  const [captured, setCaptured] = useState<Captured>({
    words: '',
    title: '',
    space: first ?? known,
    contact: null,
    company: null,
    channel: 'manual',
  });
  const set = (part: Partial<Captured>) => setCaptured({ ...captured, ...part });
  const isReady = (captured.words.trim() !== '' || captured.title.trim() !== '') && captured.space !== '';

  function save(event?: FormEvent) {
    event?.preventDefault();
    if (!isReady) return;
    const id = replica.newId('feedback');
    const { writes, words } = feedbackOf(captured, { id, now: new Date(), newId: replica.newId });
    keepWords(id, words);
    keepSpace(captured.space);
    writer.write(writes, { message: t('capture.saved') });
    onDone();
  }
  function saveByKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save();
  }
  if (spaces.length === 0) return <p>{t('capture.noSpace')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter from any of its fields
    <form onSubmit={save} onKeyDown={saveByKey} className="flex flex-col gap-4">
      <TextArea
        label={t('capture.words')}
        placeholder={t('capture.wordsPlaceholder')}
        rows={6}
        className="min-h-32"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type in it
        autoFocus
        value={captured.words}
        onChange={(words) => set({ words })}
      />
      <TextField
        label={t('capture.titleField')}
        placeholder={titleFrom(captured.words)}
        value={captured.title}
        onChange={(title) => set({ title })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <WhoFields captured={captured} onChange={set} />
        <Select
          label={t('inbox.space')}
          items={spaces.map(({ id, name }) => ({ value: id, label: name }))}
          value={captured.space}
          onChange={(space) => set({ space })}
        />
        <ChannelField value={captured.channel} onChange={(channel) => set({ channel })} />
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t('capture.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={!isReady} shortcut="mod+enter">
          {t('capture.save')}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly captured: Captured;
  readonly onChange: (part: Partial<Captured>) => void;
}

/** Who said it: found among contacts and companies, or named for the first time. */
function WhoFields({ captured, onChange }: PartProps) {
  const contacts = useRecords('contact');
  const companies = useRecords('company');
  const companyNames = useMemo(
    () => new Map(companies.map(({ id, values }) => [id, readText(values['name'])])),
    [companies],
  );
  const contactItems = useMemo(
    () =>
      contacts.map(({ id, values }) => {
        const detail = companyNames.get(readText(values['company'])) ?? readText(values['email']);
        return { value: id, label: readText(values['name']), ...(detail !== '' && { detail }) };
      }),
    [contacts, companyNames],
  );
  const companyItems = useMemo(
    () => companies.map(({ id, values }) => ({ value: id, label: readText(values['name']) })),
    [companies],
  );
  function chooseContact(contact: string | null) {
    const company = contacts.find(({ id }) => id === contact)?.values['company'];
    onChange({ contact, ...(typeof company === 'string' && { company }) });
  }
  return (
    <>
      <Combobox
        label={t('inbox.contact')}
        items={withNew(contactItems, captured.contact)}
        value={captured.contact}
        onChange={chooseContact}
        onCreate={toNew}
      />
      <Combobox
        label={t('inbox.company')}
        items={withNew(companyItems, captured.company)}
        value={captured.company}
        onChange={(company) => onChange({ company })}
        onCreate={toNew}
      />
    </>
  );
}

const newPrefix = 'new:';

/** A name without a record yet: made together with the feedback. */
function toNew(name: string): string {
  return `${newPrefix}${name}`;
}

function withNew(items: readonly ComboboxItem[], value: string | null): readonly ComboboxItem[] {
  return value?.startsWith(newPrefix) === true
    ? [...items, { value, label: value.slice(newPrefix.length), detail: t('capture.new') }]
    : items;
}

function ChannelField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (key: string) => void;
}) {
  const options = useFields('feedback').find(({ key }) => key === 'channel')?.config.options ?? [];
  return (
    <Select
      label={t('inbox.channel')}
      items={options.map(({ key, name }) => ({ value: key, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
