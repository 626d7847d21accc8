import type { Formats } from '@/utils/i18n/formats';

export const asked = (f: Formats) => ({
  asksFor: (crm: string) => `${crm} の必須項目`,
  asksForTask: (crm: string) => `${crm} のタスクの必須項目`,
  asksForCompany: (crm: string) => `${crm} の新しい会社の必須項目`,
  asksForThis: (names: readonly string[], crm: string) => `${crm} の必須項目です: ${f.list(names)}`,
  yes: 'はい',
  no: 'いいえ',
  choose: '選択…',
  empty: (label: string) => `${label} に入れる内容を入力してください。`,
});

export const firstLog = () => ({
  title: (crm: string) => `${crm} への最初の記録`,
  found: (subject: string, crm: string) => `「${subject}」を ${crm} から読み直しました。確かに入っています。`,
  notFound: (subject: string, crm: string) =>
    `${crm} は「${subject}」を受け付けましたが、まだ見つかりません。少し時間のかかる CRM もあります。`,
  look: (crm: string) =>
    `${crm} は実際のアカウントでまだ試されていません。望みどおりに入っているか、確かめてください。`,
  open: (crm: string) => `${crm} で開く`,
  right: '問題なし',
});
