import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { CommitField, SettingGroup } from './setting-parts.tsx';

export interface PortalWidgetProps {
  readonly slug: string;
  readonly sites: unknown;
  readonly isAdmin: boolean;
  readonly onChange: (sites: readonly string[]) => void;
}

/** Where the widget may stand, and what is written there for it. */
export function PortalWidget({ slug, sites, isAdmin, onChange }: PortalWidgetProps) {
  const given = Array.isArray(sites) ? sites.map(readText) : [];
  return (
    <SettingGroup title={t('portal.widget')} text={t('portal.widgetText')}>
      <CommitField
        label={t('portal.sites')}
        hint={t('portal.sitesHint')}
        value={given.join(' ')}
        disabled={!isAdmin}
        onCommit={(text) => onChange(text.split(/[\s,]+/).filter((each) => each !== ''))}
      />
      {given.length > 0 && (
        <code className="block break-all rounded-md border border-line p-3 text-small select-all">
          {`<script src="${window.location.origin}/widget.js" data-portal="${slug}" async></script>`}
        </code>
      )}
    </SettingGroup>
  );
}
