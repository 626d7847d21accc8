import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Field } from '@/components/design/field';
import { Icon, type IconName } from '@/components/design/icons';
import type { ProposalActions } from '@/components/panel/panel-props';
import { t } from '@/utils/i18n/t';
import type { Participant } from '@/utils/model/activity';
import type { CapturedMeeting, MeetingAnswer } from '@/utils/model/captured';
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
        <Unnamed proposal={proposal} captured={captured} actions={actions} />
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

interface UnnamedProps extends Props {
  captured: CapturedMeeting;
}

/** Guests without an address, and those that nobody knows of, each with a way to say who they are. */
function Unnamed({ proposal, captured, actions }: UnnamedProps): JSX.Element | null {
  const [asked, setAsked] = useState<{ name?: string } | null>(null);
  const { unnamed, guestsUnknown } = captured.meeting;
  const decided = proposal.status.state === 'logged' || proposal.status.state === 'confirmed';
  if (unnamed.length === 0 && !guestsUnknown) return null;
  return (
    <>
      {unnamed.length > 0 && (
        <ul class="guests">
          {unnamed.slice(0, MOST).map((name) => (
            <li key={name}>
              <Icon name="help" size={12} />
              <span>
                <bdi>{name}</bdi>{' '}
                {decided ? (
                  <span class="why">{t.meeting.unnamed}</span>
                ) : (
                  <Button look="link" label={t.meeting.addAddressOf(name)} onPress={() => setAsked({ name })}>
                    {t.meeting.addAddress}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {guestsUnknown && (
        <p class="guests__note">
          <span class="why">{t.meeting.guestsUnknown}</span>
          {!decided && !asked && (
            <Button look="link" onPress={() => setAsked({})}>
              {t.meeting.addGuest}
            </Button>
          )}
        </p>
      )}
      {asked && !decided && (
        <GuestForm
          key={asked.name ?? ''}
          name={asked.name}
          onCancel={() => setAsked(null)}
          onAdd={(address) =>
            void actions.addGuest(proposal, address, asked.name).then((ok) => ok && setAsked(null))
          }
        />
      )}
    </>
  );
}

interface GuestFormProps {
  name: string | undefined;
  onAdd: (address: string) => void;
  onCancel: () => void;
}

function GuestForm({ name, onAdd, onCancel }: GuestFormProps): JSX.Element {
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const whole = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>"]+$/.test(address.trim());
  const add = () => {
    setTried(true);
    if (whole) onAdd(address.trim());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field, which is what has the focus
    <div
      class="guest-form"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Field
        label={name === undefined ? t.meeting.guestAddress : t.meeting.addressOf(name)}
        value={address}
        keyboard="email"
        required
        maxLength={320}
        onInput={setAddress}
        onEnter={add}
        error={tried && !whole ? t.meeting.addressWrong : undefined}
      />
      <div class="actions actions--form">
        <Button look="outline" onPress={add}>
          {t.meeting.add}
        </Button>
        <Button onPress={onCancel}>{t.cancel}</Button>
      </div>
    </div>
  );
}
