import type { LedgerDoor } from '@/utils/crm/http';
import { readMarks, standsFor } from '@/utils/crm/marked-note';
import { pipedrive } from '@/utils/crm/pipedrive/pipedrive';
import type { Harness } from './contract';
import { fakeHttp, silentLedger } from './fake-session';
import { type FakePipedrive, fakePipedrive } from './fakes/pipedrive';

export const rep = { token: 'token-of-rita', email: 'rita@own.example', name: 'Rita Rep' };
export const mate = { token: 'token-of-max', email: 'max@own.example', name: 'Max Mate' };

export function pipedriveHttp(server: FakePipedrive, ledger: LedgerDoor = silentLedger) {
  return fakeHttp(server, [`${server.origin}/*`], ledger);
}

/** A contract harness on a fake Pipedrive whose search index never catches up by itself. */
export function pipedriveHarness(): Harness & { server: FakePipedrive; owner: number } {
  const server = fakePipedrive();
  const owner = server.addUser(rep);
  server.addUser(mate);
  const session = (token: string) => pipedrive.connect({ company: 'acme', token }, pipedriveHttp(server));
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    server,
    owner,
    run: 'kunde',
    session: () => session(rep.token),
    colleague: () => session(mate.token),
    signedOut: () => session('wrong'),
    trouble: server.trouble,
    checksTargets: true,
    scopes: pipedrive.scopes,
    count: async (entry) =>
      [...server.tables.activities.values()].filter(
        (row) => !row.is_deleted && standsFor(readMarks(text(row.note)), entry),
      ).length,
    read: async (remoteId) => {
      const row = server.tables.activities.get(Number(remoteId))!;
      const at = Date.parse(`${row.due_date}T${row.due_time}Z`);
      const [hours = 0, minutes = 0] = text(row.duration).split(':').map(Number);
      return {
        subject: text(row.subject),
        body: text(row.note),
        at,
        html: true,
        ...(row.type === 'meeting' ? { endsAt: at + (hours * 60 + minutes) * 60_000 } : {}),
      };
    },
    row: async (id) => ({ ...server.tables.activities.get(Number(id)) }),
    renameContact: async (id, name) => server.write('persons', Number(id), { name }),
    deleteContact: async (id) => server.write('persons', Number(id), { is_deleted: true }),
    addTask: async (title, dueDate, contactId) =>
      String(
        server.insert('activities', {
          subject: title,
          type: 'task',
          done: false,
          due_date: dueDate,
          owner_id: owner,
          participants: [{ person_id: Number(contactId), primary: true }],
        }).id,
      ),
    watched: async () => {
      const before = server.told.length;
      return async () => server.told.length - before;
    },
  };
}
