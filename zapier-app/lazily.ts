/** The value of a function that is run when the value is first asked for: a cold start compiles only the operation it runs. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
