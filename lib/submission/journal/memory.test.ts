import { journalSuite } from './journal-suite';
import { memoryJournal } from './memory';

let journal = memoryJournal();
journalSuite(
  'the journal in memory',
  async () => journal,
  async () => {
    journal = memoryJournal();
  },
);
