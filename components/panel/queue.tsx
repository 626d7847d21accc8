import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Disclosure, EmptyState } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { later } from '@/components/design/later';
import { useChoosing } from '@/components/panel/choosing';
import { ChosenBar } from '@/components/panel/chosen-bar';
import type { ProposalActions, QueueView, ThreadView } from '@/components/panel/panel-props';
import { QueueList } from '@/components/panel/queue-list';
import { t } from '@/utils/i18n/t';
import type { Proposal } from '@/utils/model/proposal';

export const ReviewDialog = later(
  async () => (await import('@/components/panel/review-dialog')).ReviewDialog,
);

export interface QueueProps {
  queue: QueueView;
  actions: ProposalActions;
  now: number;
  pending: ReadonlySet<string>;
  /** A line is enough where the open mail already fills the panel. */
  slim: boolean;
  /** The end of what was read came near, and more waits. */
  onEnd: () => void;
  /** Keeps what is shown in its place while somebody is at it; given by utils/view. */
  holdStill: (
    shown: readonly string[],
    items: readonly ThreadView[],
    held: boolean,
  ) => { items: ThreadView[]; late: number };
}

/** What waits for the rep, by day and customer, the latest day first. */
export function Queue(props: QueueProps): JSX.Element {
  const { queue, actions, now, pending } = props;
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [reviewing, setReviewing] = useState<readonly Proposal[] | null>(null);
  const [snoozeAsked, setSnoozeAsked] = useState(0);
  const placed = useRef<string[]>([]);
  /** Proposals that were decided here and did not come back since. */
  const decided = useRef(new Set<string>());
  for (const id of pending) decided.current.add(id);
  const held = (pointed || focused) && placed.current.length > 0;
  // What was decided and is taken back is no new mail: it comes back at once.
  const there = new Set(placed.current);
  const isBack = ({ id, proposals }: ThreadView) =>
    !there.has(id) && proposals.some((proposal) => decided.current.has(proposal.id));
  const back = queue.threads.filter(isBack);
  if (back.length > 0)
    placed.current = queue.threads.flatMap((thread) =>
      there.has(thread.id) || isBack(thread) ? [thread.id] : [],
    );
  for (const { proposals } of back) for (const { id } of proposals) decided.current.delete(id);
  const { items, late } = props.holdStill(placed.current, queue.threads, held);
  const ids = items.map((item) => item.id);
  // While it is held, what is read deeper comes below; what was decided keeps its place for as long.
  placed.current = held ? [...new Set([...placed.current, ...ids])] : ids;
  const choosing = useChoosing(ids);
  const several = items
    .filter(({ id }) => choosing.chosen.has(id))
    .flatMap(({ proposals }) => proposals)
    .filter(({ id }) => !pending.has(id));
  const decide = (what: 'confirm' | 'dismiss' | 'snooze') => {
    if (what === 'confirm') return setReviewing(several);
    if (what === 'snooze') return setSnoozeAsked(snoozeAsked + 1);
    void actions.dismiss(several);
    choosing.letGo();
  };
  const letArrive = () => {
    setPointed(false);
    setFocused(false);
  };
  return (
    <section
      class="section"
      aria-labelledby="queue"
      onPointerEnter={(event) => event.pointerType === 'mouse' && setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocusIn={(event) => {
        // A press moves the focus too; what is held for it is held while the pointer is there.
        if (event.target instanceof Element && event.target.matches(':focus-visible')) setFocused(true);
      }}
      onFocusOut={() => setFocused(false)}
    >
      <div class="section__head">
        <h2 id="queue" tabIndex={-1}>
          {t.panel.queue}
          {queue.total > 0 && <span class="count">{queue.total}</span>}
        </h2>
        {late > 0 && (
          <Button look="link" onPress={letArrive}>
            {t.panel.arrived(late)}
          </Button>
        )}
        {queue.total > 1 && (
          <Button
            look="link"
            title={t.panel.chosen.how}
            onPress={() => setReviewing(items.flatMap(({ proposals }) => proposals))}
          >
            {t.panel.logAll}
          </Button>
        )}
      </div>
      {items.length > 0 ? (
        <QueueList
          labelledBy="queue"
          threads={items}
          choosing={choosing}
          onChosen={decide}
          onEnd={counted(queue.threads) < queue.total ? props.onEnd : undefined}
          {...{ actions, now, pending }}
        />
      ) : props.slim ? (
        <p class="note">{t.panel.empty.nothingElse}</p>
      ) : (
        <EmptyState icon="check" title={t.panel.empty.nothingWaitingTitle}>
          {t.panel.empty.nothingWaiting}
        </EmptyState>
      )}
      {queue.quiet.length > 0 && <Quiet threads={queue.quiet} {...{ actions, now, pending }} />}
      <p class="visually-hidden" role="status">
        {several.length > 0 && t.panel.chosen.count(several.length)}
      </p>
      {several.length > 0 && (
        <ChosenBar
          count={several.length}
          times={actions.snoozeTimes(now)}
          now={now}
          openSnooze={snoozeAsked}
          onLog={() => decide('confirm')}
          onDismiss={() => decide('dismiss')}
          onSnooze={(until) => {
            void actions.snooze(several, until);
            choosing.letGo();
          }}
          onNone={choosing.letGo}
        />
      )}
      {reviewing && (
        <ReviewDialog
          proposals={reviewing}
          asks={actions.asks}
          now={now}
          onClose={() => setReviewing(null)}
          onLog={(chosen) => {
            setReviewing(null);
            choosing.letGo();
            void actions.confirm(chosen);
          }}
        />
      )}
    </section>
  );
}

function counted(threads: readonly ThreadView[]): number {
  return threads.reduce((sum, { proposals }) => sum + proposals.length, 0);
}

/** From people nobody knows: folded, and drawn only once they are asked for. */
function Quiet(props: Pick<QueueProps, 'actions' | 'now' | 'pending'> & { threads: readonly ThreadView[] }) {
  const { threads, ...shared } = props;
  const [open, setOpen] = useState(false);
  const choosing = useChoosing([]);
  return (
    <Disclosure summary={<span id="quiet">{t.panel.quiet(threads.length)}</span>} onToggle={setOpen}>
      <p class="note">{t.panel.quietHint}</p>
      {open && (
        <QueueList labelledBy="quiet" threads={threads} choosing={choosing} onChosen={() => {}} {...shared} />
      )}
    </Disclosure>
  );
}
