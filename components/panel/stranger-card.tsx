import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Avatar } from '@/components/design/blocks';
import { Button, IconButton } from '@/components/design/button';
import { later } from '@/components/design/later';
import { Choose } from '@/components/panel/choose';
import type { PickActions, ProposalActions, StrangerView } from '@/components/panel/panel-props';
import { sayBecause } from '@/utils/i18n/say';
import { form, t } from '@/utils/i18n/t';
import type { ContactDraft } from '@/utils/model/contact';
import type { Proposal } from '@/utils/model/proposal';

export const ContactForm = later(async () => (await import('@/components/panel/contact-form')).ContactForm);

export interface StrangerCardProps {
  stranger: StrangerView;
  busy: boolean;
  onCreate: (draft: ContactDraft) => Promise<boolean>;
  /** What this CRM asks for of new contacts and companies. */
  asks: ProposalActions['asks'];
  /** With a mail that they are on, for saying who they are. */
  actions?: PickActions;
  proposal?: Proposal | undefined;
}

/**
 * Somebody on the open mail who is not a contact. One press adds them, prefilled. Where it may be somebody who is
 * there already, the press opens the form instead and shows whom.
 */
export function StrangerCard(props: StrangerCardProps): JSX.Element {
  const { stranger, busy, onCreate, actions, proposal } = props;
  const { draft, duplicates, person } = stranger;
  const [open, setOpen] = useState(false);
  const first = duplicates[0];
  const isNew = draft.company !== undefined && !('id' in draft.company);
  /** What nobody said yet is asked for in the form. */
  const asked = props.asks('contact').fields.length > 0 || (isNew && props.asks('company').fields.length > 0);
  return (
    <li class="stranger">
      <div class="stranger__line">
        <Avatar name={draft.name} small />
        <div class="stranger__who">
          <strong dir="auto">{draft.name}</strong>
          <small>
            {first
              ? t.proposal.stranger.duplicate(first.contact.name, sayBecause(first.because))
              : form.facts([
                  draft.title,
                  draft.company?.name,
                  draft.phone ?? draft.mobile,
                  t.proposal.stranger.notYet,
                ])}
          </small>
        </div>
        {!open && (
          <div class="stranger__act">
            <Button
              look="outline"
              busy={busy}
              label={t.named(first ? t.proposal.stranger.check : t.proposal.stranger.add, draft.name)}
              onPress={() => (first || asked ? setOpen(true) : void onCreate(draft))}
            >
              {busy
                ? t.proposal.stranger.adding
                : first
                  ? t.proposal.stranger.check
                  : t.proposal.stranger.add}
            </Button>
            {!first && (
              <IconButton
                icon="edit"
                label={t.proposal.stranger.editFirst(draft.name)}
                onPress={() => setOpen(true)}
              />
            )}
          </div>
        )}
      </div>
      {open && <ContactForm {...props} onCancel={() => setOpen(false)} />}
      {actions && proposal && (
        <p class="stranger__known">
          <Choose
            actions={actions}
            of={{ kind: 'contact', proposal, address: person.address }}
            label={t.named(t.pick.known, draft.name)}
          >
            {t.pick.known}
          </Choose>
        </p>
      )}
    </li>
  );
}
