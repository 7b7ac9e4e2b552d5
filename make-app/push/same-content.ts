import { parseFile } from './shape.ts';

/** Whether Make holds what a code file says; comments and layout do not count. Make answers text or parsed JSON. */
export function sameContent(remote: unknown, text: string): boolean {
  if (remote === text) return true;
  const local = parseFile(text);
  const held = typeof remote === 'string' ? parseFile(remote) : { json: remote };
  return (
    typeof local !== 'string' &&
    typeof held !== 'string' &&
    JSON.stringify(held.json) === JSON.stringify(local.json)
  );
}

/** Whether two documents say the same, line ends and outer white space apart. */
export function sameText(remote: string, text: string): boolean {
  return remote.replaceAll('\r\n', '\n').trim() === text.replaceAll('\r\n', '\n').trim();
}
