import type { ReadonlySignal } from '@preact/signals';

export interface ListedGroupView {
  customer: string;
  threads: { threadId: string; subject: string; lastAt: number; lastFromMe: boolean; contact: string }[];
}

/** What the mailbox's list shows of known contacts; utils/view/listed.ts builds it. */
export interface ListedDoor {
  groups: ReadonlySignal<ListedGroupView[]>;
  propose(threadIds: string[]): Promise<boolean>;
}
