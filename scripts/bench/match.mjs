/**
 * npm run -s bench -- match: how long it takes to know whom an address belongs to, among 100,000 contacts in a real
 * Chromium, by a worker that was stopped and by one that is awake; beside the limits and looking at every contact.
 */
import { mirror } from './sync.mjs';

export const bench = () => mirror('match');
