import type { HandoverRefusal } from '@/lib/workspace/handover';

export const HANDOVER_WORDS: Record<HandoverRefusal, { readonly what: string; readonly todo: string }> = {
  'handover-too-large': {
    what: 'This file is too large to be a handover',
    todo: 'A handover holds no rows and is small. Rows are loaded on the “Load tables” step.',
  },
  'handover-not-json': {
    what: 'This is not a handover file',
    todo: 'Choose the file that “Export” on the “This computer” page of your colleague made.',
  },
  'handover-other-kind': {
    what: 'This file was made for something else',
    todo: 'Choose the file that “Export” on the “This computer” page of your colleague made.',
  },
  'handover-newer': {
    what: 'This handover was made by a newer version',
    todo: 'Update this installation, or ask for a handover made with the same version.',
  },
  'handover-malformed': {
    what: 'This handover is damaged',
    todo: 'Nothing was imported. Ask for it again.',
  },
};
