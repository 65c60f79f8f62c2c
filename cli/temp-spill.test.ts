import { spillSuite } from '@/lib/validation/spill-suite';
import { tempSpill } from './temp-spill';

spillSuite('in a temporary file', tempSpill);
