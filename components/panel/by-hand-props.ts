import type { ReadonlySignal } from '@preact/signals';
import type { ImportProblem, IntentAnswer } from '@/utils/model/messages';

type Problem = Extract<IntentAnswer, { ok: false }>['problem'];

export interface HandedResultView {
  proposed: number;
  problem: Problem | null;
  not: { name: string; problem: ImportProblem }[];
  askWhom: string | null;
}

/** What the rep hands over themselves; utils/view/by-hand.ts builds it. */
export interface ByHandDoor {
  open: ReadonlySignal<boolean>;
  busy: ReadonlySignal<boolean>;
  result: ReadonlySignal<HandedResultView | null>;
  show(): void;
  close(): void;
  addFiles(files: readonly File[]): void;
  addText(text: string): void;
  nameWhom(text: string, address: string, name: string): boolean;
}
