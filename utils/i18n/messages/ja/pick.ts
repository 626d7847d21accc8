import type { Formats } from '@/utils/i18n/formats';

export const pick = (f: Formats) => ({
  wrong: {
    contact: '違いますか? 別の連絡先を選ぶ',
    company: '違いますか? 別の会社を選ぶ',
    deal: '違いますか? 別の商談を選ぶ',
  },
  wrongOf: (name: string) => `${name}: 違いますか? 別のものを選ぶ`,
  choose: '選択',
  chooseOf: {
    contact: '連絡先を選択',
    company: '会社を選択',
    deal: 'このスレッドの商談を選択',
  },
  known: '登録済みの連絡先ですか?',
  field: { contact: '連絡先', company: '会社', deal: '商談' },
  placeholder: {
    contact: '名前、会社、アドレス',
    company: '名前またはドメイン',
    deal: '商談名',
  },
  none: { contact: 'この中の誰でもない', company: 'この中にない', deal: '商談なし' },
  again: 'Sidelog に選び直させる',
  nothing: (typed: string) => `「${typed}」は見つかりません`,
  count: (count: number) => f.plural(count, { other: '候補 # 件' }),
  said: {
    contact: (name: string, address: string) => `今後、${address} は ${name} として扱います。`,
    notContact: (address: string) => `${address} はどの連絡先でもない、と覚えました。`,
    company: (name: string) => `会社: ${name}。この人たちについて覚えました。`,
    noCompany: '会社なし。この人たちについて覚えました。',
    deal: (title: string) => `商談: ${title}。このスレッドについて覚えました。`,
    noDeal: '商談なし。このスレッドについて覚えました。',
    again: '忘れました。Sidelog が選び直します。',
  },
  deal: '商談',
  openDeals: (count: number) =>
    count === 1
      ? f.plural(count, { other: '進行中の商談 # 件' })
      : f.plural(count, { other: '進行中の商談 # 件 (未選択)' }),
  noDeal: 'なし',
});

export const around = (f: Formats) => ({
  title: (name: string) => `${name} について`,
  deals: '進行中の商談',
  last: '最近のやり取り',
  people: 'このスレッドのほかの人',
  moreDeals: (count: number) => f.plural(count, { other: 'ほかの商談 # 件' }),
  kind: { email: 'メール', meeting: '会議', call: '通話' },
});
