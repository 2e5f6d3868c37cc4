/** CPU milliseconds of this thread, which bound the time of a text independently of other processes. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
