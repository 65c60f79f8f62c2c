import type { DialectChoice } from '../files/read-head';
import type { FileHead } from '../files/model';
import type { ByteSource } from '../files/source';
import { refusal, trouble } from './errors';
import type { KeptFiles } from './keep';
import { keptText, needsOther, storeText } from './keep-text';
import { openText, textHead, type OpenedText, type PackedKind, type TextFacts } from './packed-text';
import { atMostTenASecond } from './ten-a-second';
import type { IntakeEvent } from './protocol';
import { SourceError } from '../files/source';

/** Bytes that come from one place now and from another later: from the user's file, then from our copy. */
export class MovableSource implements ByteSource {
  constructor(private current: ByteSource) {}
  get size(): number {
    return this.current.size;
  }
  moveTo(source: ByteSource): void {
    this.current = source;
  }
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.current.read(from, to);
  }
  release(bytes: Uint8Array<ArrayBuffer>): void {
    this.current.release?.(bytes);
  }
}

export interface TextDeps {
  readonly files: KeptFiles;
  readonly now: () => number;
  readonly emit: (event: IntakeEvent) => void;
}

/**
 * The text of one load's compressed file: made once, kept beside the file, made again when the user chooses other
 * sheets. `source` gives the whole text; until `ready` resolves only heads may be read.
 */
export class LoadText {
  readonly source: MovableSource;
  ready: Promise<void> = Promise.resolve();
  private making = new AbortController();
  private start: ByteSource;
  private facts: () => TextFacts;
  private headerRow: number;
  private choice: DialectChoice;
  /** Still open while a text is made of it. */
  private workbook: OpenedText['workbook'];
  /** Told when the whole text is there, before anybody who waits for it. */
  onHead: (head: FileHead) => void = () => undefined;

  private constructor(
    private readonly deps: TextDeps,
    private readonly loadId: string,
    private readonly kind: PackedKind,
    private readonly file: ByteSource,
    opened: Pick<OpenedText, 'start' | 'facts' | 'workbook'>,
    readonly firstHead: FileHead,
  ) {
    this.start = opened.start;
    this.facts = opened.facts;
    this.workbook = opened.workbook;
    this.headerRow = firstHead.dialect.headerRow;
    this.choice = firstHead.dialect;
    this.source = new MovableSource(opened.start);
  }

  /** Reads the beginning; `begin` makes the rest. Rejects as `openText` does. */
  static async open(
    deps: TextDeps,
    loadId: string,
    kind: PackedKind,
    file: ByteSource,
    choice: DialectChoice,
  ): Promise<{ text: LoadText; begin: (before: Promise<void>) => void }> {
    const making = new AbortController();
    const opened = await openText(kind, file, choice, making.signal, () => deps.files.spill(loadId));
    const text = new LoadText(deps, loadId, kind, file, opened, opened.head);
    return { text, begin: (before) => text.make(opened, making, before) };
  }

  /** The text that was kept; made anew where none of this choice was. */
  static async reopen(
    deps: TextDeps,
    loadId: string,
    kind: PackedKind,
    file: ByteSource,
    choice: DialectChoice,
  ): Promise<LoadText> {
    const kept = await keptText(deps.files, loadId, kind, file.size, choice);
    if (kept === undefined) {
      const { text, begin } = await LoadText.open(deps, loadId, kind, file, choice);
      begin(Promise.resolve());
      return text;
    }
    const { source, facts } = kept;
    const wanted = { ...choice, headerRow: choice.headerRow ?? kept.headerRow };
    const head = await textHead(source, wanted, facts, file.size);
    return new LoadText(
      deps,
      loadId,
      kind,
      file,
      { start: source, facts: () => facts, workbook: undefined },
      head,
    );
  }

  /** The head under another choice; other sheets begin another text. */
  async head(choice: DialectChoice): Promise<FileHead> {
    const facts = this.facts();
    if (!needsOther(facts, this.headerRow, choice)) {
      const head = await textHead(this.start, choice, facts, this.file.size);
      this.choice = head.dialect;
      return head;
    }
    const making = new AbortController();
    const spill = () => this.deps.files.spill(this.loadId);
    const opened = await openText(this.kind, this.file, choice, making.signal, spill, this.workbook);
    // Only now: a choice that is refused leaves the former text as it is.
    const former = this.stop();
    this.start = opened.start;
    this.facts = opened.facts;
    this.workbook = opened.workbook;
    this.headerRow = opened.head.dialect.headerRow;
    this.choice = opened.head.dialect;
    this.make(opened, making, former);
    return opened.head;
  }

  /** Ends the making of the text; resolves when its file is not written any more. */
  stop(): Promise<void> {
    this.making.abort(trouble('cancelled'));
    return this.ready.catch(() => undefined);
  }

  private make(opened: OpenedText, making: AbortController, before: Promise<void>): void {
    const { deps, loadId } = this;
    this.making = making;
    const tell = atMostTenASecond(deps.now, (at: { done: number; total: number }) =>
      deps.emit({ event: 'unpacking', loadId, ...at }),
    );
    const work = async () => {
      await before;
      making.signal.throwIfAborted();
      const source = await storeText(
        deps.files,
        loadId,
        opened,
        this.file.size,
        making.signal,
        (done, total) => tell({ done, total }),
      );
      making.signal.throwIfAborted();
      this.source.moveTo(source);
      this.start = source;
      const facts = opened.facts();
      const { sections } = facts;
      this.onHead(await textHead(source, this.choice, facts, this.file.size));
      const total = this.file.size;
      deps.emit({ event: 'unpacking', loadId, done: total, total, ended: { sections: [...sections] } });
    };
    this.ready = work().catch((cause: unknown) => {
      if (cause instanceof SourceError && !making.signal.aborted) {
        deps.emit({ event: 'unpacking', loadId, done: 0, total: 0, refusal: cause.code });
        throw refusal(cause.code);
      }
      throw cause;
    });
    // Whoever needs the text waits for it and is told; nobody else is.
    this.ready.catch(() => undefined);
  }
}
