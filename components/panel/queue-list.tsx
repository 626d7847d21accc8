import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useWindowed } from '@/components/design/windowed';
import type { Choosing } from '@/components/panel/choosing';
import type { ProposalActions, ThreadView } from '@/components/panel/panel-props';
import { customerOf } from '@/components/panel/proposal-body';
import { QueueRow, type RowActs, type RowPlace } from '@/components/panel/queue-row';

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
  const ids = useMemo(() => threads.map(({ id }) => id), [threads]);
  const places = useMemo(() => threads.map((_, at) => placeOf(threads, at)), [threads]);
  const { rows, above, below, measure } = useWindowed({
    list,
    ids,
    shapes: useMemo(() => places.map(({ shape }) => shape), [places]),
    kept: () => new Set([...opened.current, ...(focused.current === null ? [] : [focused.current])]),
  });
  // The same for all rows and always: a row that did not change is not drawn again.
  const latest = useRef(props);
  latest.current = props;
  const acts = useRef<RowActs>({
    choose: (...choice) => latest.current.choosing.choose(...choice),
    letGo: () => latest.current.choosing.letGo(),
    onChosen: (what) => latest.current.onChosen(what),
    onOpened: (id, open) => {
      if (open) opened.current.add(id);
      else opened.current.delete(id);
    },
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
        const [thread, place] = [threads[index], places[index]];
        if (!thread || !place) return null;
        return (
          <QueueRow
            key={thread.id}
            thread={thread}
            actions={props.actions}
            now={props.now}
            pending={props.pending}
            measure={measure}
            at={index}
            // Minus one: not known yet.
            of={onEnd ? -1 : threads.length}
            apart={apart}
            place={place}
            chosen={choosing.chosen.has(thread.id)}
            acts={acts.current}
          />
        );
      })}
    </ul>
  );
}

/** What a row shows because of where it stands, and how high it is while it is closed: rows of one shape are alike. */
function placeOf(threads: readonly ThreadView[], at: number): RowPlace {
  const [before, here, after] = [threads[at - 1], threads[at], threads[at + 1]];
  const [above, newest] = [before?.proposals[0], here?.proposals[0]];
  const day = here?.day !== before?.day;
  const last = here?.day !== after?.day;
  // A customer's name stands once, above their threads of a day.
  const alike = !day && above && newest && here?.customer === before?.customer;
  const named = !alike || customerOf(above) !== customerOf(newest);
  const said = newest !== undefined && (newest.activity.summary !== '' || newest.activity.ownWords !== '');
  return { day, last, named, shape: `${day} ${at === 0} ${last} ${named} ${said}` };
}
