import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Disclosure, EmptyState } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import type { ProposalActions, QueueView, ThreadView } from '@/components/panel/panel-props';
import { QueueRow } from '@/components/panel/queue-row';
import { ReviewDialog } from '@/components/panel/review-dialog';
import { t } from '@/utils/i18n/t';

export interface QueueProps {
  queue: QueueView;
  actions: ProposalActions;
  now: number;
  pending: ReadonlySet<string>;
  /** A line is enough where the open mail already fills the panel. */
  slim: boolean;
  /** Keeps what is shown in its place while somebody points at it; given by utils/view. */
  holdStill: (
    shown: readonly string[],
    items: readonly ThreadView[],
    held: boolean,
  ) => { items: ThreadView[]; late: number };
}

/** Rows drawn at once; more on request, so that thousands do not slow the first picture. */
const STEP = 40;

/** What waits for the rep, newest thread first. */
export function Queue(props: QueueProps): JSX.Element {
  const { queue, actions, now, pending } = props;
  const [limit, setLimit] = useState(STEP);
  const [held, setHeld] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const shown = useRef<string[]>([]);
  const { items, late } = props.holdStill(shown.current, queue.threads, held && shown.current.length > 0);
  shown.current = items.map((item) => item.id);
  const first = items.slice(0, limit);
  return (
    <section
      class="section"
      aria-labelledby="queue"
      onPointerEnter={(event) => event.pointerType === 'mouse' && setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <div class="section__head">
        <h2 id="queue" tabIndex={-1}>
          {t.panel.queue}
          {queue.total > 0 && <span class="count">{queue.total}</span>}
        </h2>
        {late > 0 && (
          <Button look="link" onPress={() => setHeld(false)}>
            {t.panel.arrived(late)}
          </Button>
        )}
        {queue.total > 1 && (
          <Button look="link" onPress={() => setReviewing(true)}>
            {t.panel.logAll}
          </Button>
        )}
      </div>
      {first.length > 0 ? (
        <ul class="list">
          {first.map((thread) => (
            <QueueRow key={thread.id} thread={thread} actions={actions} now={now} pending={pending} />
          ))}
        </ul>
      ) : props.slim ? (
        <p class="note">{t.panel.empty.nothingElse}</p>
      ) : (
        <EmptyState icon="check" title={t.panel.empty.nothingWaitingTitle}>
          {t.panel.empty.nothingWaiting}
        </EmptyState>
      )}
      {items.length > first.length && (
        <Button onPress={() => setLimit(limit + STEP)}>
          {t.panel.showMore(Math.min(STEP, items.length - first.length))}
        </Button>
      )}
      {queue.quiet.length > 0 && (
        <Disclosure summary={t.panel.quiet(queue.quiet.length)}>
          <p class="note">{t.panel.quietHint}</p>
          <ul class="list">
            {queue.quiet.slice(0, STEP).map((thread) => (
              <QueueRow key={thread.id} thread={thread} actions={actions} now={now} pending={pending} />
            ))}
          </ul>
        </Disclosure>
      )}
      {reviewing && (
        <ReviewDialog
          proposals={items.flatMap((thread) => thread.proposals)}
          asks={actions.asks}
          now={now}
          onClose={() => setReviewing(false)}
          onLog={(chosen) => {
            setReviewing(false);
            void actions.confirm(chosen);
          }}
        />
      )}
    </section>
  );
}
