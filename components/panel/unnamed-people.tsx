import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Field } from '@/components/design/field';
import { Icon } from '@/components/design/icons';
import type { ProposalActions } from '@/components/panel/panel-props';
import { t } from '@/utils/i18n/t';
import type { Captured } from '@/utils/model/captured';
import type { Proposal } from '@/utils/model/proposal';

/** Names shown at once. */
const MOST = 8;

interface Props {
  proposal: Proposal;
  actions: Pick<ProposalActions, 'addGuest'>;
}

/**
 * Whom a mail or a meeting names without an address, and guests that nobody knows of, each with a way to say who they
 * are. Nothing where everybody is known.
 */
export function UnnamedPeople({ proposal, actions }: Props): JSX.Element | null {
  const [asked, setAsked] = useState<{ name?: string } | null>(null);
  const { unnamed, guestsUnknown } = unknownIn(proposal.captured);
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

function unknownIn(captured: Captured): { unnamed: readonly string[]; guestsUnknown: boolean } {
  if (captured.kind === 'meeting') return captured.meeting;
  return { unnamed: captured.kind === 'email' ? (captured.unnamed ?? []) : [], guestsUnknown: false };
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
