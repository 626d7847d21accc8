import { type ReadonlySignal, signal } from '@preact/signals';
import { sayProblem } from '@/utils/i18n/say';
import { form, t } from '@/utils/i18n/t';
import type { ActivityEdit, CallNote } from '@/utils/model/activity';
import type { PageSite } from '@/utils/model/captured';
import type { ContactChange, ContactDraft } from '@/utils/model/contact';
import type { Book, Intent, IntentAnswer } from '@/utils/model/messages';
import type { Proposal } from '@/utils/model/proposal';
import type { UndoOffer } from '@/utils/view/undo-offer';

/** Names a change while it is pressed. */
export function changeId({ contactId, field }: ContactChange): string {
  return `${contactId} ${field}`;
}

export type Problem = Extract<IntentAnswer, { ok: false }>['problem'];

/** How long dismissing and putting off can be taken back by one key, ms. They send nothing, so they can always be later. */
const OFFERED = 10_000;
/** A pressed card stays pressed until the store's change has arrived, at most this long, ms. */
const SETTLE = 1500;

/**
 * What our pages do. Each step shows as pressed at once (`pending`), is said to be done only on the worker's answer
 * (`said`), and is kept and tried again while the worker does not answer (`unreachable` counts those).
 */
export function createCommands(book: ReadonlySignal<Book>, ask: (intent: Intent) => Promise<IntentAnswer>) {
  const pending = signal<ReadonlySet<string>>(new Set());
  const said = signal('');
  const unreachable = signal(0);
  const problem = signal<Problem | null>(null);
  const offer = signal<UndoOffer | null>(null);
  const taken = signal<TakenFollowUp | null>(null);

  const press = (ids: readonly string[], pressed: boolean) => {
    const next = new Set(pending.value);
    for (const id of ids) {
      if (pressed) next.add(id);
      else next.delete(id);
    }
    pending.value = next;
  };

  const untilAnswered = async (intent: Intent): Promise<IntentAnswer> => {
    for (let pause = 1000, waits = false; ; pause = Math.min(pause * 2, 15_000)) {
      try {
        const answer = await ask(intent);
        if (waits) unreachable.value -= 1;
        return answer;
      } catch {
        if (!waits) unreachable.value += 1;
        waits = true;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };

  /** Sends, shows `ids` as pressed, and says `done` once it is stored. */
  const carryOut = async (intent: Intent, ids: readonly string[], done: string): Promise<IntentAnswer> => {
    press(ids, true);
    problem.value = null;
    const answer = await untilAnswered(intent);
    if (answer.ok) {
      said.value = done;
      setTimeout(() => press(ids, false), SETTLE);
    } else {
      press(ids, false);
      problem.value = answer.problem;
      said.value = sayProblem(answer.problem).what;
    }
    return answer;
  };

  /** What comes back must not look as if it were still being logged. */
  const letGo = (proposalIds: readonly string[]): readonly string[] => {
    press(proposalIds, false);
    return [];
  };

  const ids = (proposals: readonly Proposal[]) => proposals.map((proposal) => proposal.id);
  const offerBack = (kind: 'dismissed' | 'snoozed' | 'left', proposals: readonly Proposal[]) => {
    const now = Date.now();
    const subject = proposals[0]?.activity.subject ?? '';
    offer.value = { kind, proposalIds: ids(proposals), subject, from: now, until: now + OFFERED };
  };

  /** Offers the way back for a while. */
  const offerTaken = (what: string, back: Intent) => {
    const offered = { what, back };
    taken.value = offered;
    setTimeout(() => {
      if (taken.value === offered) taken.value = null;
    }, OFFERED);
  };

  return {
    pending,
    said,
    taken,
    unreachable,
    problem,
    offer,
    clearProblem: () => {
      problem.value = null;
    },
    confirm: async (proposals: readonly Proposal[], edit?: ActivityEdit) => {
      const proposalIds = ids(proposals).filter((id) => !pending.value.has(id));
      if (proposalIds.length === 0) return;
      const first = proposals[0]?.activity.subject || t.noSubject;
      offer.value = null;
      await carryOut(
        { type: 'confirm', book: book.value, proposalIds, ...(edit ? { edit } : {}) },
        proposalIds,
        proposalIds.length === 1
          ? t.panel.said.confirmed(first)
          : t.panel.said.confirmedMany(proposalIds.length),
      );
    },
    edit: async (proposal: Proposal, edit: ActivityEdit) =>
      (
        await carryOut(
          { type: 'edit', book: book.value, proposalId: proposal.id, edit },
          [proposal.id],
          t.saved,
        )
      ).ok,
    undo: async (proposalIds: string[], logged: boolean) => {
      await carryOut(
        { type: 'undo', book: book.value, proposalIds },
        letGo(proposalIds),
        logged ? t.panel.said.removed : t.panel.undo.undone,
      );
    },
    dismiss: async (proposals: readonly Proposal[]) => {
      const intent: Intent = { type: 'dismiss', book: book.value, proposalIds: ids(proposals) };
      if ((await carryOut(intent, ids(proposals), t.panel.said.dismissed)).ok)
        offerBack('dismissed', proposals);
    },
    restore: async (proposalIds: string[]) => {
      offer.value = null;
      await carryOut(
        { type: 'restore', book: book.value, proposalIds },
        letGo(proposalIds),
        t.panel.undo.broughtBack,
      );
    },
    snooze: async (proposals: readonly Proposal[], until: number) => {
      const intent: Intent = { type: 'snooze', book: book.value, proposalIds: ids(proposals), until };
      const done = t.panel.said.snoozed(until, Date.now());
      if ((await carryOut(intent, ids(proposals), done)).ok) offerBack('snoozed', proposals);
    },
    addGuest: async (proposal: Proposal, address: string, name?: string) => {
      const guest = { address, ...(name === undefined ? {} : { name }) };
      const intent: Intent = { type: 'add-guest', book: book.value, proposalId: proposal.id, ...guest };
      return (await carryOut(intent, [], t.meeting.added(address))).ok;
    },
    takeChange: async (proposal: Proposal) => {
      const proposalIds = [proposal.id];
      offer.value = null;
      await carryOut(
        { type: 'meeting-change', book: book.value, proposalIds, how: 'take' },
        proposalIds,
        t.meeting.change.taken(proposal.activity.subject || t.noSubject),
      );
    },
    leaveChange: async (proposal: Proposal) => {
      const proposalIds = [proposal.id];
      const intent: Intent = { type: 'meeting-change', book: book.value, proposalIds, how: 'leave' };
      if ((await carryOut(intent, proposalIds, t.meeting.change.left)).ok) offerBack('left', [proposal]);
    },
    undoChange: async (proposalIds: string[]) => {
      offer.value = null;
      await carryOut(
        { type: 'meeting-change', book: book.value, proposalIds, how: 'undo' },
        letGo(proposalIds),
        t.meeting.change.undone,
      );
    },
    logCall: async (call: CallNote, name: string) =>
      (await carryOut({ type: 'log-call', book: book.value, call }, [call.id], t.meeting.logCall.done(name)))
        .ok,
    neverLog: async (kind: 'address' | 'domain' | 'word', value: string) => {
      await carryOut({ type: 'never-log', book: book.value, kind, value }, [], t.panel.said.never(value));
    },
    showAnyway: async (tabId: number, messageIds: string[]) => {
      const intent: Intent = { type: 'show-anyway', book: book.value, tabId, ids: messageIds };
      return (await carryOut(intent, messageIds, t.panel.said.shown)).ok;
    },
    createContact: async (draft: ContactDraft) => {
      const intent: Intent = { type: 'create-contact', book: book.value, draft };
      return (await carryOut(intent, [draft.address], t.proposal.stranger.added(draft.name))).ok;
    },
    /** What the rep chose is stored, `done` is said. */
    chosen: async (intent: Extract<Intent, { type: 'correct' | 'forget-correction' }>, done: string) =>
      (await carryOut(intent, [], done)).ok,
    updateContact: async (change: ContactChange) => {
      const intent: Intent = { type: 'update-contact', book: book.value, change };
      await carryOut(intent, [changeId(change)], t.proposal.update.done(change.new));
    },
    declineUpdate: async (change: ContactChange) => {
      const intent: Intent = { type: 'decline-update', book: book.value, change };
      await carryOut(intent, [changeId(change)], t.proposal.update.declined(change.new));
    },
    /** The rep has done what they promised, or will not: nothing is to be done any more. */
    dropStep: async ({ id, text, dueDate }: PromisedStep) => {
      const intent = { type: 'edit', book: book.value, proposalId: id } as const;
      if ((await carryOut({ ...intent, edit: { nextStep: null } }, [id], t.popup.doneSaid)).ok)
        offerTaken(t.popup.doneSaid, { ...intent, edit: { nextStep: { text, due: dueDate } } });
    },
    /** The promise is for another day: nobody hears of it, and its task will be due then. */
    moveStep: async ({ id, text, dueDate }: PromisedStep, due: string) => {
      const intent = { type: 'edit', book: book.value, proposalId: id } as const;
      const done = t.popup.movedTo(form.calendarDay(due, Date.now()));
      if ((await carryOut({ ...intent, edit: { nextStep: { text, due } } }, [id], done)).ok)
        offerTaken(done, { ...intent, edit: { nextStep: { text, due: dueDate } } });
    },
    logAsIs: async (proposalId: string, subject: string) => {
      const intent = { book: book.value, proposalIds: [proposalId] };
      const done = t.panel.said.confirmed(subject || t.noSubject);
      if ((await carryOut({ type: 'confirm', ...intent }, [proposalId], done)).ok)
        offerTaken(t.panel.undo.logged(subject || t.noSubject), { type: 'undo', ...intent });
    },
    /** A meeting's notes can wait. */
    snoozeNotes: async (proposalId: string, until: number) => {
      const intent = { book: book.value, proposalIds: [proposalId] };
      const done = t.popup.snoozed(until, Date.now());
      if ((await carryOut({ type: 'snooze', ...intent, until }, [proposalId], done)).ok)
        offerTaken(done, { type: 'restore', ...intent });
    },
    followUpDone: async (kind: 'waiting' | 'task', id: string) => {
      const answer = await carryOut(
        { type: 'follow-up-done', book: book.value, kind, id },
        [id],
        t.popup.doneSaid,
      );
      // A task that is sent at once cannot be opened again.
      if (answer.ok && (kind === 'waiting' || (answer.undoUntil ?? 0) > Date.now()))
        offerTaken(t.popup.doneSaid, { type: 'follow-up-restore', book: book.value, kind, id });
    },
    rescheduleTask: async (taskId: string, dueDate: string, before: string) => {
      const intent = { type: 'reschedule-task', book: book.value, taskId } as const;
      const done = t.popup.movedTo(form.calendarDay(dueDate, Date.now()));
      if ((await carryOut({ ...intent, dueDate }, [taskId], done)).ok)
        offerTaken(done, { ...intent, dueDate: before });
    },
    /** Takes back what was done last to a row of the day's list. */
    takeBackFollowUp: async () => {
      const back = taken.value?.back;
      if (!back) return;
      taken.value = null;
      const named = ['id', 'taskId', 'proposalId', 'proposalIds'].flatMap((key) => Object(back)[key] ?? []);
      press(named, false);
      await carryOut(back, [], t.panel.undo.undone);
    },
    followUpSnooze: async (id: string, until: number) => {
      const done = t.popup.snoozed(until, Date.now());
      if ((await carryOut({ type: 'follow-up-snooze', book: book.value, id, until }, [id], done)).ok)
        offerTaken(done, { type: 'follow-up-restore', book: book.value, kind: 'waiting', id });
    },
    retry: async (outboxId: string) => {
      await carryOut({ type: 'retry', book: book.value, outboxId }, [outboxId], t.panel.said.retried);
    },
    giveUp: async (outboxId: string) => {
      await carryOut({ type: 'give-up', book: book.value, outboxId }, [outboxId], t.panel.said.givenUp);
    },
    /** Agrees to the reading of exactly these sites; `added`: what the new one is called. */
    readSites: async (sites: PageSite[], added: string) =>
      (await carryOut({ type: 'consent', sites: [...new Set(sites)] }, [], t.sites.said(added))).ok,
    reloadTab: async (tabId: number) => {
      await carryOut({ type: 'reload-tab', tabId }, [], '');
    },
    /** For the settings and welcome pages: the answer is shown where it was asked. */
    request: (intent: Intent) => untilAnswered(intent),
  };
}

/** A promise of the rep's: `id` is its proposal's. */
export interface PromisedStep {
  id: string;
  text: string;
  /** `YYYY-MM-DD` */
  dueDate: string;
}

/** What was done to a row of the day's list, in words, and what takes it back. */
export interface TakenFollowUp {
  what: string;
  back: Intent;
}

export type Commands = ReturnType<typeof createCommands>;
