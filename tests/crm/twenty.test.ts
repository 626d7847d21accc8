import { runContract } from './run-contract';
import { twentyHarness } from './twenty-harness';

runContract('Twenty up to 1.16', () => twentyHarness());
runContract('Twenty from 1.17 on', () => twentyHarness(true));
