import type { JSX } from 'preact';
import { Button } from '@/components/design/button';
import { Icon } from '@/components/design/icons';
import { useRow } from '@/components/design/rows';
import type { PanelActions } from '@/components/panel/panel-props';
import { form, t } from '@/utils/i18n/t';
import type { Activity } from '@/utils/model/activity';
import type { Proposal } from '@/utils/model/proposal';

export interface ChangesProps {
  changes: readonly Proposal[];
  actions: Pick<PanelActions, 'takeChange' | 'leaveChange'>;
  now: number;
  pending: ReadonlySet<string>;
}

/** Logged meetings that are not as their entries say any more. Each is decided with one press. */
export function Changes({ changes, actions, now, pending }: ChangesProps): JSX.Element | null {
  if (changes.length === 0) return null;
  return (
    <section class="section" aria-labelledby="changes">
      <div class="section__head">
        <h2 id="changes" tabIndex={-1}>
          {t.meeting.change.heading}
          <span class="count">{changes.length}</span>
        </h2>
      </div>
      <ul class="list">
        {changes.slice(0, 20).map((proposal) => (
          <ChangeRow
            key={proposal.id}
            proposal={proposal}
            actions={actions}
            now={now}
            busy={pending.has(proposal.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function whenOf(activity: Activity, now: number): string {
  if (activity.kind !== 'meeting') return form.moment(activity.at, now);
  return form.during(activity.at, activity.meeting.endsAt, activity.meeting.allDay, now);
}

interface ChangeRowProps extends Omit<ChangesProps, 'changes' | 'pending'> {
  proposal: Proposal;
  busy: boolean;
}

function ChangeRow({ proposal, actions, now, busy }: ChangeRowProps): JSX.Element | null {
  const words = t.meeting.change;
  const { update, activity } = proposal;
  const take = () => void actions.takeChange(proposal);
  const leave = () => void actions.leaveChange(proposal);
  const row = useRow(busy ? {} : { confirm: take, dismiss: leave });
  if (!update) return null;
  const subject = activity.subject || t.noSubject;
  const off = update.kind === 'meeting' && update.meeting.status === 'cancelled';
  const [before, after] = [whenOf(activity, now), whenOf(update, now)];
  return (
    <li class="row row--flat" ref={row} data-row="" tabIndex={-1} aria-label={subject} aria-busy={busy}>
      <p class="row__title">
        <Icon name="calendar" size={14} />
        <b dir="auto">{subject}</b>
      </p>
      <p class="note">
        {off ? words.cancelled : words.moved}
        {': '}
        {before === after ? before : form.series([words.was(before), words.now(after)])}
      </p>
      <div class="actions actions--flat">
        <Button look="outline" hint="Enter" busy={busy} label={words.takeNamed(subject)} onPress={take}>
          {words.take}
        </Button>
        <Button
          hint="x"
          busy={busy}
          title={words.leaveHint}
          label={words.leaveNamed(subject)}
          onPress={leave}
        >
          {words.leave}
        </Button>
      </div>
    </li>
  );
}
