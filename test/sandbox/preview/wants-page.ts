/** What `npm start` may be told about what it prints. */
export interface Printed {
  readonly event?: string;
  readonly platform?: string;
  readonly signal?: string;
  readonly json?: boolean;
}

/** Whether somebody wants the page: they sit at a terminal or choose its port, and ask for nothing to be printed. */
export function wantsPage(
  { event, platform, signal, json, port }: Printed & { readonly port?: string },
  isTerminal: boolean,
): boolean {
  const isPrinted = [event, platform, signal, json].some((option) => option !== undefined);
  return !isPrinted && (isTerminal || port !== undefined);
}
