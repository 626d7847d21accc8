import type { Formats } from '@/utils/i18n/formats';

export const transfer = (f: Formats) => ({
  title: (count: number) => f.plural(count, { other: 'ノートの記録 # 件も移せます' }),
  text: (crm: string) =>
    `それぞれ一度だけ ${crm} に送ります。すでにあるものは見つけて、重ねて作りません。ノートの記録も残ります。`,
  start: (count: number) => f.plural(count, { other: '# 件を移す' }),
  leave: 'ここに残す',
  waiting: 'CRM の連絡先の読み込みを待っています…',
  progress: (done: number, total: number) => `${f.number(done)} / ${f.number(total)} 件を移しました`,
  hint: '再起動した後も、自動的に続きます。',
  done: (count: number) => f.plural(count, { other: '# 件の記録を移しました。' }),
  skipped: (count: number, crm: string) =>
    f.plural(count, { other: `# 件はノートに残ります。関係者がまだ ${crm} の連絡先にいません。` }),
  again: '残りをもう一度試す',
});

export const signIn = () => ({
  button: (crm: string) => `${crm} にログイン`,
  redirect: 'このブラウザのリダイレクト先アドレス',
  redirectHint: 'CRM の管理者が、アプリの登録画面にこのアドレスをそのまま一度入力します。',
  copy: 'コピー',
  copied: 'コピーしました',
  opens: 'CRM のログインページが開きます。パスワードが Sidelog に見えることはありません。',
});
