import type { Formats } from '@/utils/i18n/formats';

export const findSettings = (f: Formats) => ({
  label: 'Procurar uma configuração',
  found: (count: number) =>
    f.plural(count, { one: '# configuração encontrada', other: '# configurações encontradas' }),
  results: (typed: string) => `Configurações para “${typed}”`,
  clear: 'Limpar a busca',
  nothing: (typed: string) => `Nenhuma configuração se chama “${typed}”`,
  nothingHint: 'Tente uma palavra como “desfazer”, “feriado” ou “exportar”. A ajuda pode saber mais.',
  showAll: 'Mostrar todas as configurações',
  words: {
    sites:
      'gmail outlook calendário agenda e-mail email correio caixa entrada consentimento permissão acordo permitir privacidade capturar desligar ligar',
    crm: 'conectar conexão conta entrar chave token api senha servidor banco de dados integração sincronizar campos correspondência desconectar salesforce hubspot odoo pipedrive zoho dynamics espocrm twenty',
    ownAddresses: 'meu e-mail email alias identidade remetente conta eu',
    ownDomains: 'empresa interno colegas organização equipe excluir',
    neverPeople: 'bloquear ignorar excluir lista negra particular pular ocultar silenciar pessoa contato',
    neverDomains: 'bloquear ignorar excluir lista negra particular pular ocultar empresa site',
    neverWords: 'bloquear ignorar excluir particular pular palavra-chave filtro confidencial assunto',
    choices: 'correções ligação errado contato empresa negócio esquecer lembrar memória',
    overruled: 'pessoal automático retido oculto mostrar assim mesmo exceções permitir',
    declined: 'assinatura telefone cargo mudanças sugestões recusadas dados de contato',
    logText: 'corpo conteúdo resumo privacidade quanto mensagem texto completo curto',
    undo: 'desfazer atraso segundos enviar esperar retirar cancelar tempo',
    mark: 'ícone marca caixa de entrada correio indicador estado ocultar mostrar',
    notes: 'modelo reunião ata pauta notas',
    hours: 'horário de trabalho expediente fim de semana escritório início fim semana',
    holidays: 'feriado férias folga dias livres ausência calendário',
    quiet: 'acompanhamento lembrete silêncio sem resposta conversas dias',
    morning: 'notificação alerta lembrete manhã diário resumo avisar',
    notebook: 'contatos entradas pessoas histórico caderno csv planilha excel baixar exportar',
    save: 'exportar cópia de segurança backup baixar json cópia mudar computador aparelho dados',
    bring:
      'importar restaurar cópia de segurança backup carregar json mudar computador aparelho arquivo juntar',
    ledger: 'registro pedidos rede tráfego auditoria privacidade enviado dados bytes histórico',
    drift: 'quebrado erro relatório página mudou ilegível falha problema',
    check: 'diagnóstico teste estado amostra resolver problema suporte',
    help: 'ajuda suporte pergunta como teclado atalhos teclas travado problema falha relatar sobre estados significado',
    forget: 'apagar excluir remover redefinir limpar desinstalar lgpd dados tudo começar de novo',
  },
});
