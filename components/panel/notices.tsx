import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Banner } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import type { NoticeView, PanelActions } from '@/components/panel/panel-props';
import { crmName } from '@/utils/i18n/crm-names';
import { sayFault, sayProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';

export interface NoticesProps {
  notices: readonly NoticeView[];
  connector: string;
  actions: PanelActions;
  /** The way that does not depend on any page. */
  onByHand: () => void;
}

/** What stands between the rep and a logged mail, the most urgent first, each with its way out. */
export function Notices(props: NoticesProps): JSX.Element | null {
  if (props.notices.length === 0) return null;
  return (
    <div class="notices">
      {props.notices.map((notice) => (
        <OneNotice key={notice.kind} {...props} notice={notice} />
      ))}
    </div>
  );
}

function OneNotice({
  notice,
  connector,
  actions,
  onByHand,
}: NoticesProps & { notice: NoticeView }): JSX.Element {
  const words = t.panel.banner;
  switch (notice.kind) {
    case 'storage':
      return (
        <Banner tone="bad" title={t.storageBroken.what}>
          {t.storageBroken.safe} {t.storageBroken.todo}
        </Banner>
      );
    case 'not-kept': {
      const trouble = t.notKept[notice.code];
      return (
        <Banner tone="bad" title={trouble.what}>
          {trouble.safe} {trouble.todo}
        </Banner>
      );
    }
    case 'unreachable':
      return (
        <Banner icon="reload" title={t.unreachable.what}>
          {t.unreachable.safe} {t.unreachable.todo}
        </Banner>
      );
    case 'problem': {
      const trouble = sayProblem(notice.problem, connector);
      return (
        <Banner
          title={trouble.what}
          actions={<Button onPress={actions.clearProblem}>{t.panel.banner.dismiss}</Button>}
        >
          {trouble.safe} {trouble.todo}
        </Banner>
      );
    }
    case 'host':
      return (
        <Banner
          icon="lock"
          title={t.sites.lost(notice.sites.map((site) => t.site[site]))}
          actions={
            <Button look="outline" onPress={() => actions.allowHosts(notice.sites)}>
              {words.hostAction}
            </Button>
          }
        >
          {t.sites.lostHint}
        </Banner>
      );
    case 'stale':
      return (
        <Banner
          icon="reload"
          tone="calm"
          title={words.staleTitle}
          actions={
            <Button look="outline" onPress={() => void actions.reloadTab(notice.tabId)}>
              {words.staleAction}
            </Button>
          }
        >
          {words.stale}
        </Banner>
      );
    case 'drift':
      return (
        <Banner
          title={words.driftTitle(t.site[notice.site])}
          actions={
            <>
              <Button look="outline" icon="plus" onPress={onByHand}>
                {t.byHand.open}
              </Button>
              <CopyReport report={notice.report} actions={actions} />
              <Button onPress={() => actions.openPage('options-drift')}>{words.driftAction}</Button>
            </>
          }
        >
          {words.drift}
        </Banner>
      );
    case 'signed-out':
      return (
        <Banner
          icon="key"
          tone="bad"
          title={words.signedOutTitle(crmName(connector))}
          actions={
            <Button look="outline" onPress={() => actions.openPage('options-crm')}>
              {t.panel.reconnect}
            </Button>
          }
        >
          {words.signedOut(notice.waiting)}
        </Banner>
      );
    case 'crm-trouble': {
      const trouble = sayFault(notice.fault, connector);
      const person = notice.fault.kind === 'signed-out' || notice.fault.kind === 'not-permitted';
      return (
        <Banner
          icon={notice.fault.kind === 'offline' ? 'offline' : 'warning'}
          tone={person ? 'bad' : 'warn'}
          title={trouble.what}
          actions={
            person && (
              <Button look="outline" onPress={() => actions.openPage('options-crm')}>
                {t.panel.reconnect}
              </Button>
            )
          }
        >
          {notice.waiting > 0
            ? `${words.crmWaits(notice.waiting, notice.since)} ${trouble.todo}`
            : words.crmUnread(notice.since)}
        </Banner>
      );
    }
    case 'reading':
      return (
        <Banner icon="reload" tone="calm" title={words.readingTitle(crmName(connector))}>
          {notice.rows > 0 && words.readSoFar(notice.rows)} {words.reading}
        </Banner>
      );
    case 'first-log': {
      const name = crmName(connector);
      const subject = notice.subject || t.noSubject;
      return (
        <Banner
          tone="calm"
          icon="check"
          title={t.firstLog.title(name)}
          actions={
            <>
              {notice.link && (
                <a class="button button--outline" href={notice.link} target="_blank" rel="noreferrer">
                  {t.firstLog.open(name)}
                </a>
              )}
              <Button onPress={() => void actions.firstLogSeen()}>{t.firstLog.right}</Button>
            </>
          }
        >
          {notice.found ? t.firstLog.found(subject, name) : t.firstLog.notFound(subject, name)}{' '}
          {t.firstLog.look(name)}
        </Banner>
      );
    }
    case 'offline':
      return (
        <Banner icon="offline" tone="calm" title={words.offlineTitle}>
          {words.offline}
        </Banner>
      );
  }
}

/** The report carries shape and no content; what it holds can be read in the settings first. */
function CopyReport({ report, actions }: { report: string; actions: PanelActions }): JSX.Element {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      onPress={() => {
        void actions.copy(report).then(() => setCopied(true));
      }}
    >
      {copied ? t.copied : t.copyReport}
    </Button>
  );
}
