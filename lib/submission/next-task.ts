/**
 * Resolves after everything that waited in the event loop so far has had its turn (messages, answers of a database): long
 * work made of promises alone lets none of it through. A timer would do the same, but 4 ms later.
 */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
