import type { Follower } from '@throughline/model';
import { UnfoldItem } from '@throughline/ui';
import { useState } from 'react';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { t } from '../../messages/area-t.ts';
import { FollowedParts } from './followed-parts.tsx';
import { readFollower } from './standard-answers.ts';

export interface FollowersProps {
  readonly standard: string;
  /** The newest: asked again when there is another. */
  readonly version: number;
}

/** Which spaces follow a standard, whether they are behind, and what each has otherwise. */
export function Followers({ standard, version }: FollowersProps) {
  const { body } = useAnswer(`/standards/${standard}/spaces?version=${version}`);
  const followers = readItems(body)?.map(readFollower);
  return (
    <section aria-label={t('standard.followers')} className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('standard.followers')}</h3>
      {followers?.length === 0 && <p className="text-muted">{t('standard.noFollowers')}</p>}
      <ul className="divide-y border-y">
        {followers?.map((follower) => (
          <FollowerLine key={follower.adoption} follower={follower} />
        ))}
      </ul>
    </section>
  );
}

function FollowerLine({ follower }: { readonly follower: Follower }) {
  const [isOpen, setOpen] = useState(false);
  const { spaceName, parts } = follower;
  const off = parts.filter(({ state }) => state !== 'same').length;
  return (
    <UnfoldItem
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
      head={
        <>
          <span className="min-w-0 flex-1 truncate font-medium">{spaceName}</span>
          <span className="text-small text-muted">{versionWords(follower)}</span>
          <span className="text-small text-muted">
            {off === 0 ? t('standard.asIs') : t('standard.differs', { count: off })}
          </span>
        </>
      }
    >
      <div className="pb-3 pl-6">
        <FollowedParts label={spaceName} parts={parts} />
      </div>
    </UnfoldItem>
  );
}

export function versionWords({ version, latest }: Follower): string {
  return version < latest ? t('standard.behind', { version, latest }) : t('standard.upToDate', { version });
}
