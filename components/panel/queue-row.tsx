import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { IconButton } from '@/components/design/button';
import { Icon } from '@/components/design/icons';
import { kindIcon, kindWord } from '@/components/panel/activity-kind';
import { missingFields } from '@/components/panel/asked-fields';
import type { ProposalActions, ThreadView } from '@/components/panel/panel-props';
import { customerOf } from '@/components/panel/proposal-body';
import { ProposalCard } from '@/components/panel/proposal-card';
import { type RowKeys, useRow } from '@/components/panel/rows';
import { form, t } from '@/utils/i18n/t';

export interface QueueRowProps {
  thread: ThreadView;
  actions: ProposalActions;
  now: number;
  pending: ReadonlySet<string>;
}

/** A thread in the queue: one press logs it, another opens it in place. */
export function QueueRow({ thread, actions, now, pending }: QueueRowProps): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const id = useId();
  const newest = thread.proposals[0];
  const busy = thread.proposals.some((proposal) => pending.has(proposal.id));
  const card = useRef<RowKeys | null>(null);
  const asked = useRef<'confirm' | 'edit' | 'snooze' | null>(null);
  if (!open) card.current = null;
  /** What needs the card opens it first. */
  const inCard = (what: 'confirm' | 'edit' | 'snooze') => {
    if (card.current) {
      card.current[what]?.();
      return;
    }
    asked.current = what;
    setOpen(true);
  };
  useEffect(() => {
    if (asked.current) card.current?.[asked.current]?.();
    asked.current = null;
  }, [open]);
  /** What the CRM asks for is asked in the card. */
  const confirm = () => {
    const asks = actions.asks(thread.proposals[0]?.activity.kind ?? 'email');
    if (missingFields(thread.proposals, asks).length > 0) inCard('confirm');
    else void actions.confirm(thread.proposals);
  };
  const row = useRow({
    confirm: () => (card.current?.confirm ?? confirm)(),
    edit: () => inCard('edit'),
    dismiss: () => (card.current?.dismiss ?? (() => void actions.dismiss(thread.proposals)))(),
    snooze: () => inCard('snooze'),
  });
  if (!newest) return null;
  const subject = newest.activity.subject || t.noSubject;
  const words = newest.activity.summary || newest.activity.ownWords.slice(0, 160);
  const count = thread.proposals.length;
  return (
    <li
      class={`row${open ? ' row--open' : ''}${busy ? ' row--busy' : ''}`}
      ref={row}
      data-row=""
      tabIndex={-1}
      aria-label={`${customerOf(newest)}: ${subject}`}
    >
      <IconButton
        class="tick"
        icon="check"
        label={t.proposal.logNamed(subject)}
        hint="Enter"
        busy={busy}
        onPress={confirm}
      />
      <button
        type="button"
        class="row__main"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span class="row__top">
          <b dir="auto">{customerOf(newest)}</b>
          <time dateTime={new Date(newest.sentAt).toISOString()}>
            {form.capital(form.day(newest.sentAt, now))}
          </time>
        </span>
        <span class="row__subject">
          <Icon name={kindIcon(newest.activity)} size={12} />
          <span class="visually-hidden">{kindWord(newest.activity)}</span>
          <span class="clip" dir="auto">
            {subject}
          </span>
          {count > 1 && <span class="count">{t.proposal.mails(count)}</span>}
        </span>
        {!open && words && (
          <span class="row__words clip" dir="auto">
            {words}
          </span>
        )}
      </button>
      <div id={id} class="row__more" hidden={!open}>
        {open && (
          <ul>
            <ProposalCard
              proposals={[...thread.proposals].reverse()}
              actions={actions}
              now={now}
              pending={pending}
              keysTo={card}
            />
          </ul>
        )}
      </div>
    </li>
  );
}
