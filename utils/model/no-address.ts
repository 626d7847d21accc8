/*
 * Apart from the schemas: this is bundled into the mail page, which must not load zod (55 KB).
 */

/**
 * Stands for the address of a sender whom the page names without one (then the name is in `unnamed` as well). No address:
 * it has no `@`, matches nobody, and counts as nobody's customer.
 */
export const NO_ADDRESS = 'unknown';
