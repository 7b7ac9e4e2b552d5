/** Paths of code files by key; null or absent means there is none. */
export type CodeFiles = Readonly<Record<string, string | null | undefined>>;

/** A component as `makecomapp.json` lists it. */
export interface ManifestComponent {
  readonly label: string;
  readonly codeFiles: CodeFiles;
  readonly connectionType?: 'basic' | 'oauth';
  readonly webhookType?: 'web' | 'web-shared';
  readonly moduleType?: 'trigger' | 'instant_trigger' | 'search' | 'action' | 'universal' | 'responder';
  readonly connection?: string | null;
  readonly altConnection?: string | null;
  readonly webhook?: string | null;
}

export type Components = Readonly<Record<string, ManifestComponent>>;

/** `makecomapp.json`. */
export interface Manifest {
  readonly generalCodeFiles: CodeFiles;
  readonly components: Readonly<Record<'connection' | 'webhook' | 'module' | 'rpc', Components>>;
  readonly origins: readonly { readonly label: string; readonly appId: string }[];
}

/** What a folder without a readable manifest counts as. */
export const EMPTY_MANIFEST: Manifest = {
  generalCodeFiles: {},
  components: { connection: {}, webhook: {}, module: {}, rpc: {} },
  origins: [],
};
