import type { DBCore, DBCoreTable } from 'dexie';
import type { Database } from '@/utils/store/database';

/** How much was read since `reset`, by table: rows with their values, index entries counted or keyed, and requests. */
export interface Reads {
  rows: Record<string, number>;
  keys: Record<string, number>;
  reset(): void;
}

/** Counts what is read from this database: rows and not milliseconds, which a busy machine makes as it likes. */
export function countReads(db: Database): Reads {
  const reads: Reads = {
    rows: {},
    keys: {},
    reset() {
      reads.rows = {};
      reads.keys = {};
    },
  };
  const add = (what: 'rows' | 'keys', table: string, by: number) => {
    reads[what][table] = (reads[what][table] ?? 0) + by;
  };
  db.use({
    stack: 'dbcore',
    name: 'count-reads',
    create: (core: DBCore): DBCore => ({
      ...core,
      table(name) {
        const table: DBCoreTable = core.table(name);
        return {
          ...table,
          get: (request) => {
            add('rows', name, 1);
            return table.get(request);
          },
          getMany: (request) => {
            add('rows', name, request.keys.length);
            return table.getMany(request);
          },
          // No `await` of our own: Dexie follows its promises to the transaction that they belong to.
          query: (request) =>
            table.query(request).then((answer) => {
              add(request.values ? 'rows' : 'keys', name, answer.result.length);
              return answer;
            }),
          count: (request) =>
            table.count(request).then((counted) => {
              add('keys', name, counted);
              return counted;
            }),
          openCursor: (request) =>
            table.openCursor(request).then((cursor) => {
              if (!cursor) return cursor;
              const { start } = cursor;
              return Object.create(cursor, {
                start: {
                  value: (each: () => void) =>
                    start.call(cursor, () => {
                      add(request.values ? 'rows' : 'keys', name, 1);
                      each();
                    }),
                },
              });
            }),
        };
      },
    }),
  });
  return reads;
}
