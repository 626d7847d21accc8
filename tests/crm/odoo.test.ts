import { odooHarness } from './odoo-harness';
import { runContract } from './run-contract';

for (const version of [17, 18, 19, 20] as const) {
  runContract(`a mail logged to Odoo ${version}`, () => odooHarness(version));
}
