/** Milliseconds for which this thread has worked: what a bound on the time of a text holds, whatever else the machine does. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
