import type { ReadonlySignal } from '@preact/signals';
import type { CallActions } from '@/components/panel/panel-props';
import type { FollowUp } from '@/utils/model/follow-up';
import type { Book } from '@/utils/model/messages';

export type Waiting = Extract<FollowUp, { kind: 'waiting' }>;
export type Promised = Extract<FollowUp, { kind: 'promise' }>;
export type Quiet = Extract<FollowUp, { kind: 'quiet' }>;
export type NotesMissing = Extract<FollowUp, { kind: 'notes' }>;
export type DueTask = Extract<FollowUp, { kind: 'task' }>;

/** As much of one kind as is read. `atLeast`: there are `total` and may be more. */
export interface Part<Row> {
  rows: Row[];
  total: number;
  atLeast: boolean;
}

/** What the popup shows; utils/view builds it. */
export interface PopupModel {
  now: ReadonlySignal<number>;
  book: ReadonlySignal<Book>;
  phase: ReadonlySignal<'loading' | 'broken' | 'no-consent' | 'ready'>;
  waiting: ReadonlySignal<Part<Waiting>>;
  promises: ReadonlySignal<Part<Promised>>;
  tasks: ReadonlySignal<Part<DueTask>>;
  notes: ReadonlySignal<Part<NotesMissing>>;
  quiet: ReadonlySignal<Part<Quiet>>;
  showMore(part: 'waiting' | 'promises' | 'tasks' | 'notes' | 'quiet'): void;
  /** One working day, ms. */
  workday: ReadonlySignal<number>;
  /** What was done last and can be taken back. */
  taken: ReadonlySignal<{ what: string } | null>;
  proposals: ReadonlySignal<number>;
  pending: ReadonlySignal<ReadonlySet<string>>;
  said: ReadonlySignal<string>;
  /** The worker does not answer, so that nothing pressed is done yet. */
  unreachable: ReadonlySignal<number>;
}

export interface PopupActions extends CallActions {
  followUpDone(kind: 'waiting' | 'task', id: string): Promise<void>;
  /** The promise is kept or dropped: nothing is to be done any more. */
  dropStep(promise: Promised): Promise<void>;
  moveStep(promise: Promised, due: string): Promise<void>;
  /** Logged as it stands, without notes. */
  logAsIs(proposalId: string, subject: string): Promise<void>;
  snoozeNotes(proposalId: string, until: number): Promise<void>;
  followUpSnooze(id: string, until: number): Promise<void>;
  rescheduleTask(taskId: string, dueDate: string, before: string): Promise<void>;
  takeBackFollowUp(): Promise<void>;
  rescheduleDays(now: number): { id: 'tomorrow' | 'inThreeDays' | 'nextWeek' | 'inTwoWeeks'; day: string }[];
  /** Null where there is no number that can be dialled. */
  telLink(phone: string | undefined): string | null;
  keys: { enabled(): boolean; enable(on: boolean): void };
  snoozeTimes(now: number): { id: 'laterToday' | 'tomorrow' | 'nextWeek'; at: number }[];
  /** Null where this thread's address must not be opened. */
  threadLink(url: string): string | null;
  openThread(url: string): void;
  /** In the press itself: browsers open a panel only there. */
  openPanel(): void;
  openPage(page: 'welcome' | 'options' | 'practice'): void;
}
