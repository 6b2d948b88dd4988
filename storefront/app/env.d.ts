declare module "virtual:enhance" {
  /** Address of the built enhancement script. */
  const address: string;
  export default address;
}
