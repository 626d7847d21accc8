export const mark = () => ({
  none: 'Sidelog: まだ読んでいません。',
  waiting: 'Sidelog: 記録の確認待ちです。',
  quiet: 'Sidelog: 知らない相手からなので、件数に含めていません。パネルから記録できます。',
  confirmed: 'Sidelog: 確定済み。CRM への送信待ちです。',
  stuck: 'Sidelog: 確定済みですが、記録するには対応が必要です。',
  logged: 'Sidelog: 記録済みです。',
  dismissed: 'Sidelog: 見送ったため、記録していません。',
  snoozed: 'Sidelog: 後回しにしました。',
  held: 'Sidelog: 送信されたばかりです。送信を取り消せなくなってから読みます。',
  refused: (reason: string) => `Sidelog: 記録していません。${reason}`,
  openWith: (keys: string) => `${keys} でパネルを開きます。`,
  openFromToolbar: 'ツールバーの Sidelog ボタンでパネルを開いてください。',
});
