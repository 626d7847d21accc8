import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Avatar, Disclosure, EmptyState, Skeleton } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon, type IconName } from '@/components/design/icons';
import { About } from '@/components/panel/about';
import { ContactUpdates } from '@/components/panel/contact-updates';
import { OtherPage } from '@/components/panel/other-page';
import type { HeadView, OpenThreadView, OpenView, PanelActions } from '@/components/panel/panel-props';
import { apart, ProposalCard } from '@/components/panel/proposal-card';
import { StrangerCard } from '@/components/panel/stranger-card';
import { form, t } from '@/utils/i18n/t';
import type { Proposal } from '@/utils/model/proposal';

export interface OpenMailProps {
  open: OpenView;
  actions: PanelActions;
  now: number;
  pending: ReadonlySet<string>;
}

/** What the page shows now, ready to be logged. */
export function OpenMail(props: OpenMailProps): JSX.Element {
  const { open, actions } = props;
  const words = t.panel.empty;
  switch (open.kind) {
    case 'loading':
      return (
        <div class="card card--wait">
          <Skeleton />
        </div>
      );
    case 'no-consent':
      return (
        <EmptyState
          icon="shield"
          title={words.noConsentTitle}
          actions={
            <>
              <Button look="primary" onPress={() => actions.openPage('welcome')}>
                {words.noConsentAction}
              </Button>
              <Button onPress={() => actions.openPage('practice')}>{words.practice}</Button>
            </>
          }
        >
          {words.noConsent}
        </EmptyState>
      );
    case 'other-page':
      return <OtherPage here={open.here} off={open.off} actions={actions} />;
    case 'nothing':
      return (
        <EmptyState icon="mail" title={words.nothingOpenTitle}>
          {words.nothingOpen}
        </EmptyState>
      );
    case 'thread':
      return <Thread {...props} thread={open} />;
  }
}

function Thread(props: OpenMailProps & { thread: OpenThreadView }): JSX.Element {
  const { thread, actions, now, pending } = props;
  const { offered, decided, refused, earlier, strangers } = thread;
  const nothing = offered.length + decided.length + refused.length === 0;
  return (
    <>
      {thread.head && <Head head={thread.head} />}
      {offered.length > 0 && (
        <ul class="cards">
          {apart(offered).map((proposals, at) => (
            <ProposalCard
              key={at === 0 ? thread.tabId : proposals[0]?.id}
              proposals={proposals}
              actions={actions}
              now={now}
              pending={pending}
              current={at === 0}
              deals={thread.customer?.deals}
            />
          ))}
        </ul>
      )}
      {offered.length === 0 && thread.reading && (
        <div class="card card--wait">
          <Skeleton />
        </div>
      )}
      {nothing && !thread.reading && (
        <EmptyState icon="mail" title={t.panel.empty.nothingToLogTitle}>
          {t.panel.empty.nothingToLog}
        </EmptyState>
      )}
      {decided.length > 0 && <Decided decided={decided} stuck={thread.stuck} actions={actions} now={now} />}
      {strangers.length > 0 && (
        <ul class="strangers">
          {strangers.map((stranger) => (
            <StrangerCard
              key={stranger.person.address}
              stranger={stranger}
              busy={pending.has(stranger.draft.address)}
              onCreate={actions.createContact}
              asks={actions.asks}
              actions={actions}
              proposal={proposalWith(stranger.person.address, thread)}
            />
          ))}
        </ul>
      )}
      <ContactUpdates proposals={[...offered, ...decided]} actions={actions} pending={pending} />
      {thread.customer && <About customer={thread.customer} head={thread.head} now={now} />}
      {earlier.length > 0 && <Earlier thread={thread} actions={actions} />}
      {refused.length > 0 && (
        <Disclosure
          summary={t.panel.refusedHere(refused.length)}
          open={offered.length + decided.length === 0}
        >
          <ul class="quietly">
            {refused.map((each) => (
              <li key={each.ids.join(' ')}>
                <span>{t.refusal[each.reason]}</span>
                <Button
                  look="link"
                  busy={each.ids.some((id) => pending.has(id))}
                  onPress={() => void actions.showAnyway(thread.tabId, each.ids)}
                >
                  {t.proposal.showAnyway}
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** The newest mail of the thread that has this person on it. */
function proposalWith(address: string, { offered, decided }: OpenThreadView): Proposal | undefined {
  return [...offered, ...decided]
    .reverse()
    .find(({ match }) => match.strangers.some((person) => person.address === address));
}

function Head({ head }: { head: HeadView }): JSX.Element {
  const about = form.facts([head.title, head.companyName]);
  return (
    <div class="head">
      <Avatar name={head.name} />
      <div>
        <strong dir="auto">{head.name}</strong>
        <small class="clip" title={head.address}>
          {about || head.address}
        </small>
      </div>
    </div>
  );
}

function Earlier({ thread, actions }: { thread: OpenThreadView; actions: PanelActions }): JSX.Element {
  const [asked, setAsked] = useState(false);
  return (
    <div class="earlier">
      <span>{t.proposal.earlier(thread.earlier.length)}</span>
      <Button
        look="link"
        busy={asked}
        title={t.proposal.earlierHint}
        onPress={() => {
          setAsked(true);
          void actions
            .showAnyway(thread.tabId, thread.earlier.flat().slice(0, 500))
            .then(() => setAsked(false));
        }}
      >
        {asked ? t.proposal.reading : t.proposal.showEarlier}
      </Button>
    </div>
  );
}

/** Beside the words, never instead of them. */
const pictures: Record<Proposal['status']['state'], IconName> = {
  open: 'mail',
  confirmed: 'sent',
  logged: 'check',
  dismissed: 'cross',
  snoozed: 'clock',
  upcoming: 'clock',
};

interface DecidedProps {
  decided: readonly Proposal[];
  stuck: ReadonlySet<string>;
  actions: PanelActions;
  now: number;
}

/** What was already decided in this thread, each with its way back. */
function Decided({ decided, stuck, actions, now }: DecidedProps): JSX.Element {
  return (
    <ul class="list list--plain">
      {decided.map((proposal) => {
        const { status } = proposal;
        const isStuck = status.state === 'confirmed' && stuck.has(status.outboxId);
        const back = status.state === 'dismissed' || status.state === 'snoozed';
        return (
          <li key={proposal.id}>
            <Icon name={isStuck ? 'warning' : pictures[status.state]} size={14} />
            <span>
              <span class="clip" dir="auto">
                {proposal.activity.subject || t.noSubject}
              </span>
              <small>{saidOf(status, now, isStuck)}</small>
            </span>
            {status.state === 'logged' && (
              <Button
                look="link"
                title={t.panel.removeHint}
                label={t.panel.removeNamed(proposal.activity.subject || t.noSubject)}
                onPress={() => void actions.undo([proposal.id], true)}
              >
                {t.panel.remove}
              </Button>
            )}
            {(back || status.state === 'upcoming') && (
              <Button look="link" onPress={() => void actions.restore([proposal.id])}>
                {back ? t.proposal.bringBack : t.meeting.proposeNow}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function saidOf(status: Proposal['status'], now: number, isStuck: boolean): string {
  switch (status.state) {
    case 'logged':
      return t.proposal.alreadyLogged(status.loggedAt, now);
    case 'confirmed':
      return isStuck ? t.proposal.confirmedStuck : t.proposal.confirmed;
    case 'dismissed':
      return t.proposal.dismissed;
    case 'snoozed':
      return t.proposal.snoozed(status.until, now);
    case 'upcoming':
      return t.proposal.upcoming(status.until, now);
    case 'open':
      return '';
  }
}
