import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import { Menu } from '@/components/design/menu';
import { SnoozeMenu } from '@/components/design/snooze-menu';
import type { ProposalActions } from '@/components/panel/panel-props';
import { t } from '@/utils/i18n/t';
import type { Proposal } from '@/utils/model/proposal';

export interface ActionBarProps {
  proposals: readonly Proposal[];
  actions: ProposalActions;
  now: number;
  busy: boolean;
  onConfirm: () => void;
  /** The CRM has no place for it; the card says so. */
  blocked?: boolean;
  /** Absent where several are logged at once. */
  onEdit?: () => void;
  label?: string;
  openSnooze?: number;
}

/** External people of these mails, the never-log menu's choices. */
function peopleOf(proposals: readonly Proposal[]): string[] {
  const addresses = proposals.flatMap((proposal) => [
    ...proposal.match.contacts.map((contact) => contact.address),
    ...proposal.match.strangers.map((person) => person.address),
  ]);
  return [...new Set(addresses)].slice(0, 4);
}

/** One primary action; the others are quiet and always in the same place. */
export function ActionBar(props: ActionBarProps): JSX.Element {
  const { proposals, actions, now, busy } = props;
  const addresses = peopleOf(proposals);
  const domains = [...new Set(addresses.map((address) => address.split('@').pop() ?? ''))].filter(Boolean);
  return (
    <div class="actions">
      <Button
        look="primary"
        hint={busy ? undefined : 'Enter'}
        busy={busy || props.blocked === true || proposals.length === 0}
        onPress={props.onConfirm}
      >
        {busy ? t.proposal.logging : (props.label ?? t.proposal.log)}
      </Button>
      {props.onEdit && (
        <Button hint="e" onPress={props.onEdit} busy={busy}>
          {t.proposal.edit}
        </Button>
      )}
      <SnoozeMenu
        times={actions.snoozeTimes(now)}
        now={now}
        hint="s"
        openSignal={props.openSnooze}
        onSnooze={(until) => void actions.snooze(proposals, until)}
      />
      <span class="actions__gap" />
      <Button hint="x" onPress={() => void actions.dismiss(proposals)} busy={busy}>
        {t.proposal.dismiss}
      </Button>
      {addresses.length > 0 && (
        <Menu
          label={t.proposal.moreActions}
          icon="more"
          items={[
            ...addresses.map((address) => ({
              id: `address ${address}`,
              label: t.proposal.neverPerson(address),
            })),
            ...domains.map((domain) => ({ id: `domain ${domain}`, label: t.proposal.neverDomain(domain) })),
          ]}
          onChoose={(id) => {
            const [kind, value = ''] = id.split(' ');
            void actions.neverLog(kind === 'domain' ? 'domain' : 'address', value);
          }}
        />
      )}
    </div>
  );
}
