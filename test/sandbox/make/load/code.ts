/** One code file of a component; `json` is what an absent file means to Make. */
export interface Code<T = unknown> {
  /** Path inside the app folder, or the component's name and `(absent)`. */
  readonly file: string;
  readonly json: T;
}
