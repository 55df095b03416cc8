/** A program that imports this ends with the program that started it, however that one ends: even SIGKILL leaves no orphan. */
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 200).unref();
