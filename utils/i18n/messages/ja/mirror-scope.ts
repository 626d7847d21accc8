import type { Formats } from '@/utils/i18n/formats';

/** Whose contacts are kept in this browser (components/options/mirror-scope.tsx). */
export const mirrorScope = (f: Formats) => ({
  label: 'このブラウザに保存する連絡先',
  choice: {
    all: '閲覧できるすべて',
    mine: '自分の担当',
    team: '自分のチームの担当',
    active: '過去 2 年間に更新されたもの',
  },
  counted: (choice: string, count: number) => f.plural(count, { other: `${choice}: # 件` }),
  holds: {
    all: (crm: string) => `${crm} で見られる人を Sidelog がすべて認識します。`,
    mine: (crm: string) => `${crm} で自分が担当している連絡先、会社、進行中の商談です。`,
    active: (crm: string) => `${crm} で過去 2 年間に更新された連絡先、会社、進行中の商談です。`,
  },
  /** What a team is there. */
  team: {
    espocrm: 'EspoCRM で自分が所属するチームの連絡先、会社、進行中の商談です。',
    hubspot: 'HubSpot で同じチームにいる人が担当する連絡先、会社、進行中の商談です。',
    salesforce: 'Salesforce で自分と同じロールの人が所有する連絡先、会社、進行中の商談です。',
    dynamics: 'Dynamics 365 で自分または自分のチームが所有する連絡先、会社、進行中の商談です。',
  },
  /** Why a choice is missing. */
  lacks: {
    odoo: 'Odoo の連絡先は担当者に属し、チームには属さないため、「自分のチームの担当」はここにありません。',
    twenty: 'Twenty の連絡先には担当者がないため、「自分の担当」と「自分のチームの担当」はここにありません。',
    pipedrive:
      'Pipedrive では一人の所有者の連絡先しか取り出せないため、「自分のチームの担当」はここにありません。',
    zoho: 'Zoho CRM では一人の所有者の連絡先しか取り出せないため、「自分のチームの担当」はここにありません。',
  },
  others: (crm: string) =>
    `それ以外の人からのメールは、まず知らない人として扱われます。連絡先を作成するときは ${crm} に確認するので、すでにいる人が二重に作られることはありません。`,
  again: '連絡先を読み込み直しています。終わるまでは以前のものが残ります。',
});
