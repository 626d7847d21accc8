import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { quoteHtml, toHtml } from '@/utils/practice/blocks';
import { legacyHex } from '@/utils/practice/gmail-ids';
import {
  findThread,
  isDraft,
  type Mailbox,
  type PracticeMail,
  type PracticeThread,
  quoteOf,
} from '@/utils/practice/mailbox';
import { storeOnServer } from '@/utils/practice/server';
import { messageOperation, mutationRequest, openedOperation, type Wire } from '@/utils/practice/wire';

/** How long a sent mail can be taken back here, ms (Gmail: 5 to 30 s). */
const UNDO_WINDOW = 10_000;
/** When the page learns a sent message's legacy id, ms. */
const SYNCED_AFTER = 1_500;
const SAVE_PAUSE = 800;

const draftLabels = ['^all', '^r', '^r_bt'];
const sendLabels = ['^all', '^pfg', '^f_bt', '^f_btns', '^f_cl', '^i', '^u'];
const sentLabels = ['^all', '^f', '^f_bt', '^f_cl', '^i', '^o', '^sq_ig_i_personal'];

export interface Draft {
  thread: PracticeThread;
  id: string;
  text: string;
  saved: boolean;
}

export interface PracticeState {
  mailbox: Mailbox;
  /** Counts up whenever the mailbox changed. */
  revision: ReadonlySignal<number>;
  /** The thread on screen; null: the list. */
  open: ReadonlySignal<PracticeThread | null>;
  loading: ReadonlySignal<boolean>;
  /** Ids of the messages that are expanded. */
  expanded: ReadonlySignal<ReadonlySet<string>>;
  /** Ids of sent messages whose legacy id the page does not know yet, as in Gmail for a moment after sending. */
  unsynced: ReadonlySignal<ReadonlySet<string>>;
  draft: ReadonlySignal<Draft | null>;
  toast: ReadonlySignal<'sent' | 'undone' | null>;
  /** Follows the address: `#inbox` the list, `#inbox/<legacy id>` a thread. */
  follow(hash: string): void;
  expand(mailId: string): void;
  startReply(): void;
  type(text: string): void;
  discard(): void;
  send(): void;
  undo(): void;
}

/** The practice mailbox's behaviour. All its requests go through `XMLHttpRequest`, as Gmail's do. */
export function createPracticeState(mailbox: Mailbox): PracticeState {
  const revision = signal(0);
  const openId: Signal<string | null> = signal(null);
  const loading = signal(false);
  const expanded: Signal<ReadonlySet<string>> = signal(new Set());
  const unsynced: Signal<ReadonlySet<string>> = signal(new Set());
  const draft: Signal<Draft | null> = signal(null);
  const toast: Signal<'sent' | 'undone' | null> = signal(null);
  let sequence = 10;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let undoTimer: ReturnType<typeof setTimeout> | undefined;
  let lastSent: { thread: PracticeThread; mail: PracticeMail; text: string } | null = null;

  const changed = () => {
    revision.value += 1;
  };
  const mutate = (operation: Wire) => request('s', mutationRequest([operation]));

  /** Stores a state of the message and tells the server, as one `/i/s` operation. */
  const tellServer = (current: Draft, labels: string[]): PracticeMail => {
    const mail = mailOf(mailbox, current, labels, sequence);
    const firstSave = !current.thread.mails.some((other) => other.id === mail.id);
    const quoted = quotedIn(current);
    sequence += 1;
    void mutate(
      messageOperation(
        sequence,
        current.thread,
        mail,
        { own: toHtml(paragraphs(current.text)), quoted: quoted ? quoteHtml(quoted) : '' },
        firstSave,
      ),
    );
    storeOnServer(current.thread, { ...mail, legacyId: legacyHex(mail.sentAt, sequence) });
    return mail;
  };

  const openThread = async (thread: PracticeThread) => {
    openId.value = thread.id;
    loading.value = true;
    expanded.value = new Set(thread.mails.slice(-1).map((mail) => mail.id));
    await request('fd', [[[thread.id, 1]], 2]);
    loading.value = false;
    if (!thread.unread) return;
    thread.unread = false;
    changed();
    sequence += 1;
    void mutate(openedOperation(sequence, thread));
  };

  return {
    mailbox,
    revision,
    open: computed(() => {
      revision.value;
      return openId.value ? (findThread(mailbox, openId.value) ?? null) : null;
    }),
    loading,
    expanded,
    unsynced,
    draft,
    toast,
    follow(hash) {
      const id = /^#\w+\/([0-9a-f]{16})$/.exec(hash)?.[1];
      const thread = id ? findThread(mailbox, id) : undefined;
      if (thread) {
        void openThread(thread);
      } else {
        openId.value = null;
        loading.value = false;
        void request('bv', [[79, 50, null, 'in:inbox']]);
      }
    },
    expand(mailId) {
      expanded.value = new Set([...expanded.value, mailId]);
    },
    startReply() {
      const thread = openId.value ? findThread(mailbox, openId.value) : undefined;
      if (!thread) return;
      draft.value = { thread, id: `msg-a:r-${Date.now()}${sequence}`, text: '', saved: false };
    },
    type(text) {
      if (!draft.value) return;
      draft.value = { ...draft.value, text, saved: false };
      clearTimeout(saveTimer);
      saveTimer = setTimeout(() => {
        if (!draft.value || draft.value.text.trim() === '') return;
        tellServer(draft.value, draftLabels);
        draft.value = { ...draft.value, saved: true };
      }, SAVE_PAUSE);
    },
    discard() {
      const current = draft.value;
      clearTimeout(saveTimer);
      draft.value = null;
      if (current) current.thread.mails = current.thread.mails.filter((mail) => mail.id !== current.id);
      changed();
    },
    send() {
      const current = draft.value;
      if (!current || current.text.trim() === '') return;
      clearTimeout(saveTimer);
      const mail = tellServer(current, sendLabels);
      lastSent = { thread: current.thread, mail, text: current.text };
      draft.value = null;
      expanded.value = new Set([...expanded.value, mail.id]);
      unsynced.value = new Set([...unsynced.value, mail.id]);
      changed();
      setTimeout(() => {
        const there = current.thread.mails.find((other) => other.id === mail.id);
        if (there && !isDraft(there)) there.labels = sentLabels;
        unsynced.value = new Set([...unsynced.value].filter((id) => id !== mail.id));
        changed();
      }, SYNCED_AFTER);
      toast.value = 'sent';
      clearTimeout(undoTimer);
      undoTimer = setTimeout(() => {
        toast.value = null;
        lastSent = null;
      }, UNDO_WINDOW);
    },
    undo() {
      if (!lastSent) return;
      const { thread, mail, text } = lastSent;
      clearTimeout(undoTimer);
      lastSent = null;
      const again: Draft = { thread, id: mail.id, text, saved: true };
      tellServer(again, draftLabels);
      draft.value = again;
      toast.value = 'undone';
      undoTimer = setTimeout(() => {
        toast.value = null;
      }, UNDO_WINDOW);
      changed();
    },
  };
}

/** What is written so far, as a message of its thread. */
function mailOf(mailbox: Mailbox, draft: Draft, labels: string[], serial: number): PracticeMail {
  const now = Date.now();
  const last = otherMails(draft).at(-1);
  const everybody = last ? [last.from, ...last.to, ...last.cc] : [];
  const others = everybody.filter(
    (person, index) =>
      person.address !== mailbox.me.address &&
      everybody.findIndex((earlier) => earlier.address === person.address) === index,
  );
  const quoted = quotedIn(draft);
  return {
    id: draft.id,
    legacyId: legacyHex(now, serial),
    rfcId: `<${now.toString(36)}.${serial}@mail.${mailbox.me.address.split('@')[1]}>`,
    from: mailbox.me,
    to: others.slice(0, 1),
    cc: others.slice(1),
    sentAt: now,
    subject: draft.thread.subject.startsWith('Re: ') ? draft.thread.subject : `Re: ${draft.thread.subject}`,
    blocks: [...paragraphs(draft.text), ...(quoted ? [quoted] : [])],
    labels,
    attachments: [],
  };
}

const otherMails = (draft: Draft) => draft.thread.mails.filter((mail) => mail.id !== draft.id);

function quotedIn(draft: Draft) {
  const last = otherMails(draft).at(-1);
  return last ? quoteOf(last) : null;
}

const paragraphs = (text: string) => text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');

/** Asks the (double of the) server; the answer itself is read by whoever listens, the page shows its own state. */
function request(endpoint: 's' | 'fd' | 'bv', body: Wire): Promise<void> {
  return new Promise((done) => {
    const xhr = new XMLHttpRequest();
    xhr.addEventListener('loadend', () => done());
    xhr.open('POST', `/sync/u/0/i/${endpoint}?hl=en&c=1&rt=r&pt=ji`);
    xhr.setRequestHeader('Content-Type', 'application/json');
    xhr.send(JSON.stringify(body));
  });
}
