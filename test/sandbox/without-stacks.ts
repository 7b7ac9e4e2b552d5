/** Runs what makes an error for each of its parts only to keep where it was made, which nobody reads, without that cost. */
export function withoutStacks<T>(act: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return act();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
