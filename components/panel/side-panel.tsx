import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { IconButton } from '@/components/design/button';
import { HelpDialog } from '@/components/design/help';
import { Icon, Mark } from '@/components/design/icons';
import { later, useBroughtAtRest } from '@/components/design/later';
import { useKeptPlace } from '@/components/design/rows';
import { useStillness } from '@/components/design/still';
import type { ByHandDoor } from '@/components/panel/by-hand-props';
import { CallForm, CallLog } from '@/components/panel/call-log';
import { Changes } from '@/components/panel/changes';
import { CoverageLine } from '@/components/panel/coverage-line';
import { Listed } from '@/components/panel/listed';
import type { ListedDoor } from '@/components/panel/listed-props';
import { Notices } from '@/components/panel/notices';
import { OpenMail } from '@/components/panel/open-mail';
import { OnTheWayList, RecentList, StuckList } from '@/components/panel/outbox-list';
import { takeBackOffer } from '@/components/panel/panel-keys';
import type { OpenView, PanelActions, PanelModel, PersonView } from '@/components/panel/panel-props';
import { ProposalForm } from '@/components/panel/proposal-card';
import { Queue, type QueueProps, ReviewDialog } from '@/components/panel/queue';
import { ContactForm } from '@/components/panel/stranger-card';
import { UndoBar } from '@/components/panel/undo-bar';
import { form, t } from '@/utils/i18n/t';

const ByHand = later(async () => (await import('@/components/panel/by-hand')).ByHand);

export interface SidePanelProps {
  panel: PanelModel;
  actions: PanelActions;
  helpOpen: Signal<boolean>;
  holdStill: QueueProps['holdStill'];
  byHand: ByHandDoor;
  listed: ListedDoor;
}

/** The side panel: the open mail first, then what waits, then what is on its way. */
export function SidePanel(props: SidePanelProps): JSX.Element {
  const { panel, actions, helpOpen, holdStill, byHand, listed } = props;
  const root = useKeptPlace();
  useStillness(root);
  useBroughtAtRest([HelpDialog, CallForm, ReviewDialog, ProposalForm, ContactForm]);
  const open = panel.open.value;
  const now = panel.now.value;
  const pending = panel.pending.value;
  const queue = panel.queue.value;
  const { stuck, onTheWay } = panel.inHand.value;
  const connector = panel.connector.value;
  const shared = { actions, now, pending };
  const showQueue = open.kind !== 'no-consent' || queue.total > 0;
  return (
    <div class={panel.book.value === 'practice' ? 'panel panel--practice' : 'panel'}>
      <Header panel={panel} actions={actions} onHelp={() => (helpOpen.value = true)} onByHand={byHand.show} />
      <main ref={root}>
        {panel.book.value === 'practice' && (
          <p class="practice">
            <Icon name="book" size={14} />
            {t.panel.practice}
          </p>
        )}
        <Notices
          notices={panel.notices.value}
          connector={connector}
          actions={actions}
          onByHand={byHand.show}
        />
        <Listed door={listed} now={now} />
        <section class="section" aria-labelledby="open-mail">
          <h2 id="open-mail" tabIndex={-1} class={open.kind === 'thread' ? '' : 'visually-hidden'}>
            {headingOf(open)}
          </h2>
          <OpenMail open={open} {...shared} />
          {open.kind !== 'no-consent' && open.kind !== 'loading' && (
            <CallLog people={peopleOf(open)} actions={actions} now={now} />
          )}
        </section>
        <Changes changes={panel.changes.value} {...shared} />
        <StuckList entries={stuck} connector={connector} {...shared} />
        {showQueue && !panel.loading.value && (
          <Queue
            queue={queue}
            holdStill={holdStill}
            slim={open.kind === 'thread'}
            onEnd={panel.readMore}
            {...shared}
          />
        )}
        <OnTheWayList entries={onTheWay} connector={connector} {...shared} />
        <RecentList recent={panel.recent.value} {...shared} />
        {panel.covered.value && (
          <CoverageLine coverage={panel.covered.value} connector={connector} now={now} />
        )}
      </main>
      <Foot panel={panel} actions={actions} />
      <ByHand door={byHand} />
      {helpOpen.value && (
        <HelpDialog
          surface="panel"
          onClose={() => (helpOpen.value = false)}
          panelKeys={actions.panelKeys.value}
          keys={actions.keys}
        />
      )}
    </div>
  );
}

function headingOf(open: OpenView): string {
  if (open.kind !== 'thread') return t.panel.openThread(1);
  const all = [...open.offered, ...open.decided];
  const meetings = all.length > 0 && all.every(({ activity }) => activity.kind === 'meeting');
  return meetings ? t.meeting.open : t.panel.openThread(all.length);
}

/** Contacts on the open mail or meeting, its head first. */
function peopleOf(open: OpenView): PersonView[] {
  if (open.kind !== 'thread') return [];
  const company = open.head?.companyName;
  const people = new Map<string, PersonView>();
  for (const { match } of [...open.offered, ...open.decided].reverse())
    for (const { contactId, name, address } of match.contacts) {
      const ofCompany = match.company?.name ?? company;
      if (!people.has(contactId))
        people.set(contactId, {
          contactId,
          name: name || address,
          ...(ofCompany ? { companyName: ofCompany } : {}),
        });
    }
  return [...people.values()];
}

interface HeaderProps {
  panel: PanelModel;
  actions: PanelActions;
  onHelp: () => void;
  onByHand: () => void;
}

function Header(props: HeaderProps): JSX.Element {
  const { logged, waiting, onTheWay, stuck } = props.panel.coverage.value;
  const offline = props.panel.notices.value.some((notice) => notice.kind === 'offline');
  const tone = stuck > 0 ? 'dot dot--bad' : offline || onTheWay > 0 ? 'dot dot--warn' : 'dot';
  return (
    <header class="top">
      <h1 class="visually-hidden">{t.panel.title}</h1>
      <Mark />
      <p class="coverage" title={t.panel.coverage.hint}>
        <span class={tone} />
        <span>
          {[
            t.panel.coverage.logged(logged),
            t.panel.coverage.waiting(waiting),
            ...(onTheWay > 0 ? [t.panel.coverage.onTheWay(onTheWay)] : []),
            ...(stuck > 0 ? [t.panel.coverage.stuck(stuck)] : []),
          ].map((words, index, all) => (
            <span key={words} class="coverage__part">
              {words}
              {index < all.length - 1 && form.dot}
            </span>
          ))}
        </span>
      </p>
      <IconButton icon="plus" label={t.byHand.open} onPress={props.onByHand} />
      <IconButton icon="help" label={t.keys.show} hint="?" onPress={props.onHelp} />
      <IconButton icon="settings" label={t.settings} onPress={() => props.actions.openPage('options')} />
    </header>
  );
}

/** The undo bar alone listens to the clock that ticks, so that a countdown redraws one line. */
function Foot({ panel, actions }: { panel: PanelModel; actions: PanelActions }): JSX.Element {
  const offer = panel.offer.value;
  const seconds = offer ? Math.max(0, Math.ceil((offer.until - panel.tick.value) / 1000)) : 0;
  return (
    <footer class="foot">
      <UndoBar offer={offer} seconds={seconds} onUndo={(taken) => takeBackOffer(taken, actions)} />
      <p class="visually-hidden" role="status">
        {panel.said}
      </p>
    </footer>
  );
}
