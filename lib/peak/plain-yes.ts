/** One of these words, … */
const BARE_YES = /^\s*"?(?:|ok|okay|true|null|created|done)[.!]?"?\s*$/i;
/** … or a few words that hold one of these and none against it; torn JSON, a page or a number is no such text. */
const FEW_WORDS = /^[\s"]*[\p{L}\s.,:;!'’-]+"?\s*$/u;
const YES = /accepted|queued|received|ingested|success/i;
const BUT =
  /denied|error|fail|sign|log.?in|not|reject|block|invalid|unauthor|forbid|expire|time.?out|unable|un(?:success|accept)|partial|warn|please|n['’]t|\b(?:no|none|nothing|zero|some|but|except|only|few)\b/i;
/** Characters. */
const LONGEST_YES = 64;

/** Whether a body that is no JSON says yes and nothing else, so that the status alone may settle a batch. */
export const isPlainYes = (text: string): boolean =>
  text.length <= LONGEST_YES &&
  (BARE_YES.test(text) || (FEW_WORDS.test(text) && YES.test(text) && !BUT.test(text)));
