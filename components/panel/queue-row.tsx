import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { IconButton } from '@/components/design/button';
import { Icon } from '@/components/design/icons';
import { type RowKeys, useRow } from '@/components/design/rows';
import { kindIcon, kindWord } from '@/components/panel/activity-kind';
import { missingFields } from '@/components/panel/asked-fields';
import type { ProposalActions, ThreadView } from '@/components/panel/panel-props';
import { customerOf } from '@/components/panel/proposal-body';
import { ProposalCard } from '@/components/panel/proposal-card';
import { form, t } from '@/utils/i18n/t';

export interface QueueRowProps {
  thread: ThreadView;
  actions: ProposalActions;
  now: number;
  pending: ReadonlySet<string>;
  /** Where it stands in the whole list. */
  place: {
    at: number;
    of: number;
    /** Outside of the flow, so many px below the list's upper edge. */
    apart?: number;
    /** Begins a day, and ends one. */
    day: boolean;
    last: boolean;
    /** The first of its customer's. */
    named: boolean;
    shape: string;
  };
  measure: (element: HTMLElement | null) => void;
  chosen: boolean;
  /** `from`: the row that had the focus. */
  choose: (how: 'first' | 'to-here' | 'also', from?: string | null) => void;
  letGo: () => boolean;
  onChosen: (what: 'confirm' | 'dismiss' | 'snooze') => void;
  onOpened: (open: boolean) => void;
}

/** A thread in the queue: one press logs it, another opens it in place, with Shift it is chosen among others. */
export function QueueRow(props: QueueRowProps): JSX.Element | null {
  const { thread, actions, now, pending, place, chosen } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const newest = thread.proposals[0];
  const busy = thread.proposals.some((proposal) => pending.has(proposal.id));
  const card = useRef<RowKeys | null>(null);
  const asked = useRef<'confirm' | 'edit' | 'snooze' | null>(null);
  if (!open) card.current = null;
  const toOpen = (next: boolean) => {
    setOpen(next);
    props.onOpened(next);
  };
  /** What needs the card opens it first. */
  const inCard = (what: 'confirm' | 'edit' | 'snooze') => {
    if (card.current) {
      card.current[what]?.();
      return;
    }
    asked.current = what;
    toOpen(true);
  };
  useEffect(() => {
    if (asked.current) card.current?.[asked.current]?.();
    asked.current = null;
  }, [open]);
  useEffect(() => () => props.onOpened(false), []);
  /** What the CRM asks for is asked in the card. */
  const confirm = () => {
    const asks = actions.asks(newest?.activity.kind ?? 'email');
    if (missingFields(thread.proposals, asks).length > 0) inCard('confirm');
    else void actions.confirm(thread.proposals);
  };
  const dismiss = () => void actions.dismiss(thread.proposals);
  const row = useRow({
    confirm: () => (chosen ? props.onChosen('confirm') : (card.current?.confirm ?? confirm)()),
    edit: () => inCard('edit'),
    dismiss: () => (chosen ? props.onChosen('dismiss') : (card.current?.dismiss ?? dismiss)()),
    snooze: () => (chosen ? props.onChosen('snooze') : inCard('snooze')),
    choose: props.choose,
    letGo: props.letGo,
  });
  if (!newest) return null;
  const subject = newest.activity.subject || t.noSubject;
  const customer = customerOf(newest);
  const said = `${customer}: ${subject}`;
  const classes = [
    'row',
    open && 'row--open',
    busy && 'row--busy',
    chosen && 'row--chosen',
    place.day && 'row--first',
    place.last && 'row--last',
    !place.named && 'row--same',
  ];
  return (
    <li
      ref={(element) => {
        row.current = element;
        props.measure(element);
      }}
      data-row=""
      data-index={place.at}
      data-thread={thread.id}
      data-shape={open ? undefined : place.shape}
      tabIndex={-1}
      aria-label={chosen ? t.panel.chosen.named(said) : said}
      aria-setsize={place.of}
      aria-posinset={place.at + 1}
      class={place.apart === undefined ? 'queue__row' : 'queue__row queue__row--apart'}
      style={place.apart === undefined ? undefined : { insetBlockStart: `${place.apart}px` }}
    >
      {place.day && <h3 class="queue__day">{form.capital(form.day(thread.day, now))}</h3>}
      <div class={classes.filter(Boolean).join(' ')}>
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
          // Choosing a range must not mark the words between, nor forget where it begins.
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          onClick={(event) => {
            if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return toOpen(!open);
            const from = document.activeElement?.closest('[data-thread]')?.getAttribute('data-thread');
            props.choose(event.shiftKey ? 'to-here' : 'also', from);
            row.current?.focus({ preventScroll: true });
          }}
        >
          <RowFace thread={thread} named={place.named} open={open} />
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
      </div>
    </li>
  );
}

/** What a row says: whom it is with, what it is about, and its words. */
function RowFace({ thread, named, open }: { thread: ThreadView; named: boolean; open: boolean }) {
  const [newest] = thread.proposals;
  if (!newest) return null;
  const { activity, match, sentAt } = newest;
  const words = activity.summary || activity.ownWords.slice(0, 160);
  const count = thread.proposals.length;
  const time = <time dateTime={new Date(sentAt).toISOString()}>{form.time(sentAt)}</time>;
  return (
    <>
      {named && (
        <span class="row__top">
          <span class="clip" dir="auto">
            <b>{customerOf(newest)}</b>
            {match.company && <span> · {match.company.name}</span>}
          </span>
          {time}
        </span>
      )}
      <span class="row__subject">
        <Icon name={kindIcon(activity)} size={12} />
        <span class="visually-hidden">{kindWord(activity)}</span>
        <span class="clip" dir="auto">
          {activity.subject || t.noSubject}
        </span>
        {count > 1 && <span class="count">{t.proposal.mails(count)}</span>}
        {!named && time}
      </span>
      {!open && words && (
        <span class="row__words clip" dir="auto">
          {words}
        </span>
      )}
    </>
  );
}
