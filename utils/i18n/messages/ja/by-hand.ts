import type { Formats } from '@/utils/i18n/formats';

export const byHand = (f: Formats) => ({
  open: '手動で追加',
  title: '手動で追加',
  hint: '保存したメールや会議、またはその文章から、開いたときと同じ提案を作ります。記録するまで、このブラウザの外には出ません。',
  drop: '.eml、.msg、.ics ファイルをここにドロップ',
  choose: 'ファイルを選択',
  dropNow: 'ドロップすると Sidelog に追加されます',
  text: 'またはメールの文章を貼り付け',
  textHint: '差出人、宛先、日付、件名の行があれば、それも含めてください。',
  propose: '提案を作る',
  reading: '読み込み中…',
  proposed: (count: number) => f.plural(count, { other: '# 件の提案ができました。閉じると確認できます。' }),
  notThese: '次のものからは作れませんでした:',
  whom: '誰についてですか',
  address: '相手のメールアドレス',
  name: '相手の名前',
  badAddress: 'メールアドレスではありません。',
});

export const listed = (f: Formats) => ({
  title: (count: number) => f.plural(count, { other: '一覧に、連絡先とのスレッドが # 件あります' }),
  text: '一度目を通して、提案するものを選んでください。分かっているのは相手、日時、件名だけです。',
  review: '見てみる',
  no: '今回はしない',
  dialog: '一覧にあるスレッド',
  hint: 'まだ何も記録されません。選んだものは本文なしでリストに入り、メールを開くと本文が加わります。',
  all: 'すべて選択',
  none: '選択を解除',
  confirm: (count: number) => f.plural(count, { other: '# 件を提案する' }),
  nothing: '1 件以上選んでください',
  done: (count: number) => f.plural(count, { other: '# 件のスレッドを提案しました。' }),
  left: 'そのままにしました。もう表示されません。',
});
