import { register as registerCommonJs } from 'tsx/cjs/api';
import { register } from 'tsx/esm/api';

// A thread does not inherit what its parent's loader can do.
registerCommonJs();
register();
await import('./life-thread.ts');
