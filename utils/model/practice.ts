import { instant, list, someText, z } from '@/utils/model/zod';

/** What practice asks for, in the order in which it is shown. */
export const practiceTasks = ['log', 'contact', 'match', 'undo', 'day'] as const;
export const PracticeTask = z.enum(practiceTasks);
export type PracticeTask = z.infer<typeof PracticeTask>;

/** How far somebody is in practice. Stands in the practice book's settings, and goes with it. */
export const PracticeProgress = z.object({
  /** From when the invented mails and meetings date back. */
  began: instant,
  /** Each was really done once: what is taken back afterwards stays done. */
  done: list(PracticeTask, practiceTasks.length),
  /** Proposals that were confirmed once: one of them that is open again was taken back. */
  confirmed: list(someText(60), 500),
});
export type PracticeProgress = z.infer<typeof PracticeProgress>;

/** The screens of the welcome page, in their order. */
export const welcomeSteps = ['reading', 'book', 'you'] as const;
export const WelcomeStep = z.enum(welcomeSteps);
export type WelcomeStep = z.infer<typeof WelcomeStep>;
