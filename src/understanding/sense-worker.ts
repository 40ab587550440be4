/** The thread beside the program's own that learns what danger is: started by `train.ts`, gone when it has learnt. */
// biome-ignore lint/style/noRestrictedImports: a thread answers through its port.
import { parentPort, workerData } from 'node:worker_threads';
import { trainSense } from './train-sense.ts';

parentPort?.postMessage(trainSense(workerData));
