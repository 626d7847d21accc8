import type { Formats } from '@/utils/i18n/formats';

/** The notebook's transfer, and signing in on a CRM's own page. */
export const transfer = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# entry in the notebook could go there, too',
      other: '# entries in the notebook could go there, too',
    }),
  text: (crm: string) =>
    `Each goes to ${crm} once: what is there already is found and not made again. The notebook keeps its own.`,
  start: (count: number) => f.plural(count, { one: 'Take # entry over', other: 'Take # entries over' }),
  leave: 'Leave them here',
  waiting: 'Waiting until the CRM’s contacts are read…',
  progress: (done: number, total: number) => `${f.number(done)} of ${f.number(total)} taken over`,
  hint: 'It goes on by itself, also after a restart.',
  done: (count: number) =>
    f.plural(count, { one: '# entry was taken over.', other: '# entries were taken over.' }),
  skipped: (count: number, crm: string) =>
    f.plural(count, {
      one: `# stays in the notebook: nobody on it is a contact in ${crm} yet.`,
      other: `# stay in the notebook: nobody on them is a contact in ${crm} yet.`,
    }),
  again: 'Try the others again',
});

export const signIn = () => ({
  button: (crm: string) => `Sign in with ${crm}`,
  redirect: 'Redirect address of this browser',
  redirectHint: 'Whoever runs the CRM enters exactly this address once, where the app is registered.',
  copy: 'Copy',
  copied: 'Copied',
  opens: 'The CRM’s own sign-in page opens. Sidelog never sees your password.',
});
