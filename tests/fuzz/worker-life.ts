import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type DBCoreTransaction,
} from 'dexie';

/** The disk that all workers of one browser share. */
export interface Disk {
  /** Nothing can be added or changed; deleting works. */
  full: boolean;
  /** Told of each time when it was. */
  refused?: () => void;
}

/**
 * The life of one worker. Its databases die with it: transactions that are open are rolled back, and whatever is asked
 * afterwards fails, at whatever await that happens. (Never answering would be truer, but leaves Dexie's zones entangled
 * for the other workers of this one process.)
 */
export class WorkerLife {
  dead = false;
  readonly death: Promise<void>;
  /** Dies after this many database operations; undefined: not by itself. */
  killAfter: number | undefined;
  readonly #disk: Disk;
  readonly #died: () => void;
  #dies: () => void = () => {};
  #open = new Set<DBCoreTransaction>();
  readonly #databases: Dexie[] = [];

  readonly name: string;

  constructor(name: string, disk: Disk, died: () => void = () => {}) {
    this.name = name;
    this.#disk = disk;
    this.#died = died;
    this.death = new Promise((resolve) => {
      this.#dies = resolve;
    });
  }

  /** Hangs a database on this life, before it is opened. */
  mortal<T extends Dexie>(db: T): T {
    db.use({ stack: 'dbcore', name: 'mortal', create: (down) => this.#wrap(down) });
    this.#databases.push(db);
    return db;
  }

  /** Everything is over: what a dead worker kept open would keep the databases from being deleted. */
  close(): void {
    for (const db of this.#databases) db.close();
  }

  kill(): void {
    if (this.dead) return;
    this.dead = true;
    this.#died();
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
        // Dexie gives IndexedDB's own. What is over must not be aborted in vain at the death: each is an exception.
        const over = () => this.#open.delete(transaction);
        for (const end of ['complete', 'abort']) (transaction as IDBTransaction).addEventListener(end, over);
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
    const grows = ({ type }: DBCoreMutateRequest) => type === 'add' || type === 'put';
    return {
      ...table,
      mutate: guard((asked) => {
        if (!this.#disk.full || !grows(asked)) return table.mutate(asked);
        this.#disk.refused?.();
        return Promise.reject(new DOMException('The disk is full', 'QuotaExceededError'));
      }),
      get: guard((asked) => table.get(asked)),
      getMany: guard((asked) => table.getMany(asked)),
      query: guard((asked) => table.query(asked)),
      openCursor: guard((asked) => table.openCursor(asked)),
      count: guard((asked) => table.count(asked)),
    };
  }
}
