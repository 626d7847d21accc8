import { twentyAddress, twentyPattern } from '@/utils/crm/twenty/address';
import { listOf, Row } from '@/utils/crm/twenty/answers';
import { twenty } from '@/utils/crm/twenty/twenty';
import { openWire, type Wire } from '@/utils/crm/twenty/wire';
import { z } from '@/utils/model/zod';
import { timesOf, wordsOf } from '../../tests/crm/twenty-words';
import type { MakeLive } from './live';
import { openProxy } from './proxy';
import { proxied, unledgered } from './unledgered';

const writes = (_: string, body: string): boolean => body.startsWith('{"query":"mutation');

const notes = z.object({ notes: listOf(Row) });
const members = z.object({ workspaceMembers: listOf(Row) });
const body = z.object({
  notes: listOf(z.object({ id: z.string(), title: z.string(), bodyV2: z.object({ blocknote: z.string() }) })),
});

export const makeLiveTwenty: MakeLive = async (settings, run) => {
  const { api } = twentyAddress(settings.url ?? '');
  const proxy = await openProxy(api, writes);
  const session = (change: Record<string, string> = {}) =>
    twenty.connect({ ...settings, ...change, url: proxy.origin }, proxied);
  // Behind the connector's back: the same server without the proxy.
  const direct = openWire(api, settings.key ?? '', unledgered([twentyPattern(settings.url ?? '')]));
  const tasks: string[] = [];

  return {
    notes: [],
    harness: {
      run,
      session: () => session(),
      colleague: () =>
        session({
          ...(settings.colleagueKey ? { key: settings.colleagueKey } : {}),
          ...(settings.colleagueEmail ? { email: settings.colleagueEmail } : {}),
        }),
      signedOut: () => session({ key: `${settings.key}x` }),
      trouble: proxy.trouble,
      checksTargets: true,
      scopes: twenty.scopes,
      count: async (entry) => {
        const answer = await direct.ask({
          step: 'count',
          purpose: 'find',
          query: 'query Count($filter: NoteFilterInput) { notes(filter: $filter) { edges { node { id } } } }',
          variables: { filter: { title: { eq: entry.activity.subject } } },
          answer: notes,
        });
        return answer.notes.edges.length;
      },
      read: async (remoteId) => {
        const answer = await direct.ask({
          step: 'read',
          purpose: 'find',
          query:
            'query Read($filter: NoteFilterInput) { notes(filter: $filter) { edges { node { id title bodyV2 { blocknote } } } } }',
          variables: { filter: { id: { eq: remoteId } } },
          answer: body,
        });
        const note = answer.notes.edges[0]?.node;
        const words = wordsOf(note?.bodyV2.blocknote ?? '[]');
        return { subject: note?.title ?? '', body: words, html: false, ...timesOf(words) };
      },
      row: async (id, names) => {
        const answer = await direct.ask({
          step: 'row',
          purpose: 'find',
          query: `query Row($filter: NoteFilterInput) { notes(filter: $filter) { edges { node { ${names.join(' ')} } } } }`,
          variables: { filter: { id: { eq: id } } },
          answer: z.object({ notes: listOf(z.record(z.string(), z.unknown())) }),
        });
        return answer.notes.edges[0]?.node ?? {};
      },
      renameContact: async (id, name) => {
        const [firstName = '', ...last] = name.split(' ');
        const data = { name: { firstName, lastName: last.join(' ') } };
        await change(direct, 'updatePerson', 'PersonUpdateInput', { id, data });
      },
      deleteContact: async (id) => {
        await direct.ask({
          step: 'trash',
          purpose: 'remove',
          query: 'mutation Trash($id: UUID!) { deletePerson(id: $id) { id } }',
          variables: { id },
          answer: z.unknown(),
        });
      },
      addTask: async (title, dueDate, contactId) => {
        const [year = 0, month = 1, day = 1] = dueDate.split('-').map(Number);
        const dueAt = new Date(year, month - 1, day, 9).toISOString();
        const assigneeId = await member(direct, settings.email ?? '');
        const id = crypto.randomUUID();
        tasks.push(id);
        const { person } = await direct.targets();
        await create(direct, 'createTask', 'TaskCreateInput', {
          id,
          title,
          status: 'TODO',
          dueAt,
          assigneeId,
        });
        await create(direct, 'createTaskTarget', 'TaskTargetCreateInput', {
          taskId: id,
          [person]: contactId,
        });
        return id;
      },
    },
    cleanUp: async () => {
      proxy.trouble.calm();
      await removeEverything(direct, run, tasks);
      await proxy.close();
    },
  };
};

async function member(wire: Wire, address: string): Promise<string | undefined> {
  const answer = await wire.ask({
    step: 'member',
    purpose: 'find',
    query:
      'query Member($filter: WorkspaceMemberFilterInput) { workspaceMembers(filter: $filter) { edges { node { id } } } }',
    variables: { filter: address === '' ? {} : { userEmail: { eq: address } } },
    answer: members,
  });
  return answer.workspaceMembers.edges[0]?.node.id;
}

async function create(wire: Wire, field: string, type: string, data: unknown): Promise<void> {
  await wire.ask({
    step: field,
    purpose: 'task',
    query: `mutation Create($data: ${type}!) { ${field}(data: $data) { id } }`,
    variables: { data },
    answer: z.unknown(),
  });
}

async function change(
  wire: Wire,
  field: string,
  type: string,
  variables: Record<string, unknown>,
): Promise<void> {
  await wire.ask({
    step: field,
    purpose: 'find',
    query: `mutation Change($id: UUID!, $data: ${type}!) { ${field}(id: $id, data: $data) { id } }`,
    variables,
    answer: z.unknown(),
  });
}

/** What a run makes bears its name in an address or a website; its tasks hang on its people. */
async function removeEverything(wire: Wire, run: string, tasks: string[]): Promise<void> {
  const either = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };
  const mine = {
    notes: { bodyV2: { blocknote: { ilike: `%${run}%` } } },
    people: { emails: { primaryEmail: { ilike: `%${run}%` } } },
    companies: { domainName: { primaryLinkUrl: { ilike: `%${run}%` } } },
  };
  const types = { notes: 'Note', people: 'Person', companies: 'Company' } as const;
  const find = async (list: keyof typeof mine): Promise<string[]> => {
    const answer = await wire.ask({
      step: `${list} of the run`,
      purpose: 'find',
      query: `query Mine($filter: ${types[list]}FilterInput) { list: ${list}(filter: $filter, first: 60) { edges { node { id } } } }`,
      variables: { filter: { and: [mine[list], either] } },
      answer: z.object({ list: listOf(Row) }),
    });
    return answer.list.edges.map(({ node }) => node.id);
  };
  const destroy = (list: 'tasks' | keyof typeof mine, ids: string[]) =>
    wire.ask({
      step: `destroy ${list}`,
      purpose: 'remove',
      query: `mutation Destroy($filter: ${list === 'tasks' ? 'Task' : types[list]}FilterInput!) { gone: destroy${list[0]?.toUpperCase()}${list.slice(1)}(filter: $filter) { id } }`,
      variables: { filter: { and: [{ id: { in: ids } }, either] } },
      answer: z.unknown(),
    });
  const { person } = await wire.targets();
  const people = await find('people');
  if (people.length > 0) {
    const answer = await wire.ask({
      step: 'tasks of the run',
      purpose: 'find',
      query:
        'query Tasks($filter: TaskTargetFilterInput) { list: taskTargets(filter: $filter) { edges { node { taskId } } } }',
      variables: { filter: { [person]: { in: people } } },
      answer: z.object({ list: listOf(z.object({ taskId: z.nullish(z.string()) })) }),
    });
    tasks.push(...answer.list.edges.flatMap(({ node }) => node.taskId ?? []));
  }
  if (tasks.length > 0) await destroy('tasks', tasks);
  for (const list of ['notes', 'people', 'companies'] as const) {
    for (let ids = await find(list); ids.length > 0; ids = await find(list)) await destroy(list, ids);
  }
}
