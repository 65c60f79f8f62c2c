/** What the copying worker is told: to copy a file and to pass its slices on, to stop, or that one of them was taken. */
export type KeeperTake =
  | { readonly loadId: string; readonly file: Blob; readonly name: string; readonly passes: boolean }
  | { readonly stop: true }
  | { readonly goOn: true };

/**
 * A message as what the copying worker is told; undefined when it is nothing of the kind. Parsed by hand: that worker
 * starts when a file is chosen, and a library of schemas would be compiled while the first rows are waited for.
 */
export function keeperTake(message: unknown): KeeperTake | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if ('stop' in message) return message.stop === true ? { stop: true } : undefined;
  if ('goOn' in message) return message.goOn === true ? { goOn: true } : undefined;
  if (!('loadId' in message && 'file' in message && 'name' in message)) return undefined;
  const { loadId, file, name } = message;
  if (typeof loadId !== 'string' || typeof name !== 'string' || !(file instanceof Blob)) return undefined;
  return { loadId, file, name, passes: 'passes' in message && message.passes === true };
}
