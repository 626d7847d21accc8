import { espoHarness, robot } from './espocrm-harness';
import { runContract } from './run-contract';

runContract('a mail logged to EspoCRM by somebody with a password', () => espoHarness());
runContract('a mail logged to EspoCRM with an API key', () => espoHarness(robot));
