import type { Formats } from '@/utils/i18n/formats';
import type { Trouble } from '@/utils/i18n/messages/en/troubles';

/** Reasons that are ours, not the CRM's own sentence. */
const reasons: Record<string, string> = {
  'no-meeting': 'ここには会議を入れる場所がありません',
  'no-call': 'ここには通話を入れる場所がありません',
  'no-update': '記録したものを変更できません',
  'read-only': '記録したメールは変更できません',
  'no-field': 'ほかの値を失わずに入れられる場所がありません',
  'unknown-field': 'この種類の記録にその項目がないか、ここから入力できません',
  'not-a-choice': '選択肢にない値です',
  'not-a-number': '数値ではありません',
  'not-a-day': '日付ではありません',
  'not-yes-or-no': '「はい」でも「いいえ」でもありません',
  'key-needed': '2 段階認証が必要です。パスワードの代わりに、管理者が発行する API キーを使ってください',
  'owner-unknown': 'このアドレスの人が見つかりません',
};

const kept = '記録はここに保管され、二重に記録されることはありません。';

export const troubles = (f: Formats) => ({
  crmReasons: reasons,
  fault: {
    offline: (crm: string): Trouble => ({
      what: `${crm} に接続できません。`,
      safe: kept,
      todo: '接続が戻ると自動的に送信されます。',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} がキーを受け付けなくなりました。`,
      safe: kept,
      todo: '新しいキーで再接続してください。待っているものがすべて送信されます。',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `${crm} でこの操作をする権限がありません: ${what}`
        : `${crm} のユーザーに、この種類の記録を書き込む権限がありません。`,
      safe: kept,
      todo: `${crm} の管理者に権限を依頼してから、再試行してください。`,
    }),
    'slow-down': (crm: string, retryAt: number | null): Trouble => ({
      what: `${crm} から待つように求められました。`,
      safe: kept,
      todo: retryAt === null ? '自動的に再試行されます。' : `${f.time(retryAt)} に自動的に再試行されます。`,
    }),
    refused: (crm: string, reason: string, field: string): Trouble => ({
      what: field
        ? `${crm} が「${field}」を受け付けませんでした: ${reasons[reason] ?? reason}`
        : `${crm} が受け付けませんでした: ${reasons[reason] ?? reason}`,
      safe: kept,
      todo: '記録の内容か CRM のルールを変えてから再試行するか、取り消してください。',
    }),
    gone: (crm: string): Trouble => ({
      what: `記録先が ${crm} にもうありません。`,
      safe: kept,
      todo: '別の連絡先を選んで再試行するか、取り消してください。',
    }),
    'not-understood': (crm: string, step: string): Trouble => ({
      what: `${crm} から予期しない応答がありました${step ? ` (${step})` : ''}。`,
      safe: kept,
      todo: '設定のアドレスを確かめてから再試行してください。ログインページやプロキシが応答しているのかもしれません。',
    }),
  },
  connecting: {
    offline: (crm: string): Trouble => ({
      what: `このアドレスから応答がないため、${crm} に問い合わせできません。`,
      safe: '何も保存していません。',
      todo: 'アドレスと接続を確かめてから、もう一度お試しください。',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} が、このログイン名とキーの組み合わせを受け付けません。`,
      safe: '何も保存していません。',
      todo: 'ログイン名とデータベースを確かめてください。正しい場合は、新しい API キーを作ってここに貼り付けてください。',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `${crm} への接続が許可されていません: ${what}`
        : `${crm} のユーザーは、この方法では使えません。`,
      safe: '何も保存していません。',
      todo: `${crm} の管理者に、API の利用を許可してもらってください。`,
    }),
  },
  problem: {
    'not-open': (): Trouble => ({
      what: 'この記録は、ここか別のウィンドウですでに処理されています。',
      safe: '何も変更されず、二重の記録もありません。',
      todo: '現在の状態はリストで確認できます。',
    }),
    'not-found': (): Trouble => ({
      what: 'この記録はもうここにありません。',
      safe: '何も送信していません。',
      todo: 'メールをもう一度開くと、再び表示されます。',
    }),
    'storage-full': (): Trouble => ({
      what: 'ディスクがいっぱいで、保存できませんでした。',
      safe: '以前に保存したものは残っています。今回の操作は行われていません。',
      todo: 'このパソコンの空き容量を増やしてから、もう一度お試しください。',
    }),
    'storage-failed': (): Trouble => ({
      what: 'ブラウザがこれを保存できませんでした。',
      safe: '以前に保存したものは残っています。今回の操作は行われていません。',
      todo: 'もう一度お試しください。続く場合は、ブラウザを再起動してください。',
    }),
    malformed: (): Trouble => ({
      what: 'Sidelog がこの操作を理解できませんでした。',
      safe: '何も変更していません。',
      todo: 'このページを閉じて、開き直してください。拡張機能より古いページかもしれません。',
    }),
    'no-permission': (host: string): Trouble => ({
      what: host
        ? `ブラウザが Sidelog に ${host} への接続を許可していません。`
        : 'ブラウザの許可がありません。',
      safe: '何も送信していません。',
      todo: 'もう一度ボタンを押して「許可」を選んでください。',
    }),
    'insecure-address': (): Trouble => ({
      what: 'このアドレスは http:// で始まり、通信の途中で誰でも読めてしまいます。',
      safe: '何も送信していません。キーも送っていません。',
      todo: 'https:// のアドレスを使ってください。http を使えるのは、このパソコンの中の CRM だけです。',
    }),
    'not-a-url': (): Trouble => ({
      what: 'ウェブのアドレスではありません。',
      safe: '何も送信していません。',
      todo: 'CRM を開いているときのアドレスバーからコピーしてください。例: https://crm.example.com',
    }),
    'sign-in-closed': (name: string): Trouble => ({
      what: `${name} のログインページが、完了する前に閉じられました。`,
      safe: '接続はされていませんが、失われたものもありません。',
      todo: 'ログインするときに、もう一度「接続」を押してください。',
    }),
    'not-that-crm': (name: string): Trouble => ({
      what: name
        ? `このアドレスで ${name} が応答しません。`
        : 'このアドレスでは別のプログラムが応答しています。',
      safe: 'メールの内容は何も送信していません。',
      todo: 'アドレスを確かめてください。CRM を使っているときに表示される、最初のスラッシュより前の部分です。',
    }),
    'already-exists': (name: string): Trouble => ({
      what: name ? `${name} はすでに連絡先にあります。` : 'この連絡先はすでにあります。',
      safe: '2 件目は作っていません。',
      todo: '何もする必要はありません。メールは既存の連絡先と照合されます。',
    }),
    'crm-fault': (): Trouble => ({
      what: 'CRM が処理できませんでした。',
      safe: kept,
      todo: '少し待ってから、もう一度お試しください。',
    }),
    'tab-gone': (): Trouble => ({
      what: 'メールのタブが閉じられています。',
      safe: '何も変更していません。',
      todo: 'メールをもう一度開いてください。',
    }),
    'no-such-kind': (kind: string): Trouble => ({
      what:
        kind === 'call'
          ? 'CRM に通話を入れる場所がありません。'
          : kind === 'meeting'
            ? 'CRM に会議を入れる場所がありません。'
            : 'CRM にこの種類の記録を入れる場所がありません。',
      safe: '何も送信していません。記録はリストに残っています。',
      todo: '設定で別の CRM に接続するか、「見送る」を押してください。',
    }),
    'on-never-log': (): Trouble => ({
      what: 'この人は「記録しない」リストにあります。',
      safe: '何も変更していません。',
      todo: '記録したい場合は、先に設定でリストから外してください。',
    }),
    'file-too-large': (): Trouble => ({
      what: 'このファイルは 10 MB を超えています。',
      safe: '内容は読まず、このブラウザの外にも出していません。',
      todo: '添付ファイルなしのメールか、カレンダーの短い期間を保存し直してください。',
    }),
    'file-unknown': (): Trouble => ({
      what: 'Sidelog が扱えない種類のファイルです。',
      safe: '何も保存せず、このブラウザの外にも出していません。',
      todo: '.eml または .msg で保存したメールか、.ics で保存した会議を使ってください。',
    }),
    'file-broken': (): Trouble => ({
      what: 'このファイルは壊れているか不完全で、読めませんでした。',
      safe: '何も保存していません。',
      todo: 'メールソフトで保存し直すか、文章を選択してここに貼り付けてください。',
    }),
    'file-empty': (): Trouble => ({
      what: 'メールも会議も含まれていません。',
      safe: '何も保存していません。',
      todo: '保存したメール、招待状、またはメールの文章を使ってください。',
    }),
    'series-too-long': (): Trouble => ({
      what: 'このカレンダーには、終わりの定まらない繰り返しの会議があります。',
      safe: '何も保存していません。',
      todo: 'カレンダーで会議を開き、その 1 日だけを保存してください。',
    }),
    'nothing-near': (): Trouble => ({
      what: '過去 30 日間と今後 45 日間に会議がありません。',
      safe: '何も保存していません。',
      todo: 'それより前の会議を記録するには、その会議だけを保存してください。',
    }),
    'private-event': (): Trouble => ({
      what: 'この会議は非公開になっています。',
      safe: '内容は何も保存していません。',
      todo: 'CRM に入れるべきものなら、カレンダーで設定を変えて保存し直してください。',
    }),
    'nobody-found': (): Trouble => ({
      what: 'お客様のアドレスが見つかりません。',
      safe: '何も保存せず、推測もしていません。',
      todo: '誰についてのものかを入力してください。',
    }),
    'import-refused': (reason: string): Trouble => ({
      what: reason ? `これは提案されません: ${reason}` : 'これは提案されません。',
      safe: '内容は保存せず、提案しなかったことだけを残しました。',
      todo: '何もする必要はありません。「記録しない」リストは設定で変更できます。',
    }),
    'backup-unreadable': (): Trouble => ({
      what: 'このファイルは壊れているか、Sidelog で保存されたものではありません。',
      safe: '何も変更していません。',
      todo: '「すべてをファイルに保存」で作ったファイルを選んでください。',
    }),
    'backup-newer': (version: string): Trouble => ({
      what: `このファイルは、より新しい Sidelog (形式 ${version}) で保存されました。`,
      safe: '何も変更していません。',
      todo: 'このブラウザの Sidelog を更新してから、ファイルを取り込んでください。',
    }),
    'backup-too-large': (most: string): Trouble => ({
      what: `このファイルは ${f.bytes(Number(most))} を超えているため、読みませんでした。`,
      safe: '何も変更していません。',
      todo: '「すべてをファイルに保存」で作ったファイルを選んでください。',
    }),
    'undo-too-late': (): Trouble => ({
      what: 'もう取り消せませんでした。',
      safe: 'CRM の記録は、記録したときのままです。',
      todo: 'CRM で直接削除してください。',
    }),
  },
  unreachable: {
    what: 'Sidelog のバックグラウンド処理が応答しません。',
    safe: '操作はこのページに保管され、まだ行われていません。',
    todo: '自動的に再試行されます。このページを開いたままにしてください。',
  } satisfies Trouble,
  notKept: {
    'storage-full': {
      what: 'ディスクがいっぱいで、メールを保管できませんでした。',
      safe: 'メールはメールボックスに無事で、記録したものもここに残っています。',
      todo: 'このパソコンの空き容量を増やしてから、メールをもう一度開いてください。',
    } satisfies Trouble,
    'storage-failed': {
      what: 'ブラウザが Sidelog のためにメールを保存できませんでした。',
      safe: 'メールはメールボックスに無事で、記録したものもここに残っています。',
      todo: 'メールをもう一度開いてください。続く場合は、ブラウザを再起動してください。',
    } satisfies Trouble,
  },
  storageBroken: {
    what: 'ブラウザが Sidelog の保存領域を開けません。',
    safe: '保存されているものには手を加えていません。',
    todo: 'ブラウザを再起動してください。ディスクがいっぱいの場合は、先に空き容量を増やしてください。',
  } satisfies Trouble,
});
