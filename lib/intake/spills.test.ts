import { spillSuite } from '../validation/spill-suite';
import { memorySpill } from './memory-files';

spillSuite('in memory', async () => memorySpill());
