/** What people, channels and groups are called, by their ids; undefined for ids that nobody has. */
export interface Names {
  readonly person: (id: string) => string | undefined;
  readonly channel: (id: string) => string | undefined;
  readonly group: (id: string) => string | undefined;
}
