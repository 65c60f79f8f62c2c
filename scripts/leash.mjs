/*
 * Preloaded into every program we start. Killed outright, a parent cannot stop its children; but its end of this
 * channel closes with it, and that is the sign to go. Workers that inherit this file have another parent and stay
 * out of it.
 */
if (process.channel && process.env.ONRAMP_LEASH === String(process.ppid)) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), 5000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // Listening holds a process open; this listener must not outlive the work.
  process.channel.unref();
}
