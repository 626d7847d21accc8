import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import { useRow } from '@/components/design/rows';
import type { PanelActions } from '@/components/panel/panel-props';
import { t } from '@/utils/i18n/t';
import type { ContactUpdate, Proposal } from '@/utils/model/proposal';

export interface ContactUpdatesProps {
  proposals: readonly Proposal[];
  actions: PanelActions;
  pending: ReadonlySet<string>;
}

/** What signatures on this thread say anew of contacts, the newest mail's word each. One press decides on one. */
export function ContactUpdates({ proposals, actions, pending }: ContactUpdatesProps): JSX.Element | null {
  const newest = new Map(
    [...proposals]
      .sort((a, b) => a.sentAt - b.sentAt)
      .flatMap((proposal) =>
        (proposal.contactUpdates ?? []).map((update) => {
          const { name = '' } =
            proposal.match.contacts.find(({ contactId }) => contactId === update.contactId) ?? {};
          return [`${update.contactId} ${update.field}`, { update, name }] as const;
        }),
      ),
  );
  if (newest.size === 0) return null;
  return (
    <ul class="strangers">
      {[...newest].map(([id, { update, name }]) => (
        <UpdateRow key={id} update={update} name={name} actions={actions} busy={pending.has(id)} />
      ))}
    </ul>
  );
}

interface UpdateRowProps {
  update: ContactUpdate;
  /** The contact's, as the mail was matched. */
  name: string;
  actions: PanelActions;
  busy: boolean;
}

/** One piece of news: taken over, or not and remembered. A row like a mail's: Enter and x decide on it too. */
function UpdateRow({ update, name, actions, busy }: UpdateRowProps): JSX.Element {
  const words = t.proposal.update;
  const { sentence, ...change } = update;
  const take = () => void actions.updateContact(change);
  const decline = () => void actions.declineUpdate(change);
  const row = useRow(busy ? {} : { confirm: take, dismiss: decline });
  return (
    <li class="stranger" ref={row} data-row="" tabIndex={-1} aria-label={words.title(name)} aria-busy={busy}>
      <div class="stranger__line">
        <div class="stranger__who">
          <strong dir="auto">{words.title(name)}</strong>
          <small>
            {update.old === undefined
              ? words.says(words.field[update.field], update.new)
              : words.saysInstead(words.field[update.field], update.new, update.old)}
          </small>
          {sentence !== update.new && <small dir="auto">{t.proposal.stranger.readIn(sentence)}</small>}
        </div>
        <div class="stranger__act">
          <Button look="outline" busy={busy} label={words.takeNamed(update.new)} onPress={take}>
            {words.take}
          </Button>
          <Button
            busy={busy}
            label={words.declineNamed(update.new)}
            title={words.declineHint}
            hint="x"
            onPress={decline}
          >
            {words.decline}
          </Button>
        </div>
      </div>
    </li>
  );
}
