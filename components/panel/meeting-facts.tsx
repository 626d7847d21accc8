import type { JSX } from 'preact';
import { Icon, type IconName } from '@/components/design/icons';
import type { ProposalActions } from '@/components/panel/panel-props';
import { UnnamedPeople } from '@/components/panel/unnamed-people';
import { t } from '@/utils/i18n/t';
import type { Participant } from '@/utils/model/activity';
import type { MeetingAnswer } from '@/utils/model/captured';
import type { Proposal } from '@/utils/model/proposal';

/** Beside the words, never instead of them. */
const pictures: Record<MeetingAnswer, IconName> = {
  organizer: 'person',
  accepted: 'check',
  tentative: 'help',
  declined: 'cross',
  none: 'clock',
};

/** Guests named at once. */
const MOST = 8;

interface Props {
  proposal: Proposal;
  actions: Pick<ProposalActions, 'addGuest'>;
}

/** Where a meeting was, how it was joined, and who was there. Nothing for anything else. */
export function MeetingFacts({ proposal, actions }: Props): JSX.Element | null {
  const { activity, captured } = proposal;
  if (activity.kind !== 'meeting' || captured.kind !== 'meeting') return null;
  const { place, conferenceUrl } = activity.meeting;
  const online = conferenceUrl.startsWith('https://') ? conferenceUrl : '';
  return (
    <dl class="facts">
      {place && (
        <>
          <dt>{t.meeting.place}</dt>
          <dd dir="auto">{place}</dd>
        </>
      )}
      {online && (
        <>
          <dt>{t.meeting.join}</dt>
          <dd>
            <a
              class="link clip"
              href={online}
              target="_blank"
              rel="noopener noreferrer"
              title={t.meeting.joinHint}
            >
              {hostOf(online)}
            </a>
          </dd>
        </>
      )}
      <dt>{t.meeting.guests}</dt>
      <dd>
        <Guests participants={activity.participants} />
        <UnnamedPeople proposal={proposal} actions={actions} />
      </dd>
    </dl>
  );
}

function hostOf(url: string): string {
  return url.slice('https://'.length).split(/[/?#]/)[0] ?? url;
}

function Guests({ participants }: { participants: readonly Participant[] }): JSX.Element {
  const shown = participants.slice(0, MOST);
  const more = participants.length - shown.length;
  return (
    <ul class="guests">
      {shown.map((guest) => (
        <li key={guest.address} title={guest.address}>
          <Icon name={pictures[guest.answer ?? 'none']} size={12} />
          <span>
            <bdi>{guest.name || guest.address}</bdi>{' '}
            <span class="why">{t.meeting.answer[guest.answer ?? 'none']}</span>
          </span>
        </li>
      ))}
      {more > 0 && <li class="why">{t.meeting.moreGuests(more)}</li>}
    </ul>
  );
}
