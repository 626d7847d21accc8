import type { JSX } from 'preact';
import { Icon, type IconName } from '@/components/design/icons';
import { form, t } from '@/utils/i18n/t';
import type { Activity } from '@/utils/model/activity';
import type { Proposal } from '@/utils/model/proposal';

/** The picture of what it is; a mail's is its direction. */
export function kindIcon({ kind, direction }: Pick<Activity, 'kind' | 'direction'>): IconName {
  return kind === 'meeting' ? 'calendar' : kind === 'call' ? 'phone' : direction;
}

/** What it is, in a word. */
export function kindWord({ kind, direction }: Pick<Activity, 'kind' | 'direction'>): string {
  if (kind === 'meeting') return t.meeting.kind;
  return kind === 'call' ? t.meeting.call[direction] : t.proposal.kind[direction];
}

/** Kind and direction as word and picture, never as colour alone. */
export function KindTag({ proposal, short }: { proposal: Proposal; short?: boolean }): JSX.Element {
  const { activity } = proposal;
  const sent = activity.kind === 'email' && activity.direction === 'sent';
  const long = activity.kind === 'email' && !short ? t.proposal.kindLong[activity.direction] : null;
  return (
    <span class={sent ? 'tag tag--sent' : 'tag'}>
      <Icon name={kindIcon(activity)} size={12} />
      {long ?? kindWord(activity)}
    </span>
  );
}

/** From when to when a meeting is, how long a call took; nothing for a mail. */
export function Span({ proposal, now }: { proposal: Proposal; now: number }): JSX.Element | null {
  const { activity, captured } = proposal;
  if (activity.kind === 'call') {
    return (
      <>
        <time dateTime={new Date(activity.at).toISOString()}>
          {form.capital(form.moment(activity.at, now))}
        </time>
        <span>{t.meeting.minutes(activity.minutes)}</span>
      </>
    );
  }
  if (activity.kind !== 'meeting') return null;
  const { endsAt, allDay, status } = activity.meeting;
  const about = captured.sentAtApproximate;
  const during = form.during(activity.at, endsAt, allDay, now);
  return (
    <>
      <time
        dateTime={new Date(activity.at).toISOString()}
        title={about ? t.proposal.approximateHint : undefined}
      >
        {about ? t.proposal.approximately(during) : form.capital(during)}
      </time>
      {allDay && <span>{t.meeting.allDay}</span>}
      {status === 'cancelled' && <b>{t.meeting.cancelled}</b>}
      {status === 'tentative' && <span>{t.meeting.tentative}</span>}
    </>
  );
}
