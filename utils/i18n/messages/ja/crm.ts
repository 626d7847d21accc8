/** Menu names are the Japanese ones where the product's are well known, else the English ones. */
export const crm = () => ({
  notebook: {
    summary: 'このブラウザの中の記録です。すぐに使え、何も送信せず、CSV と JSON で書き出せます。',
    duplicates: 'ノートは、メール 1 通につき 1 件を固有のキーで管理します。',
    fields: {},
  },
  odoo: {
    summary: 'Odoo 17 以降。オンライン版でも自社サーバーでも使えます。',
    duplicates:
      '記録する前に、メールの Message-ID または会議の印を Odoo で探します。2 人の同僚がまったく同時に同じものを記録すると、2 件になることがあります。',
    fields: {
      url: {
        label: 'Odoo のアドレス',
        hint: 'Odoo を使っているときにアドレスバーに表示される、最初のスラッシュまでの部分です。',
      },
      database: {
        label: 'データベース',
        hint: '通常はアドレスの最初の部分です。Odoo の /web/database/selector のページに一覧があります。',
      },
      login: { label: 'ログイン名', hint: 'Odoo にログインするときのメールアドレスまたは名前です。' },
      key: {
        label: 'API キー',
        hint: 'Odoo で、ご自分の写真 >「My Profile」>「Account Security」>「New API Key」と進みます。キーはこのブラウザの外に出ません。',
      },
    },
  },
  espocrm: {
    summary: 'EspoCRM 9 以降。クラウドでも自社サーバーでも使えます。',
    duplicates:
      'EspoCRM は Message-ID ごとにメールを 1 件だけ保存し、2 件目は拒否します。会議と通話は説明欄の印で見つけます。2 人の同僚がまったく同時に同じものを記録すると、2 件になることがあります。',
    fields: {
      url: {
        label: 'EspoCRM のアドレス',
        hint: 'EspoCRM を使っているときにアドレスバーに表示されるものです。',
      },
      login: {
        label: 'ユーザー名',
        hint: 'EspoCRM にログインするときの名前です。API キーがある場合は空のままにしてください。',
      },
      key: {
        label: 'パスワードまたは API キー',
        hint: 'EspoCRM のパスワードです。2 段階認証の場合は、管理者が「管理」の「API ユーザー」で作る API キーを使います。メールを記録するには、ロールにインポートの権限が必要です。このブラウザの外に出ません。',
      },
    },
  },
  twenty: {
    summary: 'Twenty のクラウド版または自社サーバー。メール、会議、通話はノート (Notes) になります。',
    duplicates:
      '各ノートの ID はメールの Message-ID または会議の UID から作られ、2 件目は Twenty が拒否します。Twenty のごみ箱にあるノートは元に戻します。',
    fields: {
      url: {
        label: 'Twenty のアドレス',
        hint: 'アドレスバーに表示されるワークスペースのアドレスの、最初のスラッシュまでの部分です。',
      },
      key: {
        label: 'API キー',
        hint: 'Twenty で「Settings」>「APIs & Webhooks」>「Create API key」と進みます。キーはこのブラウザの外に出ません。',
      },
      email: {
        label: 'Twenty でのメールアドレス',
        hint: 'API キーは個人のものではないため、どのタスクがご自分のものかをこれで判断します。メンバーがお一人だけなら不要です。',
      },
    },
  },
  hubspot: {
    summary: 'アクセストークンを作成できる HubSpot の各プランで使えます。',
    duplicates:
      '記録する前にその連絡先の内容を読み、記録した後にも読み直します。2 人の同僚がほぼ同時に同じメールを記録すると、2 件になることがあります。',
    fields: {
      token: {
        label: 'アクセストークン',
        hint: 'HubSpot の「設定」>「連携」>「非公開アプリ」(現在は「レガシーアプリ」とも表示) でアプリを作成します。コンタクトと会社の読み取りと書き込み、取引と所有者の読み取り、sales-email-read を許可し、「認証」タブでトークンを表示します。このブラウザの外に出ません。',
      },
      email: {
        label: 'HubSpot でのメールアドレス',
        hint: 'HubSpot にログインするときのメールアドレスです。トークンはアカウントのものなので、これで誰かを判断します。',
      },
    },
  },
  salesforce: {
    summary: 'REST API を使える Salesforce の各エディション。ログインは自社の組織のページで行います。',
    duplicates:
      '記録する前に Salesforce でメールの Message-ID を探し、記録した後にも探します。2 人の同僚が同じ瞬間に同じメールを記録すると、レコードが 2 件になることがあります。',
    fields: {
      url: {
        label: 'Salesforce のアドレス',
        hint: 'Salesforce を使っているときにアドレスバーに表示されるものです。例: acme.lightning.force.com',
      },
      clientId: {
        label: 'コンシューマー鍵',
        hint: '管理者が「設定」で外部クライアントアプリケーションを作成します。OAuth、PKCE 必須、秘密なし、スコープは api と refresh_token、ここに表示されるリダイレクト先のアドレスを指定すると、アプリケーションの設定にコンシューマー鍵が表示されます。アプリケーションは組織にインストールされている必要があります。',
      },
    },
  },
  pipedrive: {
    summary: 'Pipedrive の全プラン。メール、会議、通話は完了済みのアクティビティになります。',
    duplicates:
      '記録する前に最新のアクティビティとその連絡先のアクティビティを調べ、記録した後にも読み直します。2 人の同僚がほぼ同時に同じメールを記録すると、2 件になることがあります。',
    fields: {
      company: {
        label: '会社のアドレス',
        hint: 'Pipedrive を使っているときにアドレスバーに表示されるものです。例: acme.pipedrive.com',
      },
      token: {
        label: 'API トークン',
        hint: 'Pipedrive で、ご自分の写真 >「個人設定」>「API」と進みます。このページがない場合は、管理者がオフにしています。このブラウザの外に出ません。',
      },
    },
  },
  zoho: {
    summary:
      'すべてのデータセンターの Zoho CRM。ログインは Zoho のページで行います。メールは完了済みのタスクになります。',
    duplicates:
      '記録する前にその連絡先の内容を読み、記録した後にも調べます。Zoho のメール機能にすでにあるメールは記録済みとみなします。2 人の同僚が同じ瞬間に同じメールを記録すると、2 件になることがあります。',
    fields: {
      url: {
        label: 'Zoho CRM のアドレス',
        hint: 'Zoho CRM を使っているときにアドレスバーに表示されるものです。例: crm.zoho.eu。末尾からデータの保管場所が分かります。',
      },
      clientId: {
        label: 'クライアント ID',
        hint: 'ご自分または管理者が、Zoho の API コンソールで「Mobile/Desktop」タイプのクライアントを作成し、ここに表示されるリダイレクト先のアドレスを指定します。クライアント ID が表示されます。シークレットは不要です。',
      },
    },
  },
  dynamics: {
    summary: 'Dynamics 365 Sales のオンライン版。職場アカウントで 1 日に 1 回ほどサインインします。',
    duplicates:
      '各レコードの ID はメールの Message-ID または会議の UID から作られ、2 件目は Dynamics が拒否します。',
    fields: {
      url: {
        label: 'Dynamics のアドレス',
        hint: 'Dynamics を使っているときにアドレスバーに表示されるものです。例: acme.crm4.dynamics.com',
      },
      clientId: {
        label: 'アプリケーション (クライアント) ID',
        hint: '管理者が Entra でアプリを登録します。プラットフォームは「シングルページ アプリケーション」、リダイレクト先はここに表示されるアドレス、アクセス許可は「Dynamics CRM, user_impersonation」です。ID は「概要」に表示されます。',
      },
      tenant: {
        label: 'テナント',
        hint: 'アプリが 1 つのテナント専用の場合だけ必要です。組織のドメインまたはディレクトリ ID を入力します。',
      },
    },
  },
});
