/**
 * The project's own parts of the bench: whole proposals of the invented mails, what one mail costs, and what all of it
 * weighs in the worker. Prints rows as JSON.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import {
  type Mail,
  mails,
  partNames,
  parts,
  score,
  understand,
} from '../../../tests/understand/whole-proposals.ts';

interface Row {
  case: string;
  who: string;
  value: number;
  unit: string;
}

const rows: Row[] = [];
const row = (name: string, value: number, unit: string, who = 'sidelog') =>
  rows.push({ case: name, who, value: Math.round(value * 100) / 100, unit });

for (const part of partNames) {
  const { right, of, wrong } = score(parts[part], false);
  row(`invented mails · ${part} · no edit needed`, (100 * right) / of, '%');
  for (const [field, times] of wrong) row(`invented mails · ${part} · wrong ${field}`, times, 'mails');
}
row('invented mails · no edit needed', 90, '%', 'limit');

const sorted = (times: number[]) => [...times].sort((a, b) => a - b);
const at = (times: number[], share: number) =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const timed = (mail: Mail) => {
  const began = performance.now();
  understand(mail);
  return performance.now() - began;
};
/** Milliseconds of the processor, garbage collection too: what a mail costs where other programs run beside it. */
const worked = (mail: Mail) => {
  const before = process.cpuUsage();
  understand(mail);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

// Once to warm up: a worker reads more than one mail in its life.
for (const mail of mails) understand(mail);
const usual: number[] = [];
for (let round = 0; round < 5; round += 1) for (const mail of mails) usual.push(timed(mail));
row('one mail · median', at(usual, 0.5), 'ms');
row('one mail · p99', at(usual, 0.99), 'ms');
row(
  'one mail · processor · median',
  at(
    [1, 2, 3].flatMap(() => mails.map(worked)),
    0.5,
  ),
  'ms',
);
row('one mail · median', 3, 'ms', 'limit');

/** The same mail with its own text over and over, up to this many characters. */
const grown = (mail: Mail, length: number): Mail => ({
  ...mail,
  body: {
    ...mail.body,
    content: mail.body.content.repeat(Math.ceil(length / mail.body.content.length)).slice(0, length),
  },
});
const some = mails.filter((_, index) => index % 8 === 0);
for (const length of [50_000, 100_000, 200_000]) {
  const long = some.map((mail) => grown(mail, length));
  // Round by round: the same mail right after itself would be remembered.
  const times = [1, 2, 3].flatMap(() => long.map(timed));
  row(`mail of ${length / 1000} KB · median`, at(times, 0.5), 'ms');
  row(`mail of ${length / 1000} KB · p99`, at(times, 0.99), 'ms');
  const quiet = long.map((mail, index) =>
    Math.min(...times.filter((_, at) => at % long.length === index), timed(mail)),
  );
  row(`mail of ${length / 1000} KB · least of four · p99`, at(quiet, 0.99), 'ms');
  row(`mail of ${length / 1000} KB · processor · median`, at(long.map(worked), 0.5), 'ms');
}
row('mail of 200 KB · p99', 40, 'ms', 'limit');

const root = join(import.meta.dirname, '../../..');
const bundled = await build({
  stdin: {
    contents: [
      `export * from './tests/understand/adapter.ts';`,
      `export * from './utils/proposals/propose.ts';`,
      `export * from './utils/privacy/may-keep.ts';`,
      `export * from './utils/understand/own-words.ts';`,
    ].join('\n'),
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  alias: { '@': root },
});
row(
  'everything that understands · gzipped',
  gzipSync(bundled.outputFiles[0]?.contents ?? '').length / 1024,
  'KB',
);
row('everything that understands · gzipped', 250, 'KB', 'limit');
try {
  const worker = readFileSync(join(root, '.output/chrome-mv3/background.js'));
  row('worker as built · gzipped', gzipSync(worker).length / 1024, 'KB');
} catch {
  // Not built yet: the part above is what the limit is about.
}
console.log(JSON.stringify(rows));
