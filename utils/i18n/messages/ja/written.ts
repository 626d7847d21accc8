import type { Formats } from '@/utils/i18n/formats';

/** Which of ours, by the name that a connector gives it. */
const places: Readonly<Record<string, string>> = {
  subject: '件名',
  at: '日時',
  endsAt: '終了',
  minutes: '時間 (分)',
  participants: '関係者',
  contactIds: '連絡先',
  companyId: '会社',
  dealId: '商談',
  summary: '要約またはメモ',
  ownWords: '差出人自身の文章',
  attachmentNames: 'ファイル名',
  direction: '受信または送信',
  place: '場所',
  title: 'タイトル',
  dueDate: '期限日',
  note: '元になった文',
  name: '名前',
  address: 'メールアドレス',
  phone: '電話',
  mobile: '携帯電話',
  company: '会社',
  domain: 'ウェブサイトのドメイン',
  postalAddress: '住所',
  website: 'ウェブサイト',
  kind: '合う種類',
  nextStep: '次にすること',
  nextStepDue: '次にすることの期限',
  outcome: '結果',
};

export const written = (f: Formats) => ({
  title: '書き込む内容 (項目ごと)',
  checked: (crm: string) => `項目は ${crm} 自身が示したものです。接続時と、その後は 1 日 1 回確かめます。`,
  unchecked: (crm: string) =>
    `${crm} はどの項目が必須かを示さないため、事前に確かめられません。受け付けられなかったものは、理由とともに対応を待ちます。`,
  example: (subject: string) =>
    `例はご自分のリストの「${subject}」によるものです。内容は何も送信していません。`,
  noExample: 'リストにメールが入ると、その内容がここに例として表示されます。',
  kind: {
    email: 'メール',
    meeting: '会議',
    call: '通話',
    task: 'タスク',
    contact: '新しい連絡先',
    company: '新しい会社',
  },
  record: (kind: string, record: string) => (record ? `${kind}: CRM では「${record}」` : kind),
  field: '項目',
  gets: '入る内容',
  exampleTitle: '例',
  required: '必須',
  nothing: '何も入れない',
  always: (value: string) => `常に「${value}」`,
  ask: '記録のたびに入力',
  missing: (count: number) => f.plural(count, { other: 'Sidelog には分からない必須項目が # 件あります' }),
  missingHint:
    '入れる内容を一度だけ決めるか、そのままにしておいてください。そのままの場合は記録する前に入力を求めるので、拒否されることはありません。',
  fits: 'CRM の必須項目はすべて埋まっています。',
  fill: (kind: string, label: string) => `${kind}: ${label}`,
  each: '記録のたびに尋ねる',
  save: '保存',
  mapping: {
    hint: (crm: string) =>
      `記録が ${crm} のどの種類になるか、ほかの項目に何を入れるかを選びます。これから記録するものに適用されます。`,
    typeOurs: 'Sidelog に任せる',
    requiredField: (label: string) => `${label} (必須)`,
    always: '常に同じ内容',
    leave: '何も入れない',
    value: (label: string) => `${label} に常に入れる内容`,
    means: (label: string, ours: string) => `「${ours}」のときの ${label}`,
    add: '別の項目に入れる',
    choose: '項目を選択…',
    beyond: (fields: readonly string[], crm: string) =>
      f.plural(fields.length, {
        other: `${crm} には、ここから入力できない必須項目が # 件あります: ${f.list(fields)}`,
      }),
    beyondHint: (crm: string) =>
      `このままでは ${crm} に拒否されます。管理者に、任意の項目にするか既定値を設定してもらってください。`,
    gone: (field: string, crm: string) => `入力先の項目「${field}」が ${crm} にもうありません`,
    forget: '入力をやめる',
    saved: '保存しました',
  },
  place: places,
});
