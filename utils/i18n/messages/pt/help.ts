export const help = () => ({
  title: 'Ajuda',
  hint: 'Tudo aqui faz parte do Sidelog; nenhuma página é carregada de lugar algum.',
  states: {
    title: 'O que cada estado significa',
    open: {
      name: 'Espera por você',
      means: 'O Sidelog escreveu a entrada. Nada é enviado antes de você registrar.',
    },
    confirmed: {
      name: 'A caminho',
      means:
        'Você confirmou. Ela sai quando passa o tempo para desfazer, e espera em segurança enquanto você está sem conexão.',
    },
    unconfirmed: {
      name: 'Ainda sem resposta',
      means:
        'O CRM não disse se ela chegou. O Sidelog olha lá antes de enviar de novo, para que nada seja registrado duas vezes.',
    },
    stuck: {
      name: 'Precisa de você',
      means:
        'O CRM disse não, ou não conhece mais a sua chave. A linha diz por quê, o que está seguro e o que fazer.',
    },
    logged: {
      name: 'Registrado',
      means: 'Está no seu CRM ou no seu caderno. Você ainda pode remover.',
    },
    snoozed: {
      name: 'Mais tarde',
      means: 'Adiado. Volta sozinho na hora que você escolheu.',
    },
    quiet: {
      name: 'De alguém desconhecido',
      means:
        'Não é um contato, e você não escreveu para a pessoa. Não conta; ainda assim você pode registrar.',
    },
    refused: {
      name: 'Não proposto',
      means:
        'Interno, escrito por uma máquina, pessoal ou na sua lista “Nunca registrar”. O painel diz qual, e pode mostrar assim mesmo.',
    },
  },
  stuck: {
    title: 'Quando algo trava',
    unread: {
      name: 'Um e-mail está aberto e nada aparece',
      todo: 'Veja se o site dele está ligado e recarregue a aba uma vez.',
    },
    changed: {
      name: 'Continua sem aparecer',
      todo: 'O site pode estar diferente agora. Solte ou cole o e-mail no painel: dá a mesma entrada.',
    },
    unsent: {
      name: 'Uma entrada não sai',
      todo: 'Abra “Precisa de você” no painel. “Tentar de novo” é seguro quantas vezes quiser: nada é registrado duas vezes.',
    },
    wrong: {
      name: 'Ele aponta a pessoa ou o negócio errado',
      todo: 'Pressione “Errado?” na entrada e escolha. O Sidelog mantém isso, e você pode fazê-lo esquecer.',
    },
    unwanted: {
      name: 'Isto nunca deve ser registrado',
      todo: 'Ponha a pessoa, o domínio ou uma palavra na sua lista “Nunca registrar”.',
    },
    lost: {
      name: 'Um novo computador ou navegador',
      todo: 'Salve tudo em um arquivo lá e traga-o para cá.',
    },
  },
  open: (section: string) => `Configurações: ${section}`,
  report: {
    title: 'Relatar um problema',
    text: 'O relatório contém versões, números e nomes de passos: nenhum nome, endereço, assunto ou frase. Leia-o e depois envie a quem cuida do Sidelog na sua empresa.',
    copy: 'Copiar relatório',
    copied: 'Copiado',
    shape: 'O que o relatório contém',
  },
  privacy: {
    title: 'A privacidade em resumo',
    reads: 'O Sidelog lê só os sites que você ligou, e só o que a página tem aberto.',
    sends:
      'Nada da sua caixa de correio sai do navegador antes de você confirmar, e então vai só para o seu CRM.',
    keeps: 'O texto não confirmado some depois de 14 dias; o registrado, depois de 24 horas.',
    shows: 'Cada pedido que saiu está na lista. Não há servidor do Sidelog e nada é medido para nós.',
  },
});
