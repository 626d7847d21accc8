import type { ReadonlySignal } from '@preact/signals';
import type { IntentAnswer } from '@/utils/model/messages';
import type { PracticeTask } from '@/utils/model/practice';

/** What stands around the invented mailbox and calendar; utils/view/practice-state.ts builds it. */
export interface PracticeDesk {
  /** What was done so far; null until it is known. */
  done: ReadonlySignal<readonly PracticeTask[] | null>;
  /** What was done a moment ago, for whoever hears the page. */
  said: ReadonlySignal<string>;
  /** Why practice cannot begin. */
  problem: ReadonlySignal<Extract<IntentAnswer, { ok: false }>['problem'] | null>;
  leaving: ReadonlySignal<boolean>;
  /** The three in the press itself: browsers open panels and popups only there. */
  openPanel(): void;
  openDay(): void;
  leave(): void;
  ownMail(): void;
}
