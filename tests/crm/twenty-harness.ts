import type { LedgerDoor } from '@/utils/crm/http';
import { noteIdsOf } from '@/utils/crm/twenty/note-ids';
import { twenty } from '@/utils/crm/twenty/twenty';
import type { Harness } from './contract';
import { fakeHttp, silentLedger } from './fake-session';
import { type FakeTwenty, fakeTwenty } from './fakes/twenty';
import { timesOf, wordsOf } from './twenty-words';

export function twentyHttp(server: FakeTwenty, ledger: LedgerDoor = silentLedger) {
  return fakeHttp(server, [`${server.origin}/*`], ledger);
}

/** A contract harness on a fake Twenty. `renamed`: the columns of 1.17. */
export function twentyHarness(renamed = false): Harness & { server: FakeTwenty; member: string } {
  const server = fakeTwenty({ renamed });
  const { tables } = server;
  const [rita] = tables.insert('workspaceMember', [
    { name: { firstName: 'Rita', lastName: 'Rep' }, userEmail: 'rita@own.example' },
    { name: { firstName: 'Max', lastName: 'Mate' }, userEmail: 'max@own.example' },
  ]);
  const member = rita?.id ?? '';
  const session = (email: string, key = server.key) =>
    twenty.connect({ url: server.origin, key, email }, twentyHttp(server));
  return {
    server,
    member,
    run: 'kunde',
    session: () => session('rita@own.example'),
    colleague: () => session('max@own.example'),
    signedOut: () => session('rita@own.example', 'wrong'),
    trouble: server.trouble,
    checksTargets: true,
    scopes: twenty.scopes,
    count: async (entry) => {
      const ids = await noteIdsOf(entry);
      return [...tables.table('note').values()].filter(({ id, deletedAt }) => !deletedAt && ids.includes(id))
        .length;
    },
    read: async (remoteId) => {
      const note = tables.existing('note', remoteId);
      const body = wordsOf((note.bodyV2 as { blocknote: string }).blocknote);
      return { subject: String(note.title), body, html: false, ...timesOf(body) };
    },
    row: async (id) => tables.existing('note', id),
    renameContact: async (id, name) => {
      const [firstName = '', ...last] = name.split(' ');
      tables.update('person', id, { name: { firstName, lastName: last.join(' ') } });
    },
    deleteContact: async (id) => {
      tables.trash('person', id);
    },
    addTask: async (title, dueDate, contactId) => {
      const [year = 0, month = 1, day = 1] = dueDate.split('-').map(Number);
      const dueAt = new Date(year, month - 1, day, 9).toISOString();
      const [task] = tables.insert('task', [{ title, status: 'TODO', dueAt, assigneeId: member }]);
      tables.insert('taskTarget', [{ taskId: task?.id, [tables.targets.person]: contactId }]);
      return task?.id ?? '';
    },
  };
}
