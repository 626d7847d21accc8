import type { Formats } from '@/utils/i18n/formats';

export const sites = (f: Formats) => ({
  title: 'Sidelog がどのページを読んでよいですか?',
  hint: 'お使いのものを、1 つずつ、またはまとめて選んでください。次にブラウザがアドレスごとに許可を求めます。ここでも設定でも、いつでも取り消せます。',
  anew: '同意をいただいた後に、読み取る内容が変わりました。もう一度同意されるまで、何も読みません。',
  hostMissing: '同意はありますが、ブラウザの許可が取り消されています。そこでは何も読みません。',
  what: {
    gmail: '開いたメールと送ったメール',
    'google-calendar': 'お客様との会議',
    outlook: '開いたメールと送ったメール',
    'outlook-calendar': 'お客様との会議',
  },
  where: {
    gmail: 'mail.google.com',
    'google-calendar': 'calendar.google.com',
    outlook: 'outlook.office.com とほか 3 つのアドレス',
    'outlook-calendar': 'Outlook と同じアドレス',
  },
  unconfirmed: '公開されている仕様をもとに作成。実際のアカウントでは未確認です',
  read: (site: string) => `${site} を読む`,
  allow: (site: string) => `${site} をもう一度許可`,
  asking: '回答を待っています…',
  on: '読み取り中',
  stop: '停止',
  stopNamed: (site: string) => `${site} の読み取りを停止`,
  stopAll: '読み取りをオフにする',
  said: (site: string) => `これから ${site} を読みます。`,
  hereTitle: (site: string) => `${site} が開いています`,
  here: 'Sidelog はまだ読んでいません。オンにすると、これから開くものがここに提案されます。',
  others: '別のページをオンにする',
  lost: (names: readonly string[]) => `ブラウザでオフになりました: ${f.list(names)}`,
  lostHint: 'ブラウザの許可が取り消されました。記録したものは安全です。そこでは新しく何も読みません。',
});
