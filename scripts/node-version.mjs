export const NODE_WANTED = '20.19';

/** Whether this Node is too old for what we depend on. Kept to syntax that an old Node can read. */
export function nodeIsTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = NODE_WANTED.split('.').map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

/** Ends the program with one plain sentence where Node is too old; everything else is imported after this. */
export function demandNode() {
  if (!nodeIsTooOld(process.versions.node)) return;
  console.error(
    'Peak Onramp needs Node ' +
      NODE_WANTED +
      ' or newer; this is ' +
      process.versions.node +
      '. ' +
      'Get a current one from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
