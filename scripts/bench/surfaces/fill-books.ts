import type { Worker } from '@playwright/test';

export interface Books {
  /** So many invented contacts, in 20,000 companies. */
  contacts: number;
  /** Rows by table. */
  rows: Record<string, object[]>;
}

/** Writes straight into the store of a browser, in pieces that one transaction bears. */
export async function fillBooks(worker: Worker, { contacts, rows }: Books): Promise<void> {
  const crm = 'notebook|local|notebook';
  // What compiles TypeScript for us wraps functions with a name-keeping helper, which browsers do not have.
  await worker.evaluate('globalThis.__name ??= (named) => named');
  await worker.evaluate(
    async (wanted) => {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open('sidelog');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      const put = (table: string, list: object[]) =>
        new Promise<void>((done, failed) => {
          const writing = database.transaction(table, 'readwrite');
          for (const row of list) writing.objectStore(table).put(row);
          writing.oncomplete = () => done();
          writing.onerror = () => failed(writing.error);
        });
      for (const [table, list] of Object.entries(wanted.rows)) await put(table, list);
      const first = ['anna', 'tobias', 'yuki', 'maria', 'chidi', 'ines', 'omar', 'lena', 'paul', 'rosa'];
      const last = ['berger', 'kruger', 'sato', 'okafor', 'vogt', 'haas', 'lund', 'weber', 'silva', 'moreau'];
      for (let from = 0; from < wanted.contacts; from += 5000)
        await put(
          'contacts',
          Array.from({ length: Math.min(5000, wanted.contacts - from) }, (_, n) => {
            const at = from + n;
            const [a, b] = [first[at % 10], `${last[Math.floor(at / 10) % 10]}${Math.floor(at / 100)}`];
            const [name, company] = [`${a} ${b}`, `company ${at % 20_000}`];
            const address = `${a}.${b}@company${at % 20_000}.example`;
            const words = [name, `${b} ${a}`, company, address];
            const row = { crm: wanted.crm, id: `bulk-${at}`, name, addresses: [address], phones: [] };
            return { ...row, lookup: [address], words, updatedAt: 1 };
          }),
        );
      database.close();
    },
    { contacts, rows, crm },
  );
}
