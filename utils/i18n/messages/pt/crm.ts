export const crm = () => ({
  notebook: {
    summary: 'Um registro neste navegador. Funciona na hora, não envia nada, exporta para CSV e JSON.',
    duplicates: 'O caderno guarda uma entrada por e-mail, reconhecida pela sua própria chave.',
    fields: {},
  },
  odoo: {
    summary: 'Odoo 17 e posteriores, on-line ou no seu próprio servidor.',
    duplicates:
      'Antes de registrar, o Sidelog procura no Odoo o Message-ID do e-mail ou a marca da reunião. Dois colegas que registrem o mesmo no mesmo instante ainda poderiam criar dois.',
    fields: {
      url: {
        label: 'Endereço do Odoo',
        hint: 'Como na barra do navegador enquanto você usa o Odoo, até a primeira barra.',
      },
      database: {
        label: 'Banco de dados',
        hint: 'Costuma ser a primeira parte do endereço. A página /web/database/selector do Odoo mostra.',
      },
      login: {
        label: 'O seu usuário',
        hint: 'O endereço de e-mail ou o nome com que você entra no Odoo.',
      },
      key: {
        label: 'Chave de API',
        hint: 'No Odoo: a sua foto, Meu perfil, Segurança da conta, Nova chave de API. Fica neste navegador.',
      },
    },
  },
  espocrm: {
    summary: 'EspoCRM 9 e posteriores, na nuvem ou no seu próprio servidor.',
    duplicates:
      'O EspoCRM guarda um e-mail por Message-ID: um segundo é recusado. Uma reunião ou chamada é reconhecida por uma marca na descrição; dois colegas que registrem o mesmo no mesmo instante ainda poderiam criar dois.',
    fields: {
      url: {
        label: 'Endereço do EspoCRM',
        hint: 'Como na barra do navegador enquanto você usa o EspoCRM.',
      },
      login: {
        label: 'O seu nome de usuário',
        hint: 'O que você usa para entrar no EspoCRM. Deixe vazio se tiver uma chave de API.',
      },
      key: {
        label: 'Senha ou chave de API',
        hint: 'A sua senha do EspoCRM; com entrada em duas etapas, uma chave de API que o administrador cria em Administração, Usuários de API. Para registrar e-mails, a sua função precisa de acesso a Importar. Fica neste navegador.',
      },
    },
  },
  twenty: {
    summary: 'Twenty na nuvem ou no seu próprio servidor. E-mails, reuniões e chamadas viram notas.',
    duplicates:
      'Cada nota tem um id feito do Message-ID do e-mail ou do UID da reunião: o Twenty recusa uma segunda. Uma nota que está na lixeira do Twenty é recuperada.',
    fields: {
      url: {
        label: 'Endereço do Twenty',
        hint: 'O endereço do seu espaço de trabalho como na barra do navegador, até a primeira barra.',
      },
      key: {
        label: 'Chave de API',
        hint: 'No Twenty: Settings, APIs & Webhooks, Create API key. Fica neste navegador.',
      },
      email: {
        label: 'O seu endereço de e-mail no Twenty',
        hint: 'Uma chave de API não é de ninguém: assim o Sidelog sabe que tarefas são suas. Desnecessário se você é o único membro.',
      },
    },
  },
  hubspot: {
    summary: 'HubSpot, qualquer plano que permita criar um token de acesso.',
    duplicates:
      'Antes de registrar, o Sidelog lê o que está ligado ao contato, e lê de novo depois. Dois colegas que registrem o mesmo e-mail no mesmo momento ainda poderiam criar dois.',
    fields: {
      token: {
        label: 'Token de acesso',
        hint: 'No HubSpot: Configurações, Integrações, Aplicativos privados (agora também “Legacy apps”); crie um com leitura e escrita de contatos e empresas, leitura de negócios e proprietários, sales-email-read; depois Auth, Mostrar token. Fica neste navegador.',
      },
      email: {
        label: 'O seu endereço no HubSpot',
        hint: 'O endereço com que você entra no HubSpot. Um token pertence à conta: isto diz quem você é.',
      },
    },
  },
  salesforce: {
    summary: 'Edições do Salesforce com a API REST. Você entra na página da sua própria organização.',
    duplicates:
      'Antes de registrar, o Sidelog procura o Message-ID do e-mail no Salesforce, e olha de novo depois. Dois colegas que registrem o mesmo e-mail no mesmo segundo ainda poderiam criar dois registros.',
    fields: {
      url: {
        label: 'O seu endereço do Salesforce',
        hint: 'Como na barra do navegador enquanto você usa o Salesforce, por exemplo acme.lightning.force.com.',
      },
      clientId: {
        label: 'Consumer Key',
        hint: 'O administrador cria uma External Client App em Setup, com OAuth, PKCE obrigatório, sem segredo, os escopos api e refresh_token e o endereço de redirecionamento mostrado aqui; as configurações dela mostram a Consumer Key. O aplicativo precisa estar instalado na sua organização.',
      },
    },
  },
  pipedrive: {
    summary: 'Pipedrive, qualquer plano. E-mails, reuniões e chamadas viram atividades concluídas.',
    duplicates:
      'Antes de registrar, o Sidelog olha as atividades mais recentes e as do contato, e lê de novo depois. Dois colegas que registrem o mesmo e-mail no mesmo momento ainda poderiam criar dois.',
    fields: {
      company: {
        label: 'Endereço da sua empresa',
        hint: 'Como na barra do navegador enquanto você usa o Pipedrive, p. ex. acme.pipedrive.com.',
      },
      token: {
        label: 'Token de API',
        hint: 'No Pipedrive: a sua foto, Preferências pessoais, API. Se essa página não existir, um administrador a desligou. Fica neste navegador.',
      },
    },
  },
  zoho: {
    summary:
      'Zoho CRM em qualquer centro de dados. Você entra na página do próprio Zoho; e-mails viram tarefas concluídas.',
    duplicates:
      'Antes de registrar, o Sidelog lê o que está ligado ao contato, e olha de novo depois; um e-mail que a caixa de correio do Zoho já tem conta como registrado. Dois colegas que registrem o mesmo e-mail no mesmo segundo ainda poderiam criar dois.',
    fields: {
      url: {
        label: 'O seu endereço do Zoho CRM',
        hint: 'Como na barra do navegador enquanto você usa o Zoho CRM, por exemplo crm.zoho.eu: o final diz onde estão os seus dados.',
      },
      clientId: {
        label: 'Client ID',
        hint: 'Você ou o administrador cria um cliente do tipo “Mobile/Desktop” no console de API do Zoho, com o endereço de redirecionamento mostrado aqui. Ele mostra o Client ID; o segredo não é necessário.',
      },
    },
  },
  dynamics: {
    summary: 'Dynamics 365 Sales on-line. Você entra com a conta de trabalho, cerca de uma vez por dia.',
    duplicates:
      'O id de cada registro é feito do Message-ID do e-mail ou do UID da reunião: o próprio Dynamics recusa um segundo.',
    fields: {
      url: {
        label: 'O seu endereço do Dynamics',
        hint: 'Como na barra do navegador enquanto você usa o Dynamics, por exemplo acme.crm4.dynamics.com.',
      },
      clientId: {
        label: 'ID do aplicativo (cliente)',
        hint: 'O administrador registra um aplicativo no Entra com a plataforma “Aplicativo de página única”, o endereço de redirecionamento mostrado aqui e a permissão “Dynamics CRM, user_impersonation”. A visão geral dele mostra o ID.',
      },
      tenant: {
        label: 'Locatário',
        hint: 'Só se o aplicativo for para um único locatário: o domínio ou o ID de diretório da sua organização.',
      },
    },
  },
});
