import { LedgerLine } from '@/utils/model/ledger';
import type { Database } from '@/utils/store/database';

/**
 * Where `crm/http.ts` writes its lines (its `LedgerDoor`). `begin` resolves when the line is on the disk, so that no
 * request leaves unrecorded; a worker that dies before `end` leaves the line without an answer: "answer unknown".
 */
export function ledgerOf(db: Database, newId: () => string) {
  return {
    async begin(line: Omit<LedgerLine, 'id' | 'answer'>): Promise<string> {
      const id = newId();
      await db.ledger.add(LedgerLine.parse({ ...line, id }));
      return id;
    },
    async end(id: string, answer: NonNullable<LedgerLine['answer']>): Promise<void> {
      await db.ledger.update(id, { answer });
    },
  };
}
