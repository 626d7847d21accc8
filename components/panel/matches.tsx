import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Pill } from '@/components/design/blocks';
import { aboutDeal, Choose } from '@/components/panel/choose';
import type { PickActions } from '@/components/panel/panel-props';
import { sayReasons } from '@/utils/i18n/say';
import { form, t } from '@/utils/i18n/t';
import type { Deal } from '@/utils/model/contact';
import type { Proposal } from '@/utils/model/proposal';

export interface MatchesProps {
  proposal: Proposal;
  actions: PickActions;
  /** Open deals of its people, where they are known already. */
  deals: readonly Deal[] | undefined;
}

/** Who it is logged with, each with the reason why and the way to choose another. */
export function Matches({ proposal, actions, deals }: MatchesProps): JSX.Element {
  const chosen = new Set(proposal.activity.contactIds);
  const contacts = proposal.match.contacts.filter((contact) => chosen.has(contact.contactId));
  const { company } = proposal.match;
  const files = proposal.activity.attachmentNames;
  // Whom a call was with the rep said themselves.
  const fixed = proposal.activity.kind === 'call';
  return (
    <dl class="facts">
      <dt>{contacts.length > 1 ? t.proposal.contacts : t.proposal.contact}</dt>
      <dd>
        {contacts.map((contact) => (
          <span class="match" key={contact.contactId}>
            {fixed ? (
              <Pill title={contact.address}>{contact.name || contact.address}</Pill>
            ) : (
              <Choose
                actions={actions}
                of={{ kind: 'contact', proposal, address: contact.address }}
                name={contact.name || contact.address}
              />
            )}
            <span class="why">{sayReasons(contact.because)}</span>
          </span>
        ))}
        {contacts.length === 0 && (
          <span class="why">
            {proposal.match.contacts.length > 0 ? t.proposal.nobody : t.proposal.nobodyKnown}
          </span>
        )}
      </dd>
      {(company || (contacts.length > 0 && !fixed)) && (
        <>
          <dt>{t.proposal.company}</dt>
          <dd>
            <span class="match">
              {fixed ? (
                <Pill>{company?.name}</Pill>
              ) : (
                <Choose actions={actions} of={{ kind: 'company', proposal }} name={company?.name} />
              )}
              {company && <span class="why">{sayReasons(company.because)}</span>}
            </span>
          </dd>
        </>
      )}
      {!fixed && <DealFact proposal={proposal} actions={actions} deals={deals} />}
      {contacts.length === 0 && proposal.because.length > 0 && (
        <>
          <dt>{t.proposal.why}</dt>
          <dd class="why">{sayReasons(proposal.because)}</dd>
        </>
      )}
      {files.length > 0 && (
        <>
          <dt>{t.proposal.files}</dt>
          <dd>
            <span title={t.proposal.fileNote}>{form.list(files.slice(0, 4))}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The deal that it goes to. Where several would do none is chosen; where there is none at all nothing is asked. */
function DealFact({ proposal, actions, deals: known }: MatchesProps): JSX.Element | null {
  const [read, setRead] = useState<readonly Deal[]>([]);
  const { match, activity } = proposal;
  useEffect(() => {
    if (known) return;
    let here = true;
    void actions.findPicks({ kind: 'deal', proposal }, '').then((picks) => {
      if (here) setRead(picks.flatMap(({ deal }) => deal ?? []));
    });
    return () => {
      here = false;
    };
  }, [known, match]);
  const deals = known ?? read;
  const deal = deals.find(({ id }) => id === activity.dealId);
  const title = deal?.title ?? (match.deal?.dealId === activity.dealId ? match.deal?.title : undefined);
  if (title === undefined && deals.length === 0) return null;
  const reasons = match.deal?.dealId === activity.dealId ? (match.deal?.because ?? []) : [];
  return (
    <>
      <dt>{t.pick.deal}</dt>
      <dd>
        <span class="match">
          {title === undefined && <span class="why">{t.pick.openDeals(deals.length)}</span>}
          <Choose actions={actions} of={{ kind: 'deal', proposal }} name={title} />
          {title !== undefined && (
            <span class="why">{form.facts([...(deal ? aboutDeal(deal) : []), sayReasons(reasons)])}</span>
          )}
        </span>
      </dd>
    </>
  );
}
