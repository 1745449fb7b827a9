import { Banner, Button, currentDay, DatePicker, formatDay } from '@throughline/ui';
import { locale, t } from '../../messages/area-t.ts';

export interface PastBannerProps {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly onDay: (day: string | undefined) => void;
  readonly onCompare: () => void;
}

/** Says which day is shown, and leads back. */
export function PastBanner({ day, onDay, onCompare }: PastBannerProps) {
  return (
    <Banner
      tone="info"
      action={
        <span className="flex flex-wrap items-center gap-2">
          <span className="w-36">
            <DatePicker
              label={t('past.day')}
              hideLabel
              value={day}
              onChange={(next) => onDay(next ?? undefined)}
              locale={locale}
            />
          </span>
          <Button size="small" onClick={onCompare}>
            {t('past.compare')}
          </Button>
          <Button size="small" variant="primary" onClick={() => onDay(undefined)}>
            {t('past.today')}
          </Button>
        </span>
      }
    >
      {t('past.banner', { day: formatDay(day, locale, currentDay()) })}
    </Banner>
  );
}
