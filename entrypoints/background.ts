import { defineBackground } from 'wxt/utils/define-background';
import { startWorker } from '@/utils/actions/start-worker';

export default defineBackground(() => startWorker());
