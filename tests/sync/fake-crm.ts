import type { ActivityToLog, CrmSession, Found, Logged } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Activity, ActivityKind } from '@/utils/model/activity';
import type { Company, Contact, ContactChange, LoggedActivity, Task } from '@/utils/model/contact';
import type { Fault } from '@/utils/model/outbox';

export interface CrmRecord {
  id: string;
  aliases: string[];
  activity: Activity;
  by: 'us' | 'colleague';
}

/** What goes wrong with one request. `late`: the worker hears nothing, and the CRM acts on it only afterwards. */
export type Trouble =
  | 'none'
  | 'lose-answer'
  | 'commit-then-fail'
  | 'slow-down'
  | 'offline'
  | 'refused'
  | 'not-understood'
  | 'kill-before'
  | 'kill-after'
  | 'late';

function fieldOf({ field, new: value }: ContactChange): Partial<Contact> {
  return field === 'title' ? { title: value } : { phones: [value] };
}

/**
 * A CRM that does what real ones do on a bad day. It has no unique key: whoever logs twice has two records. Its answers
 * take turns to come, so that other workers get theirs in between.
 */
export class FakeCrm {
  readonly records = new Map<string, CrmRecord>();
  readonly contacts = new Map<string, Contact>();
  readonly companies = new Map<string, Company>();
  readonly tasks = new Map<string, Task>();
  /** Task's id to the key that it was created under. */
  readonly taskKeys = new Map<string, string>();
  readonly logged: LoggedActivity[] = [];
  readonly asked: string[] = [];
  kinds: readonly ActivityKind[] = ['email', 'meeting', 'call'];
  signedOut = false;
  /** Finds nothing, ever: what a drain sees that does not ask. */
  blind = false;
  /** Says of what was handed over which record stays, and removes the rep's later ones. */
  looksBack = false;
  /** Takes no activity that stands on nobody. */
  refuseWithoutContact = false;
  /** Decides what goes wrong with the next request. */
  trouble: (what: string) => Trouble = () => 'none';
  /** Waits while a request is on its way. */
  travel: () => Promise<void> = async () => {};
  /** Called where the worker dies. */
  kill: (worker: string) => void = () => {};
  /** What the CRM does later, in spite of the silence. */
  later: (() => void)[] = [];
  #next = 1;

  put(entry: Pick<ActivityToLog, 'aliases' | 'activity'>, by: CrmRecord['by'] = 'us'): string {
    const id = `r${this.#next++}`;
    this.records.set(id, { id, aliases: entry.aliases, activity: entry.activity, by });
    return id;
  }

  find(aliases: string[]): CrmRecord | undefined {
    return [...this.records.values()].find((record) =>
      record.aliases.some((alias) => aliases.includes(alias)),
    );
  }

  #firstOfEach(entries: ActivityToLog[]): Map<string, Logged> {
    const kept = new Map<string, Logged>();
    for (const { key, aliases } of entries) {
      const [first, ...later] = [...this.records.values()]
        .filter((record) => record.aliases.some((alias) => aliases.includes(alias)))
        .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
      for (const { id, by } of later) if (by === 'us') this.records.delete(id);
      if (first) kept.set(key, { remoteId: first.id, created: first.by === 'us' });
    }
    return kept;
  }

  /** A session as one worker holds it. */
  session(worker = 'worker', alive: () => boolean = () => true): CrmSession {
    const request = async <T>(what: string, act: () => T): Promise<T> => {
      if (!alive()) return new Promise(() => {});
      this.asked.push(what);
      const trouble = this.trouble(what);
      await this.travel();
      if (this.signedOut) throw new CrmFault({ kind: 'signed-out' });
      const faults: Partial<Record<Trouble, Fault>> = {
        'slow-down': { kind: 'slow-down' },
        offline: { kind: 'offline' },
        refused: { kind: 'refused', reason: 'no' },
      };
      const fault = faults[trouble];
      if (fault) throw new CrmFault(fault);
      if (trouble === 'kill-before' || trouble === 'late') {
        if (trouble === 'late') this.later.push(act);
        this.kill(worker);
        return new Promise(() => {});
      }
      const answer = act();
      await this.travel();
      if (trouble === 'kill-after') {
        this.kill(worker);
        return new Promise(() => {});
      }
      if (trouble === 'lose-answer') throw new CrmFault({ kind: 'offline' });
      if (trouble === 'commit-then-fail') throw new CrmFault({ kind: 'slow-down' });
      if (trouble === 'not-understood') throw new CrmFault({ kind: 'not-understood', step: what });
      return answer;
    };
    const all = <T>(items: Iterable<T>) => ({ items: [...items], gone: [], cursor: 'now', complete: true });
    return {
      whoAmI: async () => ({ account: 'fake|crm.example|sales', userName: 'Rosa Rep' }),
      contacts: {
        changedSince: () => request('contacts', () => all(this.contacts.values())),
        update: (change) =>
          request('update-contact', () => {
            const there = this.contacts.get(change.contactId);
            if (!there) throw new CrmFault({ kind: 'gone' });
            this.contacts.set(there.id, { ...there, ...fieldOf(change) });
          }),
        create: (draft) =>
          request('create-contact', (): Logged => {
            const there = [...this.contacts.values()].find(({ addresses }) =>
              addresses.includes(draft.address),
            );
            if (there) return { remoteId: there.id, created: false };
            const id = `c${this.#next++}`;
            const { name, address } = draft;
            this.contacts.set(id, {
              id,
              name,
              addresses: [address],
              phones: [],
              updatedAt: 1_700_000_000_000,
            });
            return { remoteId: id, created: true };
          }),
      },
      companies: { changedSince: () => request('companies', () => all(this.companies.values())) },
      activities: {
        kinds: this.kinds,
        batch: { find: 4, log: 2 },
        findByAliases: (entries) =>
          request('find', (): Found => {
            const found: Found = new Map();
            for (const entry of entries) {
              const record = this.blind ? undefined : this.find(entry.aliases);
              if (record) found.set(entry.key, record.id);
            }
            return found;
          }),
        ...(this.looksBack
          ? { readBack: (entries: ActivityToLog[]) => request('read-back', () => this.#firstOfEach(entries)) }
          : {}),
        log: (entries) =>
          request('log', () =>
            entries.map((entry): Logged | { fault: Fault } =>
              this.refuseWithoutContact && entry.activity.contactIds.length === 0
                ? { fault: { kind: 'refused', reason: 'no-contact', field: 'contactIds' } }
                : { remoteId: this.put(entry), created: true },
            ),
          ),
        update: (remoteId, { activity }) =>
          request('update', () => {
            const there = this.records.get(remoteId);
            if (!there) throw new CrmFault({ kind: 'gone' });
            this.records.set(remoteId, { ...there, activity });
          }),
        remove: (remoteId) => request('remove', () => void this.records.delete(remoteId)),
        changedSince: () => request('activities', () => all(this.logged)),
      },
      tasks: {
        changedSince: () => request('tasks', () => all(this.tasks.values())),
        complete: (taskId) =>
          request('complete-task', () => {
            const task = this.tasks.get(taskId);
            if (task) this.tasks.set(taskId, { ...task, done: true });
          }),
        reschedule: (taskId, dueDate) =>
          request('reschedule-task', () => {
            const task = this.tasks.get(taskId);
            if (!task) throw new CrmFault({ kind: 'gone' });
            this.tasks.set(taskId, { ...task, dueDate });
          }),
        find: (_draft, key) =>
          request('find-task', () => {
            const there = [...this.taskKeys].find(([id, own]) => own === key && this.tasks.has(id));
            return this.blind || !there ? null : there[0];
          }),
        create: ({ title, dueDate, contactIds }, key) =>
          request('create-task', (): Logged => {
            const id = `t${this.#next++}`;
            const due = dueDate === undefined ? {} : { dueDate };
            this.tasks.set(id, { id, title, ...due, done: false, contactIds, updatedAt: 1_700_000_000_000 });
            this.taskKeys.set(id, key);
            return { remoteId: id, created: true };
          }),
        remove: (taskId) => request('remove-task', () => void this.tasks.delete(taskId)),
      },
      linkTo: () => null,
    };
  }
}
