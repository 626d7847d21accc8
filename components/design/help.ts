import { later } from '@/components/design/later';

/** Every key, behind `?`. */
export const HelpDialog = later(async () => (await import('@/components/design/help-dialog')).HelpDialog);
