declare module "virtual:enhance" {
  /** Address of the built enhancement script. */
  const address: string;
  export default address;
}

interface ImportMetaEnv {
  /** False in what is built for browsers; known when building. */
  readonly SSR: boolean;
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
