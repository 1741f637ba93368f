/** Whether a host to listen on can be reached from this machine alone. */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase();
  return name === 'localhost' || name === '::1' || name.startsWith('127.');
}
