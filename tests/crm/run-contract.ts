import { describe, it } from 'vitest';
import { canRun, contractCases, type Harness } from './contract';
import { ownCases } from './contract-own';

/**
 * The whole contract as tests, each on a CRM of its own. What a CRM cannot be asked is skipped visibly, and, while a
 * connector is being written, every case that is not in `holds`.
 */
export function runContract(title: string, makeHarness: () => Harness, holds?: readonly string[]): void {
  describe(title, () => {
    for (const contractCase of [...contractCases, ...ownCases]) {
      const written = holds === undefined || holds.includes(contractCase.name);
      it.skipIf(!written || !canRun(makeHarness(), contractCase))(contractCase.name, () =>
        contractCase.run(makeHarness()),
      );
    }
  });
}
