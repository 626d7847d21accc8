import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import type { PanelActions } from '@/components/panel/panel-props';
import { t } from '@/utils/i18n/t';
import type { Proposal } from '@/utils/model/proposal';

export interface ContactUpdatesProps {
  proposals: readonly Proposal[];
  actions: PanelActions;
  pending: ReadonlySet<string>;
}

/** What signatures on this thread say anew of contacts, the newest mail's word each. One press takes one over. */
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
  const words = t.proposal.update;
  return (
    <ul class="strangers">
      {[...newest].map(([id, { update, name }]) => (
        <li class="stranger" key={id}>
          <div class="stranger__line">
            <div class="stranger__who">
              <strong dir="auto">{words.title(name)}</strong>
              <small>
                {words.field[update.field]}: {update.new}
                {update.old !== undefined && ` ${words.instead(update.old)}`}
              </small>
              {update.sentence !== update.new && (
                <small dir="auto">{t.proposal.stranger.readIn(update.sentence)}</small>
              )}
            </div>
            <Button
              look="outline"
              busy={pending.has(id)}
              label={words.takeNamed(update.new)}
              onPress={() => {
                const { sentence: _, ...change } = update;
                void actions.updateContact(change);
              }}
            >
              {words.take}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
