import { spawn } from 'node:child_process';

/** The program that opens an address with what people have chosen for it. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, readonly string[]]>>> = {
  darwin: ['open', []],
  win32: ['cmd', ['/c', 'start', '']],
  linux: ['xdg-open', []],
};

/** Opens an address in the browser, if there is one; the address was printed anyway. */
export function openBrowser(url: string): void {
  const opener = OPENERS[process.platform];
  if (opener === undefined) return;
  const [command, before] = opener;
  const child = spawn(command, [...before, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
