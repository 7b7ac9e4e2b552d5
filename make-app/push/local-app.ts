/** Kinds of components, in the order in which they are sent: each may name one that came before. */
export const KINDS = ['connection', 'rpc', 'webhook', 'module'] as const;

export type Kind = (typeof KINDS)[number];

/** A code file, by the section of Make's API it belongs to. */
export interface Section {
  readonly section: string;
  readonly file: string;
  readonly text: string;
}

/** Values that are compared and sent, but never shown. */
export type Hidden = Readonly<Record<string, unknown>>;

/** A component of the app folder. */
export interface Component {
  readonly kind: Kind;
  readonly id: string;
  /** `basic` or `oauth`, `web` or `web-shared`; fixed once created. */
  readonly type: string | undefined;
  /** What Make shows and how it treats the component, in the words of its API. */
  readonly traits: Readonly<Record<string, string | number | null>>;
  /** Local ids of the components it uses, by the trait that names them. */
  readonly uses: Readonly<Record<string, string | null>>;
  readonly sections: readonly Section[];
  readonly common: Hidden;
}

/** The app folder, read and found whole. */
export interface LocalApp {
  /** `base` and `readme`. */
  readonly sections: readonly Section[];
  readonly groups: Section | undefined;
  readonly common: Hidden;
  readonly icon: Uint8Array | undefined;
  readonly components: readonly Component[];
}
