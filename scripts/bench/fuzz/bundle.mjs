/** Bundles the fuzz for Node, with the engine as it is or with one thing removed from it (a mutant). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, scratch } from '../../lib/run.mjs';

/** @typedef {{ name: string, file: string, edits: [string, string][], without?: string[] }} Mutant */

/**
 * What is removed in turn: each edit's first text gives way to its second. It must stand in its file exactly once, so that a mutant cannot silently turn into none.
 * `without`: the connectors on which it cannot be noticed, with the reason beside it.
 * @type {Mutant[]}
 */
export const mutants = [
  {
    name: 'find-before-send',
    // Its primary key does the same: a second write finds the first.
    without: ['notebook'],
    file: 'utils/sync/drain.ts',
    edits: [
      [
        'const found = await ask(deps, () => lookFor(session, chunk));',
        'const found = { value: new Map() };',
      ],
    ],
  },
  {
    name: 'lease',
    // One database, whose primary key makes one of two writes at once.
    without: ['notebook'],
    file: 'utils/sync/claim.ts',
    edits: [
      [
        "if (entry.status.state === 'sending' && dueAt(entry, now) <= now) {",
        "if (entry.status.state === 'sending') {",
      ],
      [
        "return entry.status.state === 'sending' && entry.status.lease === lease.id;",
        "return entry.status.state === 'sending';",
      ],
    ],
  },
  {
    name: 'key',
    // One rep's alone, with every name of a mail on each entry.
    without: ['notebook'],
    file: 'utils/actions/confirm-proposal.ts',
    edits: [
      [
        'key: activityKey(proposal.activity.kind, proposal.aliases, settings.crm.account),',
        'key: activityKey(proposal.activity.kind, [newId()], settings.crm.account),',
      ],
    ],
  },
  {
    name: 'ledger-begin',
    // Nothing leaves the browser.
    without: ['notebook'],
    file: 'utils/crm/http.ts',
    edits: [['const line = await ledger.begin({', 'const line = await (async (_line) => "none")({']],
  },
  {
    name: 'read-back',
    // Their ids are ours: a second record is refused, and there is nothing to read back.
    without: ['notebook', 'twenty', 'dynamics'],
    file: 'utils/crm/first-stays.ts',
    edits: [['if (own) await remove(remoteId);', 'if (own) continue;']],
  },
  {
    name: 'look-again',
    // Only Odoo's fake has transactions that are seen late.
    without: ['notebook', 'espocrm', 'hubspot', 'salesforce', 'twenty', 'pipedrive', 'zoho', 'dynamics'],
    file: 'utils/sync/other-record.ts',
    edits: [['if (status.remoteId === otherId ||', 'if (status ||']],
  },
];

/**
 * @param {Mutant} [mutant]
 * @returns {Promise<string>} the bundle's path
 */
export async function bundle(mutant) {
  const outfile = join(
    scratch,
    'fuzz',
    `${mutant ? `without-${mutant.name}-${mutant.file.replaceAll('/', '-')}` : 'whole'}.mjs`,
  );
  let applied = mutant === undefined;
  await build({
    entryPoints: [join(root, 'tests/fuzz/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: { '@': root },
    logLevel: 'error',
    plugins: [
      {
        name: 'mutant',
        setup(working) {
          if (!mutant) return;
          working.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            if (path !== join(root, mutant.file)) return undefined;
            let contents = readFileSync(path, 'utf8');
            for (const [from, to] of mutant.edits) {
              const parts = contents.split(from);
              if (parts.length !== 2)
                throw new Error(`${mutant.file} does not have once what "${mutant.name}" removes: ${from}`);
              contents = parts.join(to);
            }
            applied = true;
            return { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  if (!applied) throw new Error(`${mutant?.file} is not part of the fuzz`);
  return outfile;
}
