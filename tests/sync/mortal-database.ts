import Dexie, { type DBCore, type DBCoreTable, type DBCoreTransaction } from 'dexie';
import { Database } from '@/utils/store/database';

/**
 * A database as one worker sees it, and which dies with its worker: transactions that are open are rolled back, and
 * whatever is asked afterwards fails, at whatever await that happens. (Never answering would be truer, but leaves
 * Dexie's zones entangled for the other workers of this one process.)
 */
export class MortalDatabase {
  readonly db: Database;
  dead = false;
  readonly death: Promise<void>;
  #dies: () => void = () => {};
  #open = new Set<DBCoreTransaction>();
  /** Dies after this many database operations; undefined: not by itself. */
  killAfter: number | undefined;

  constructor(name: string) {
    this.death = new Promise((resolve) => {
      this.#dies = resolve;
    });
    this.db = new Database(name);
    this.db.use({ stack: 'dbcore', name: 'mortal', create: (down) => this.#wrap(down) });
  }

  kill(): void {
    if (this.dead) return;
    this.dead = true;
    Dexie.ignoreTransaction(() => {
      for (const transaction of this.#open) {
        try {
          transaction.abort();
        } catch {
          // It was over already.
        }
      }
    });
    // In a turn of its own: whoever waits for the death must not go on inside the dead transaction's zone.
    setImmediate(() => this.#dies());
  }

  #wrap(down: DBCore): DBCore {
    return {
      ...down,
      transaction: (stores, mode, options) => {
        const transaction = down.transaction(stores, mode, options);
        this.#open.add(transaction);
        return transaction;
      },
      table: (name) => this.#wrapTable(down.table(name)),
    };
  }

  #wrapTable(table: DBCoreTable): DBCoreTable {
    const guard =
      <Asked, Answer>(run: (asked: Asked) => Promise<Answer>) =>
      (asked: Asked): Promise<Answer> => {
        if (this.killAfter !== undefined) {
          this.killAfter -= 1;
          if (this.killAfter < 0) this.kill();
        }
        return this.dead ? Promise.reject(new DOMException('The worker is dead', 'AbortError')) : run(asked);
      };
    return {
      ...table,
      mutate: guard((asked) => table.mutate(asked)),
      get: guard((asked) => table.get(asked)),
      getMany: guard((asked) => table.getMany(asked)),
      query: guard((asked) => table.query(asked)),
      openCursor: guard((asked) => table.openCursor(asked)),
      count: guard((asked) => table.count(asked)),
    };
  }
}
