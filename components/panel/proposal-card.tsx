import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Checkbox } from '@/components/design/checkbox';
import { Icon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { type RowKeys, useRow } from '@/components/design/rows';
import { KindTag, Span } from '@/components/panel/activity-kind';
import { AskedFields, allSaid, missingParts } from '@/components/panel/asked-fields';
import { Matches } from '@/components/panel/matches';
import { MeetingFacts } from '@/components/panel/meeting-facts';
import type { ProposalActions } from '@/components/panel/panel-props';
import { ActionBar } from '@/components/panel/proposal-actions';
import { nameOf, When, Words } from '@/components/panel/proposal-body';
import { ReadFacts } from '@/components/panel/read-facts';
import { UnnamedPeople } from '@/components/panel/unnamed-people';
import { crmName } from '@/utils/i18n/crm-names';
import { form, t } from '@/utils/i18n/t';
import type { Deal } from '@/utils/model/contact';
import type { Proposal } from '@/utils/model/proposal';

export const ProposalForm = later(
  async () => (await import('@/components/panel/proposal-form')).ProposalForm,
);

export interface CardProps {
  proposals: readonly Proposal[];
  actions: ProposalActions;
  now: number;
  pending: ReadonlySet<string>;
  /** The mail that is open in the page: it is the first row and Enter reaches it from nowhere. */
  current?: boolean;
  /** Open deals of its people, where they are known already. */
  deals?: readonly Deal[] | undefined;
  /** Inside a row that passes its keys on to this card: where the card puts what they do. */
  keysTo?: { current: RowKeys | null };
}

/** What one press logs: a single mail, or a thread's mails together. As an item of a list. */
export function ProposalCard(props: CardProps): JSX.Element {
  const [editing, setEditing] = useState(false);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [fields, setFields] = useState<Record<string, string>>({});
  const [taskFields, setTaskFields] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const [snoozeAsked, setSnoozeAsked] = useState(0);
  const { proposals, actions, now } = props;
  const chosen = proposals.filter((proposal) => !leftOut.has(proposal.id));
  const only = proposals.length === 1 ? proposals[0] : undefined;
  const busy = proposals.some((proposal) => props.pending.has(proposal.id));
  const lacking = proposals.find((proposal) => actions.lacks(proposal.activity.kind));
  const crm = lacking && actions.lacks(lacking.activity.kind);
  const asked = actions.asks(proposals[0]?.activity.kind ?? 'email');
  const missing = missingParts(chosen, asked);
  const confirm = () => {
    setTried(true);
    const parts = [
      { fields: missing.fields, values: fields },
      { fields: missing.task, values: taskFields },
    ];
    if (!allSaid(row.current, parts)) return;
    const said = chosen.length === 1 ? chosen[0]?.activity : undefined;
    const edit = {
      ...(missing.fields.length > 0 ? { fields: { ...said?.fields, ...fields } } : {}),
      ...(missing.task.length > 0 ? { taskFields: { ...said?.taskFields, ...taskFields } } : {}),
    };
    void actions.confirm(chosen, Object.keys(edit).length > 0 ? edit : undefined);
  };
  const edit = only ? () => setEditing(true) : undefined;
  const keys: RowKeys = {
    confirm,
    edit,
    dismiss: () => void actions.dismiss(chosen),
    snooze: () => setSnoozeAsked(snoozeAsked + 1),
  };
  const row = useRow(keys);
  if (props.keysTo) props.keysTo.current = keys;
  const newest = proposals[proposals.length - 1];
  const back = () => {
    setEditing(false);
    row.current?.focus({ preventScroll: true });
  };
  return (
    <li
      class={`card${props.current ? ' card--now' : ''}${busy ? ' card--busy' : ''}`}
      ref={row}
      data-row={props.keysTo ? undefined : props.current ? 'open' : ''}
      tabIndex={-1}
      aria-label={newest?.activity.subject || t.noSubject}
      aria-busy={busy}
    >
      {only && editing ? (
        <div class="card__in">
          <ProposalForm
            proposal={only}
            asked={asked}
            template={actions.notesTemplate()}
            onCancel={back}
            onSave={(change) => void actions.edit(only, change).then((ok) => ok && back())}
            onLog={(change) => void actions.confirm([only], change)}
          />
        </div>
      ) : (
        <>
          <div class="card__in">
            {only ? (
              <SingleMail proposal={only} actions={actions} now={now} deals={props.deals} />
            ) : (
              <SeveralMails
                proposals={proposals}
                actions={actions}
                deals={props.deals}
                now={now}
                leftOut={leftOut}
                onToggle={(id, on) => {
                  const next = new Set(leftOut);
                  if (on) next.delete(id);
                  else next.add(id);
                  setLeftOut(next);
                }}
              />
            )}
          </div>
          {missing.fields.length + missing.task.length > 0 && !lacking && (
            <div class="card__asked">
              <AskedFields asked={missing} values={fields} onChange={setFields} tried={tried} />
              <AskedFields
                asked={{ crm: missing.crm, fields: missing.task }}
                of="task"
                values={taskFields}
                onChange={setTaskFields}
                tried={tried}
              />
            </div>
          )}
          {lacking && crm && (
            <p class="card__lacks">
              <Icon name="warning" size={14} />
              {t.meeting.noPlace(crmName(crm), lacking.activity.kind)}
            </p>
          )}
          <ActionBar
            blocked={lacking !== undefined}
            proposals={chosen}
            actions={actions}
            now={now}
            busy={busy}
            onConfirm={confirm}
            onEdit={edit}
            openSnooze={snoozeAsked}
            label={
              only ? undefined : chosen.length === 0 ? t.proposal.logNone : t.proposal.logMany(chosen.length)
            }
          />
        </>
      )}
    </li>
  );
}

interface SingleProps {
  proposal: Proposal;
  actions: ProposalActions;
  now: number;
  deals: readonly Deal[] | undefined;
}

/** What is logged with one press each: a thread's mails together, every meeting for itself, the latest first. */
export function apart(proposals: readonly Proposal[]): Proposal[][] {
  const mails = proposals.filter(({ activity }) => activity.kind === 'email');
  const others = proposals.filter(({ activity }) => activity.kind !== 'email').reverse();
  return [...(mails.length > 0 ? [mails] : []), ...others.map((each) => [each])];
}

function SingleMail({ proposal, actions, now, deals }: SingleProps): JSX.Element {
  return (
    <>
      <p class="meta">
        <KindTag proposal={proposal} />
        {proposal.activity.kind === 'email' ? (
          <When at={proposal.sentAt} now={now} approximate={proposal.captured.sentAtApproximate} />
        ) : (
          <Span proposal={proposal} now={now} />
        )}
      </p>
      <h3 class="subject" dir="auto">
        {proposal.activity.subject || t.noSubject}
      </h3>
      <Words proposal={proposal} />
      <MeetingFacts proposal={proposal} actions={actions} />
      {proposal.activity.kind === 'email' && <UnnamedPeople proposal={proposal} actions={actions} />}
      <ReadFacts proposal={proposal} now={now} />
      <Matches proposal={proposal} actions={actions} deals={deals} />
    </>
  );
}

interface SeveralProps {
  proposals: readonly Proposal[];
  actions: ProposalActions;
  deals: readonly Deal[] | undefined;
  now: number;
  leftOut: ReadonlySet<string>;
  onToggle: (id: string, on: boolean) => void;
}

/** One line each, with what would be logged; the whole thread's people once. */
function SeveralMails(props: SeveralProps): JSX.Element {
  const { proposals, actions, deals, now, leftOut, onToggle } = props;
  const newest = proposals[proposals.length - 1];
  return (
    <>
      <h3 class="subject" dir="auto">
        {newest?.activity.subject || t.noSubject}
      </h3>
      <ul class="mails">
        {proposals.map((proposal) => (
          <li key={proposal.id} class={leftOut.has(proposal.id) ? 'mail mail--out' : 'mail'}>
            <Checkbox
              checked={!leftOut.has(proposal.id)}
              onChange={(on) => onToggle(proposal.id, on)}
              label={t.proposal.leaveOut(
                form.series([nameOf(proposal.captured.from), proposal.activity.subject]),
              )}
            />
            <div>
              <p class="meta">
                <KindTag proposal={proposal} short />
                <b>{nameOf(proposal.captured.from)}</b>
                <When at={proposal.sentAt} now={now} approximate={proposal.captured.sentAtApproximate} />
              </p>
              <Words proposal={proposal} />
              <UnnamedPeople proposal={proposal} actions={actions} />
              <ReadFacts proposal={proposal} now={now} />
            </div>
          </li>
        ))}
      </ul>
      {newest && <Matches proposal={newest} actions={actions} deals={deals} />}
    </>
  );
}
