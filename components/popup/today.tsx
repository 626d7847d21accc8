import type { JSX } from 'preact';
import { Banner, EmptyState, Skeleton } from '@/components/design/blocks';
import { Button, IconButton } from '@/components/design/button';
import { CallLog } from '@/components/panel/call-form';
import { useKeptPlace } from '@/components/panel/rows';
import { NotesRow, PromiseRow, TaskRow, WaitingRow } from '@/components/popup/follow-up-row';
import type { PopupActions, PopupModel } from '@/components/popup/popup-props';
import { form, t } from '@/utils/i18n/t';

/** Rows drawn at once. */
const MOST = 50;

/** The toolbar popup: whom to follow up with today. */
export function Today({ popup, actions }: { popup: PopupModel; actions: PopupActions }): JSX.Element {
  const root = useKeptPlace();
  const now = popup.now.value;
  const proposals = popup.proposals.value;
  return (
    <div class="popup">
      <header class="today">
        <h1>{t.popup.title}</h1>
        <span>{form.longDay(now)}</span>
        <IconButton icon="settings" label={t.settings} onPress={() => actions.openPage('options')} />
      </header>
      <main ref={root}>
        {popup.unreachable.value > 0 && (
          <Banner icon="reload" title={t.unreachable.what}>
            {t.unreachable.safe} {t.unreachable.todo}
          </Banner>
        )}
        <Rows popup={popup} actions={actions} />
        {popup.phase.value === 'ready' && (
          <div class="popup__call">
            <CallLog people={[]} actions={actions} now={now} />
          </div>
        )}
      </main>
      <footer class="popup__foot">
        <span>{proposals > 0 ? t.popup.proposals(proposals) : t.popup.noProposals}</span>
        <Button look="primary" icon="panel" onPress={actions.openPanel}>
          {t.popup.openPanel}
        </Button>
      </footer>
      <p class="visually-hidden" role="status">
        {popup.said}
      </p>
    </div>
  );
}

function Rows({ popup, actions }: { popup: PopupModel; actions: PopupActions }): JSX.Element {
  const now = popup.now.value;
  const pending = popup.pending.value;
  const waiting = popup.waiting.value;
  const promises = popup.promises.value;
  const tasks = popup.tasks.value;
  const notes = popup.notes.value;
  switch (popup.phase.value) {
    case 'loading':
      return (
        <div class="popup__pad">
          <Skeleton />
        </div>
      );
    case 'broken':
      return (
        <div class="popup__pad">
          <Banner tone="bad" title={t.storageBroken.what}>
            {t.storageBroken.safe} {t.storageBroken.todo}
          </Banner>
        </div>
      );
    case 'no-consent':
      return (
        <div class="popup__pad">
          <EmptyState
            icon="shield"
            title={t.popup.noConsentTitle}
            actions={
              <>
                <Button look="outline" onPress={() => actions.openPage('welcome')}>
                  {t.popup.setUp}
                </Button>
                <Button onPress={() => actions.openPage('practice')}>{t.panel.empty.practice}</Button>
              </>
            }
          >
            {t.popup.noConsent}
          </EmptyState>
        </div>
      );
    case 'ready':
      if (waiting.length + promises.length + tasks.length + notes.length === 0)
        return (
          <div class="popup__pad">
            <EmptyState icon="check" title={t.popup.emptyTitle}>
              {t.popup.empty}
            </EmptyState>
          </div>
        );
      return (
        <>
          {waiting.length > 0 && (
            <section aria-labelledby="waiting">
              <h2 id="waiting" tabIndex={-1} title={t.popup.waitingHint}>
                {t.popup.waiting}
                <span class="count">{waiting.length}</span>
              </h2>
              <ul>
                {waiting.slice(0, MOST).map((row) => (
                  <WaitingRow key={row.id} row={row} actions={actions} now={now} busy={pending.has(row.id)} />
                ))}
              </ul>
            </section>
          )}
          {promises.length > 0 && (
            <section aria-labelledby="promises">
              <h2 id="promises" tabIndex={-1} title={t.popup.promisedHint}>
                {t.popup.promised}
                <span class="count">{promises.length}</span>
              </h2>
              <ul>
                {promises.slice(0, MOST).map((row) => (
                  <PromiseRow key={row.id} row={row} actions={actions} now={now} busy={pending.has(row.id)} />
                ))}
              </ul>
            </section>
          )}
          {tasks.length > 0 && (
            <section aria-labelledby="tasks">
              <h2 id="tasks" tabIndex={-1}>
                {t.popup.tasks}
                <span class="count">{tasks.length}</span>
              </h2>
              <ul>
                {tasks.slice(0, MOST).map((row) => (
                  <TaskRow key={row.id} row={row} actions={actions} now={now} busy={pending.has(row.id)} />
                ))}
              </ul>
            </section>
          )}
          {notes.length > 0 && (
            <section aria-labelledby="notes">
              <h2 id="notes" tabIndex={-1} title={t.popup.notesHint}>
                {t.popup.notes}
                <span class="count">{notes.length}</span>
              </h2>
              <ul>
                {notes.slice(0, MOST).map((row) => (
                  <NotesRow key={row.id} row={row} actions={actions} now={now} busy={pending.has(row.id)} />
                ))}
              </ul>
            </section>
          )}
        </>
      );
  }
}
