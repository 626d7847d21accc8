import { describe, it } from 'vitest';
import { canRun, contractCases, type Harness } from './contract';

/** The whole contract as tests, each on a CRM of its own. What a CRM cannot be asked is skipped visibly. */
export function runContract(title: string, makeHarness: () => Harness): void {
  describe(title, () => {
    for (const contractCase of contractCases) {
      it.skipIf(!canRun(makeHarness(), contractCase))(contractCase.name, () =>
        contractCase.run(makeHarness()),
      );
    }
  });
}
