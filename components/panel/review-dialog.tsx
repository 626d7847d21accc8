import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/design/button';
import { Checkbox } from '@/components/design/checkbox';
import { Dialog } from '@/components/design/dialog';
import { kindWord } from '@/components/panel/activity-kind';
import { missingFields } from '@/components/panel/asked-fields';
import type { ProposalActions } from '@/components/panel/panel-props';
import { customerOf } from '@/components/panel/proposal-body';
import { crmName } from '@/utils/i18n/crm-names';
import { form, t } from '@/utils/i18n/t';
import type { CrmField } from '@/utils/model/crm-schema';
import type { Proposal } from '@/utils/model/proposal';

export interface ReviewDialogProps {
  proposals: readonly Proposal[];
  asks: ProposalActions['asks'];
  now: number;
  onClose: () => void;
  onLog: (chosen: Proposal[]) => void;
}

/** An intent takes this many at once. */
const MOST = 500;

/** Many at once: one line each before anything is confirmed. */
export function ReviewDialog({ proposals, asks, now, onClose, onLog }: ReviewDialogProps): JSX.Element {
  const listed = proposals.slice(0, MOST);
  const missing = (proposal: Proposal) => missingFields([proposal], asks(proposal.activity.kind));
  // What the CRM asks something for is answered in its card.
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(
    () => new Set(listed.filter((each) => missing(each).length > 0).map(({ id }) => id)),
  );
  const chosen = listed.filter((proposal) => !leftOut.has(proposal.id));
  return (
    <Dialog
      title={t.panel.review.title(chosen.length)}
      onClose={onClose}
      foot={
        <>
          <Button look="primary" first busy={chosen.length === 0} onPress={() => onLog(chosen)}>
            {chosen.length === 0 ? t.proposal.logNone : t.panel.review.confirm(chosen.length)}
          </Button>
          <Button onPress={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <p class="note">{t.panel.review.hint}</p>
      <ul class="review">
        {listed.map((proposal) => (
          <li key={proposal.id}>
            <Checkbox
              checked={!leftOut.has(proposal.id)}
              onChange={(on) => {
                const next = new Set(leftOut);
                if (on) next.delete(proposal.id);
                else next.add(proposal.id);
                setLeftOut(next);
              }}
              disabled={missing(proposal).length > 0}
              hint={hintOf(proposal, missing(proposal), asks(proposal.activity.kind).crm, now)}
            >
              {proposal.activity.subject || t.noSubject}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function hintOf(proposal: Proposal, missing: readonly CrmField[], crm: string, now: number): string {
  const said = form.facts([
    customerOf(proposal),
    t.proposal.kindAt(kindWord(proposal.activity), form.moment(proposal.sentAt, now)),
  ]);
  if (missing.length === 0) return said;
  const labels = missing.map(({ label, name }) => label || name);
  return form.facts([said, t.asked.asksForThis(labels, crmName(crm))]);
}
