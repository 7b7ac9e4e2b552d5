/** The token in an Authorization header, after `Bearer` or `OAuth`. */
export function bearerOf({ headers }: Request): string | undefined {
  return /^(?:Bearer|OAuth) (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}
