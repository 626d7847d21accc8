import { crmName } from '@/utils/i18n/crm-names';
import type { Trouble } from '@/utils/i18n/messages/en/troubles';
import { form, t } from '@/utils/i18n/t';
import type { Because } from '@/utils/model/because';
import { RefusalReason } from '@/utils/model/because';
import type { IntentAnswer } from '@/utils/model/messages';
import type { Fault } from '@/utils/model/outbox';

type Problem = Extract<IntentAnswer, { ok: false }>['problem'];

/** Why something was matched, as a phrase. */
export function sayBecause(because: Because): string {
  return t.because[because.code](because.args[0] ?? '');
}

/** Several reasons, joined. */
export function sayReasons(reasons: readonly Because[]): string {
  return form.series(reasons.map(sayBecause));
}

/** A CRM's fault in words. `connector` is its id. */
export function sayFault(fault: Fault, connector: string): Trouble {
  const name = crmName(connector);
  switch (fault.kind) {
    case 'offline':
    case 'signed-out':
    case 'gone':
      return t.fault[fault.kind](name);
    case 'not-permitted':
      return t.fault['not-permitted'](name, fault.what ?? '');
    case 'slow-down':
      return t.fault['slow-down'](name, fault.retryAt ?? null);
    case 'refused':
      return t.fault.refused(name, fault.reason, fault.field ?? '');
    case 'not-understood':
      return t.fault['not-understood'](name, fault.step);
  }
}

/** What stood in the way of connecting `connector`. */
export function sayConnectProblem(problem: Problem, connector: string): Trouble {
  const [kind, detail = ''] = problem.code === 'crm-fault' ? problem.args : [];
  const name = crmName(connector);
  if (kind === 'offline' || kind === 'signed-out') return t.connecting[kind](name);
  if (kind === 'not-permitted') return t.connecting[kind](name, detail);
  return sayProblem(problem, connector);
}

/** A step's problem in words. A `crm-fault` carries the fault's kind and what the CRM said; `connector` names the CRM. */
export function sayProblem(problem: Problem, connector = 'notebook'): Trouble {
  const [first = '', detail = '', field = ''] = problem.args;
  if (problem.code === 'import-refused') {
    const reason = RefusalReason.safeParse(first);
    return t.problem['import-refused'](reason.success ? t.refusal[reason.data] : '');
  }
  if (problem.code !== 'crm-fault') return t.problem[problem.code](first);
  const name = crmName(connector);
  switch (first) {
    case 'offline':
    case 'signed-out':
    case 'gone':
      return t.fault[first](name);
    case 'not-permitted':
      return t.fault['not-permitted'](name, detail);
    case 'slow-down':
      return t.fault['slow-down'](name, Number(detail) || null);
    case 'refused':
      return t.fault.refused(name, detail, field);
    case 'not-understood':
      return t.fault['not-understood'](name, detail);
    default:
      return t.problem['crm-fault']();
  }
}
