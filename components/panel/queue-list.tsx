import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWindowed } from '@/components/design/windowed';
import type { Choosing } from '@/components/panel/choosing';
import type { ProposalActions, ThreadView } from '@/components/panel/panel-props';
import { customerOf } from '@/components/panel/proposal-body';
import { QueueRow } from '@/components/panel/queue-row';

export interface QueueListProps {
  /** Of the heading that names the list. */
  labelledBy: string;
  threads: readonly ThreadView[];
  actions: ProposalActions;
  now: number;
  pending: ReadonlySet<string>;
  choosing: Choosing;
  /** What a key does to all chosen rows, where the row that has the focus is one of them. */
  onChosen: (what: 'confirm' | 'dismiss' | 'snooze') => void;
  /** Asked for more, where there is more than `threads`. */
  onEnd?: (() => void) | undefined;
}

/** So many rows before the end more is asked for. */
const NEAR_END = 20;

/** Threads by day and customer. Only what can be seen is drawn; a screen reader hears how many there are. */
export function QueueList(props: QueueListProps): JSX.Element {
  const { threads, choosing } = props;
  const list = useRef<HTMLUListElement>(null);
  /** Rows that stay: opened, or with the focus. */
  const opened = useRef<Set<string>>(new Set());
  const focused = useRef<string | null>(null);
  const startsDay = (at: number) => threads[at]?.day !== threads[at - 1]?.day;
  const endsDay = (at: number) => threads[at]?.day !== threads[at + 1]?.day;
  /** A customer's name stands once, above their threads of a day. */
  const named = (at: number) => {
    const [before, here] = [threads[at - 1]?.proposals[0], threads[at]?.proposals[0]];
    if (startsDay(at) || !before || !here || threads[at]?.customer !== threads[at - 1]?.customer) return true;
    return customerOf(before) !== customerOf(here);
  };
  const said = (at: number) => {
    const newest = threads[at]?.proposals[0]?.activity;
    return newest !== undefined && (newest.summary !== '' || newest.ownWords !== '');
  };
  const { rows, above, below, measure } = useWindowed({
    list,
    ids: threads.map(({ id }) => id),
    shape: (at) => `${startsDay(at)} ${at === 0} ${endsDay(at)} ${named(at)} ${said(at)}`,
    kept: () => new Set([...opened.current, ...(focused.current === null ? [] : [focused.current])]),
  });
  const { onEnd } = props;
  const atEnd = (rows[rows.length - 1]?.index ?? 0) >= threads.length - NEAR_END;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, threads.length, onEnd === undefined]);
  return (
    <ul
      class="queue"
      ref={list}
      aria-labelledby={props.labelledBy}
      style={{ paddingBlockStart: `${above}px`, paddingBlockEnd: `${below}px` }}
      onFocusIn={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[data-thread]') : null;
        focused.current = row?.getAttribute('data-thread') ?? null;
      }}
      onFocusOut={() => {
        focused.current = null;
      }}
    >
      {rows.map(({ index, apart }) => {
        const thread = threads[index];
        if (!thread) return null;
        const { id } = thread;
        return (
          <QueueRow
            key={id}
            thread={thread}
            actions={props.actions}
            now={props.now}
            pending={props.pending}
            measure={measure}
            place={{
              at: index,
              // Minus one: not known yet.
              of: onEnd ? -1 : threads.length,
              ...(apart === undefined ? {} : { apart }),
              day: startsDay(index),
              last: endsDay(index),
              named: named(index),
              shape: `${startsDay(index)} ${index === 0} ${endsDay(index)} ${named(index)} ${said(index)}`,
            }}
            chosen={choosing.chosen.has(id)}
            choose={(how, from) => choosing.choose(id, how, from)}
            letGo={choosing.letGo}
            onChosen={props.onChosen}
            onOpened={(open) => {
              if (open) opened.current.add(id);
              else opened.current.delete(id);
            }}
          />
        );
      })}
    </ul>
  );
}
