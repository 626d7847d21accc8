import type { Formats } from '@/utils/i18n/formats';
import type { Trouble } from '@/utils/i18n/messages/en/troubles';

const reasons: Record<string, string> = {
  'no-meeting': 'aqui ele não tem lugar para reuniões',
  'no-call': 'aqui ele não tem lugar para chamadas',
  'no-update': 'o que está registrado não pode ser mudado lá',
  'read-only': 'um e-mail registrado não pode ser mudado lá',
  'no-field': 'ele não tem lugar para isto sem perder outro valor',
  'unknown-field':
    'ele não tem esse campo para este tipo de entrada, ou nenhum que possa ser preenchido daqui',
  'not-a-choice': 'não é nenhuma das opções dele',
  'not-a-number': 'isto não é um número',
  'not-a-day': 'isto não é um dia',
  'not-yes-or-no': 'isto não é sim nem não',
  'key-needed':
    'ele pede uma segunda etapa de entrada; use uma chave de API do administrador no lugar da sua senha',
  'owner-unknown': 'ninguém tem esse endereço lá',
};

const kept = 'A sua entrada fica guardada aqui e nada é registrado duas vezes.';

export const troubles = (f: Formats) => ({
  crmReasons: reasons,
  fault: {
    offline: (crm: string): Trouble => ({
      what: `Não se consegue chegar a ${crm}.`,
      safe: kept,
      todo: 'É enviada sozinha quando a conexão voltar.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} não aceita mais a sua chave.`,
      safe: kept,
      todo: 'Conecte de novo com uma chave nova; então tudo o que espera é enviado.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `Você não pode fazer isto em ${crm}: ${what}`
        : `O seu usuário de ${crm} não pode escrever este tipo de entrada.`,
      safe: kept,
      todo: `Peça o direito a quem administra ${crm} e tente de novo.`,
    }),
    'slow-down': (crm: string, retryAt: number | null): Trouble => ({
      what: `${crm} pediu para esperar.`,
      safe: kept,
      todo:
        retryAt === null
          ? 'Uma nova tentativa é feita sozinha.'
          : `Uma nova tentativa é feita às ${f.time(retryAt)}.`,
    }),
    refused: (crm: string, reason: string, field: string): Trouble => ({
      what: field
        ? `${crm} recusou “${field}”: ${reasons[reason] ?? reason}`
        : `${crm} disse não: ${reasons[reason] ?? reason}`,
      safe: kept,
      todo: 'Mude a entrada ou a regra no CRM e tente de novo. Ou retire a entrada.',
    }),
    gone: (crm: string): Trouble => ({
      what: `Aquilo a que isto pertence não existe mais em ${crm}.`,
      safe: kept,
      todo: 'Escolha outro contato e tente de novo, ou retire a entrada.',
    }),
    'not-understood': (crm: string, step: string): Trouble => ({
      what: step ? `${crm} respondeu algo inesperado (${step}).` : `${crm} respondeu algo inesperado.`,
      safe: kept,
      todo: 'Verifique o endereço nas configurações: uma página de entrada ou um proxy pode estar respondendo. Depois tente de novo.',
    }),
  },
  connecting: {
    offline: (crm: string): Trouble => ({
      what: `Nada responde neste endereço, então não se pode perguntar a ${crm}.`,
      safe: 'Nada foi guardado.',
      todo: 'Verifique o endereço e a sua conexão e tente de novo.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} não aceita este usuário com esta chave.`,
      safe: 'Nada foi guardado.',
      todo: 'Verifique o usuário e o banco de dados. Se estiverem certos, crie uma nova chave de API e cole aqui.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `${crm} não deixa você entrar: ${what}`
        : `O seu usuário de ${crm} não pode ser usado assim.`,
      safe: 'Nada foi guardado.',
      todo: `Peça a quem administra ${crm} que permita o acesso por API.`,
    }),
  },
  problem: {
    'not-open': (): Trouble => ({
      what: 'Esta entrada já foi decidida, aqui ou em outra janela.',
      safe: 'Nada foi mudado nem registrado duas vezes.',
      todo: 'A lista mostra como ela está.',
    }),
    'not-found': (): Trouble => ({
      what: 'Esta entrada não está mais aqui.',
      safe: 'Nada foi enviado.',
      todo: 'Abra o e-mail de novo para recuperá-la.',
    }),
    'storage-full': (): Trouble => ({
      what: 'O disco está cheio, então nada pôde ser guardado.',
      safe: 'O que estava guardado antes ainda está aqui. Este passo não foi feito.',
      todo: 'Libere espaço neste computador e tente de novo.',
    }),
    'storage-failed': (): Trouble => ({
      what: 'O navegador não conseguiu guardar isto.',
      safe: 'O que estava guardado antes ainda está aqui. Este passo não foi feito.',
      todo: 'Tente de novo. Se continuar assim, reinicie o navegador.',
    }),
    malformed: (): Trouble => ({
      what: 'O Sidelog não conseguiu ler este pedido.',
      safe: 'Nada foi mudado.',
      todo: 'Feche esta página e abra de novo: ela pode ser mais antiga que a extensão.',
    }),
    'no-permission': (host: string): Trouble => ({
      what: host ? `O navegador não deixa o Sidelog chegar a ${host}.` : 'Falta a permissão do navegador.',
      safe: 'Nada foi enviado.',
      todo: 'Pressione o botão de novo e escolha “Permitir”.',
    }),
    'insecure-address': (): Trouble => ({
      what: 'Este endereço começa com http://, que qualquer um pode ler pelo caminho.',
      safe: 'Nada foi enviado, nem a sua chave.',
      todo: 'Use o endereço com https://. Só um CRM neste computador pode usar http.',
    }),
    'not-a-url': (): Trouble => ({
      what: 'Isto não é um endereço da web.',
      safe: 'Nada foi enviado.',
      todo: 'Copie o endereço da barra do navegador com o seu CRM aberto, por exemplo https://crm.example.com.',
    }),
    'sign-in-closed': (name: string): Trouble => ({
      what: `A página de entrada de ${name} foi fechada antes de terminar.`,
      safe: 'Nada foi conectado, e nada se perdeu.',
      todo: 'Pressione Conectar de novo quando quiser entrar.',
    }),
    'not-that-crm': (name: string): Trouble => ({
      what: name ? `Nenhum ${name} responde neste endereço.` : 'Outro programa responde neste endereço.',
      safe: 'Nada do seu e-mail foi enviado.',
      todo: 'Verifique o endereço: é o que você vê enquanto usa o CRM, sem o que vem depois da primeira barra.',
    }),
    'already-exists': (name: string): Trouble => ({
      what: name ? `${name} já é um contato.` : 'Este contato já existe.',
      safe: 'Não foi criado um segundo.',
      todo: 'Nada: o e-mail é ligado ao contato que já existe.',
    }),
    'crm-fault': (): Trouble => ({
      what: 'O seu CRM não fez isto.',
      safe: kept,
      todo: 'Tente de novo em instantes.',
    }),
    'tab-gone': (): Trouble => ({
      what: 'A aba do e-mail está fechada.',
      safe: 'Nada foi mudado.',
      todo: 'Abra o e-mail de novo.',
    }),
    'no-such-kind': (kind: string): Trouble => ({
      what:
        kind === 'call'
          ? 'O seu CRM não tem aqui lugar para chamadas.'
          : kind === 'meeting'
            ? 'O seu CRM não tem aqui lugar para reuniões.'
            : 'O seu CRM não tem lugar para este tipo de entrada.',
      safe: 'Nada foi enviado. A entrada fica na lista.',
      todo: 'Conecte outro CRM nas configurações, ou diga “Isto não”.',
    }),
    'on-never-log': (): Trouble => ({
      what: 'Esta pessoa está na sua lista “Nunca registrar”.',
      safe: 'Nada foi mudado.',
      todo: 'Tire-a primeiro da lista nas configurações, se é isso que você quer.',
    }),
    'file-too-large': (): Trouble => ({
      what: 'Este arquivo tem mais de 10 MB.',
      safe: 'Nada dele foi lido, e nada saiu deste navegador.',
      todo: 'Salve o e-mail sem os anexos, ou uma parte mais curta do calendário.',
    }),
    'file-unknown': (): Trouble => ({
      what: 'O Sidelog não conhece este tipo de arquivo.',
      safe: 'Nada foi guardado, e nada saiu deste navegador.',
      todo: 'Use um e-mail salvo como .eml ou .msg, ou uma reunião salva como .ics.',
    }),
    'file-broken': (): Trouble => ({
      what: 'Este arquivo está danificado ou incompleto e não pôde ser lido.',
      safe: 'Nada foi guardado.',
      todo: 'Salve-o de novo no seu programa de e-mail, ou selecione o texto e cole aqui.',
    }),
    'file-empty': (): Trouble => ({
      what: 'Não há e-mail nem reunião nele.',
      safe: 'Nada foi guardado.',
      todo: 'Use um e-mail salvo, um convite ou o texto de um e-mail.',
    }),
    'series-too-long': (): Trouble => ({
      what: 'Este calendário repete uma reunião sem um fim razoável.',
      safe: 'Nada foi guardado.',
      todo: 'Abra a reunião no seu calendário e salve só aquele dia.',
    }),
    'nothing-near': (): Trouble => ({
      what: 'Nenhuma reunião cai nos últimos 30 dias ou nos próximos 45.',
      safe: 'Nada foi guardado.',
      todo: 'Para registrar uma reunião mais antiga, salve só ela.',
    }),
    'private-event': (): Trouble => ({
      what: 'Esta reunião está marcada como particular.',
      safe: 'Nada dela foi guardado.',
      todo: 'Se ela deve estar no seu CRM, mude isso no calendário e salve de novo.',
    }),
    'nobody-found': (): Trouble => ({
      what: 'Não há endereço de cliente nele.',
      safe: 'Nada foi guardado nem adivinhado.',
      todo: 'Diga de quem se trata.',
    }),
    'import-refused': (reason: string): Trouble => ({
      what: reason ? `Isto não é proposto: ${reason}` : 'Isto não é proposto.',
      safe: 'Nada disso foi guardado, só que foi recusado.',
      todo: 'Nada. A lista “Nunca registrar” pode ser mudada nas configurações.',
    }),
    'backup-unreadable': (): Trouble => ({
      what: 'Este arquivo está danificado, ou não foi salvo pelo Sidelog.',
      safe: 'Nada foi mudado.',
      todo: 'Escolha o arquivo que “Salvar tudo em um arquivo” deu a você.',
    }),
    'backup-newer': (version: string): Trouble => ({
      what: `Este arquivo foi salvo por um Sidelog mais novo (formato ${version}).`,
      safe: 'Nada foi mudado.',
      todo: 'Atualize o Sidelog neste navegador e depois traga o arquivo.',
    }),
    'backup-too-large': (most: string): Trouble => ({
      what: `Este arquivo tem mais de ${f.bytes(Number(most))}, então não foi lido.`,
      safe: 'Nada foi mudado.',
      todo: 'Escolha o arquivo que “Salvar tudo em um arquivo” deu a você.',
    }),
    'undo-too-late': (): Trouble => ({
      what: 'Isto já não podia ser desfeito.',
      safe: 'A entrada no seu CRM está como foi registrada.',
      todo: 'Apague-a no próprio CRM.',
    }),
  },
  unreachable: {
    what: 'A parte do Sidelog em segundo plano não responde.',
    safe: 'O seu passo está guardado nesta página e ainda não foi feito.',
    todo: 'Uma nova tentativa é feita sozinha. Deixe esta página aberta.',
  } satisfies Trouble,
  notKept: {
    'storage-full': {
      what: 'O disco está cheio: o Sidelog não conseguiu guardar um e-mail.',
      safe: 'O e-mail está seguro na sua caixa de correio, e o que você registrou ainda está aqui.',
      todo: 'Libere espaço neste computador e abra o e-mail de novo.',
    } satisfies Trouble,
    'storage-failed': {
      what: 'O navegador não guardou um e-mail para o Sidelog.',
      safe: 'O e-mail está seguro na sua caixa de correio, e o que você registrou ainda está aqui.',
      todo: 'Abra o e-mail de novo. Se continuar assim, reinicie o navegador.',
    } satisfies Trouble,
  },
  storageBroken: {
    what: 'O navegador não abre o armazenamento do Sidelog.',
    safe: 'O que estava guardado não é tocado.',
    todo: 'Reinicie o navegador. Se o disco estiver cheio, libere espaço antes.',
  } satisfies Trouble,
});
