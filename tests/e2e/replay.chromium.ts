import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/*
 * The replay command as others run it: what it prints and how it ends. The build is made by playwright's set-up.
 */

const root = join(import.meta.dirname, '../..');
const pages = join(root, 'tests/pages/gmail');

interface Ended {
  code: number;
  lines: Record<string, unknown>[];
  said: string;
}

function replay(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile('node', ['scripts/replay.mjs', ...args], { cwd: root }, (error, stdout, said) => {
      const lines = stdout.split('\n').filter((line) => line !== '');
      // Whatever is no JSON on standard output throws here.
      done({ code: Number(error?.code ?? 0), lines: lines.map((line) => JSON.parse(line)), said });
    });
  });
}

test('a replayed mail is printed as one record and nothing else', async () => {
  test.slow();
  const [page, wire] = [join(pages, 'joined/page.html'), join(pages, 'joined/fd.json')];
  const { code, lines } = await replay('--site', 'gmail', '--page', page, '--wire', wire);
  expect(code).toBe(0);
  expect(lines).toEqual([
    expect.objectContaining({
      kind: 'email',
      via: 'wire',
      direction: 'received',
      sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    }),
  ]);
});

test('a mail of the wire that no page shows is not printed', async () => {
  test.slow();
  expect(await replay('--site', 'gmail', '--wire', join(pages, 'joined/fd.json'))).toMatchObject({
    code: 0,
    lines: [],
  });
});

test('what cannot be replayed is said in a sentence, and ends with 1', async () => {
  const page = join(pages, 'joined/page.html');
  const wrong: [string[], string][] = [
    [[], '--site is one of gmail'],
    [['--site', 'gmail'], 'Nothing to replay'],
    [['--site', 'gmail', '--page', '/no/such.html'], 'there is no such file'],
    [['--site', 'gmail', '--page', pages], '--page takes one file'],
    [['--site', 'gmail', '--page', page, '--bogus'], "Unknown option '--bogus'"],
    [['--site', 'gmail', '--page', page, '--url', 'https://mail.example/'], '--url must be on'],
    [['--site', 'gmail', '--page', page, '--url', 'nonsense'], '--url must be on'],
  ];
  for (const [args, sentence] of wrong) {
    const { code, lines, said } = await replay(...args);
    expect({ code, lines }, said).toEqual({ code: 1, lines: [] });
    expect(said).toContain(sentence);
  }
});
