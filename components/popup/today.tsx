import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Banner, EmptyState, Skeleton } from '@/components/design/blocks';
import { Button, IconButton } from '@/components/design/button';
import { HelpDialog } from '@/components/design/help';
import { Icon } from '@/components/design/icons';
import { useBroughtAtRest } from '@/components/design/later';
import { useKeptPlace } from '@/components/design/rows';
import { CallForm, CallLog } from '@/components/panel/call-log';
import { NotesRow, PromiseRow, TaskRow } from '@/components/popup/follow-up-row';
import type { Part as PartOfDay, PopupActions, PopupModel } from '@/components/popup/popup-props';
import { ThreadRow } from '@/components/popup/thread-row';
import { form, t } from '@/utils/i18n/t';

/** The toolbar popup: whom to follow up with today. */
export function Today({
  popup,
  actions,
  help,
}: {
  popup: PopupModel;
  actions: PopupActions;
  /** Whether the list of keys is open. */
  help: Signal<boolean>;
}): JSX.Element {
  const root = useKeptPlace();
  useBroughtAtRest([HelpDialog, CallForm]);
  const now = popup.now.value;
  const proposals = popup.proposals.value;
  return (
    <div class={popup.book.value === 'practice' ? 'popup popup--practice' : 'popup'}>
      {popup.book.value === 'practice' && (
        <p class="popup__practice">
          <Icon name="book" size={14} />
          {t.panel.practice}
        </p>
      )}
      <header class="today">
        <h1>{t.popup.title}</h1>
        <span>{form.longDay(now)}</span>
        <IconButton
          icon="help"
          hint="?"
          label={t.keys.show}
          onPress={() => {
            help.value = true;
          }}
        />
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
      {popup.taken.value && (
        <div class="popup__taken">
          <span class="clip">{popup.taken.value.what}</span>
          <Button look="link" hint="z" onPress={() => void actions.takeBackFollowUp()}>
            {t.popup.undo}
          </Button>
        </div>
      )}
      {help.value && (
        <HelpDialog
          surface="popup"
          keys={actions.keys}
          onClose={() => {
            help.value = false;
          }}
        />
      )}
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
  const quiet = popup.quiet.value;
  const workday = popup.workday.value;
  const shared = (id: string) => ({ actions, now, busy: pending.has(id) });
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
      if ([waiting, promises, tasks, notes, quiet].every(({ rows }) => rows.length === 0))
        return (
          <div class="popup__pad">
            <EmptyState icon="check" title={t.popup.emptyTitle}>
              {t.popup.empty}
            </EmptyState>
          </div>
        );
      return (
        <>
          <Part id="waiting" title={t.popup.waiting} hint={t.popup.waitingHint} part={waiting} popup={popup}>
            {(row) => <ThreadRow key={row.id} row={row} {...shared(row.id)} workday={workday} />}
          </Part>
          <Part
            id="promises"
            title={t.popup.promised}
            hint={t.popup.promisedHint}
            part={promises}
            popup={popup}
          >
            {(row) => <PromiseRow key={row.id} row={row} {...shared(row.id)} />}
          </Part>
          <Part id="tasks" title={t.popup.tasks} part={tasks} popup={popup}>
            {(row) => <TaskRow key={row.id} row={row} {...shared(row.id)} />}
          </Part>
          <Part id="notes" title={t.popup.notes} hint={t.popup.notesHint} part={notes} popup={popup}>
            {(row) => <NotesRow key={row.id} row={row} {...shared(row.id)} />}
          </Part>
          <Part id="quiet" title={t.popup.quiet} hint={t.popup.quietHint} part={quiet} popup={popup}>
            {(row) => <ThreadRow key={row.id} row={row} {...shared(row.id)} workday={workday} />}
          </Part>
        </>
      );
  }
}

interface PartProps<T> {
  id: Parameters<PopupModel['showMore']>[0];
  title: string;
  hint?: string;
  part: PartOfDay<T>;
  popup: PopupModel;
  children: (row: T) => JSX.Element;
}

/** One kind of row under its heading; nothing where there is none. */
function Part<T>({ id, title, hint, part, popup, children }: PartProps<T>): JSX.Element | null {
  const { rows, total, atLeast } = part;
  const list = useRef<HTMLUListElement>(null);
  // Whoever asked for more goes on with the first that came: the button may be gone by then.
  const from = useRef<number | null>(null);
  useEffect(() => {
    if (from.current === null || rows.length <= from.current) return;
    list.current?.querySelectorAll<HTMLElement>(':scope > [data-row]')[from.current]?.focus();
    from.current = null;
  }, [rows.length]);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} title={hint}>
        {title}
        <span class="count">{atLeast ? t.popup.atLeast(total) : form.number(total)}</span>
      </h2>
      <ul ref={list}>{rows.map(children)}</ul>
      {(atLeast || total > rows.length) && (
        <p class="popup__more">
          <Button
            look="link"
            label={t.popup.showMoreOf(title)}
            onPress={() => {
              from.current = rows.length;
              popup.showMore(id);
            }}
          >
            {t.popup.showMore}
          </Button>
        </p>
      )}
    </section>
  );
}
