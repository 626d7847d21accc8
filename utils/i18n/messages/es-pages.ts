import type { PageLanguage } from '@/utils/i18n/messages/assemble';
import { signIn, transfer } from '@/utils/i18n/messages/es/connecting';
import { crm } from '@/utils/i18n/messages/es/crm';
import { mirrorScope } from '@/utils/i18n/messages/es/mirror-scope';
import { options } from '@/utils/i18n/messages/es/options';
import { practice } from '@/utils/i18n/messages/es/practice';
import { welcome } from '@/utils/i18n/messages/es/welcome';
import { written } from '@/utils/i18n/messages/es/written';

export const esPages: PageLanguage = {
  crm,
  mirrorScope,
  options,
  practice,
  signIn,
  transfer,
  welcome,
  written,
};
