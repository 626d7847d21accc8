import { Component, type JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  /** Where it stands in the whole list, and of how many; minus one: not known yet. */
  at: number;
  of: number;
  /** Outside of the flow, so many px below the list's upper edge. */
  apart: number | undefined;
  place: RowPlace;
  measure: (element: HTMLElement | null) => void;
  chosen: boolean;
  acts: RowActs;
}

/** What a row shows because of the rows beside it. */
export interface RowPlace {
  /** Begins a day, and ends one. */
  day: boolean;
  last: boolean;
  /** The first of its customer's. */
  named: boolean;
  shape: string;
}

/** What a row does to the list. */
export interface RowActs {
  /** `from`: the row that had the focus. */
  choose(id: string, how: 'first' | 'to-here' | 'also', from?: string | null): void;
  letGo(): boolean;
  onChosen(what: 'confirm' | 'dismiss' | 'snooze'): void;
  onOpened(id: string, open: boolean): void;
}

/** Drawn again only when something of it changed: while a long list is scrolled, most rows did not. */
export class QueueRow extends Component<QueueRowProps> {
  override shouldComponentUpdate(next: QueueRowProps): boolean {
    const { place: was, pending: before, ...old } = this.props;
    const { place, pending, ...fresh } = next;
    const here = next.thread.proposals;
    return (
      !sameValues(old, fresh) ||
      !sameValues(was, place) ||
      here.some(({ id }) => pending.has(id) !== before.has(id))
    );
  }

  override render(): JSX.Element {
    return <Row {...this.props} />;
  }
}

function sameValues(one: object, other: object): boolean {
  const values = new Map(Object.entries(one));
  return Object.entries(other).every(([key, value]) => values.get(key) === value);
}

/** A thread in the queue: one press logs it, another opens it in place, with Shift it is chosen among others. */
function Row(props: QueueRowProps): JSX.Element | null {
  const { thread, actions, now, pending, place, chosen, acts, measure } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const newest = thread.proposals[0];
  const busy = thread.proposals.some((proposal) => pending.has(proposal.id));
  const card = useRef<RowKeys | null>(null);
  const asked = useRef<'confirm' | 'edit' | 'snooze' | null>(null);
  if (!open) card.current = null;
  const toOpen = (next: boolean) => {
    setOpen(next);
    acts.onOpened(thread.id, next);
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
  useEffect(() => () => acts.onOpened(thread.id, false), []);
  /** What the CRM asks for is asked in the card. */
  const confirm = () => {
    const asks = actions.asks(newest?.activity.kind ?? 'email');
    if (missingFields(thread.proposals, asks).length > 0) inCard('confirm');
    else void actions.confirm(thread.proposals);
  };
  const dismiss = () => void actions.dismiss(thread.proposals);
  const row = useRow({
    confirm: () => (chosen ? acts.onChosen('confirm') : (card.current?.confirm ?? confirm)()),
    edit: () => inCard('edit'),
    dismiss: () => (chosen ? acts.onChosen('dismiss') : (card.current?.dismiss ?? dismiss)()),
    snooze: () => (chosen ? acts.onChosen('snooze') : inCard('snooze')),
    choose: (how) => acts.choose(thread.id, how),
    letGo: acts.letGo,
  });
  useLayoutEffect(() => {
    measure(row.current);
    return () => measure(null);
  }, [measure]);
  if (!newest) return null;
  const subject = newest.activity.subject || t.noSubject;
  const customer = customerOf(newest);
  const said = t.named(customer, subject);
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
      ref={row}
      data-row=""
      data-index={props.at}
      data-thread={thread.id}
      data-shape={open ? undefined : place.shape}
      tabIndex={-1}
      aria-label={chosen ? t.panel.chosen.named(said) : said}
      aria-setsize={props.of}
      aria-posinset={props.at + 1}
      class={props.apart === undefined ? 'queue__row' : 'queue__row queue__row--apart'}
      style={props.apart === undefined ? undefined : { insetBlockStart: `${props.apart}px` }}
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
            acts.choose(thread.id, event.shiftKey ? 'to-here' : 'also', from);
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
            {match.company && (
              <span>
                {form.dot}
                <bdi>{match.company.name}</bdi>
              </span>
            )}
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
