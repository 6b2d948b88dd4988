import { createContext, useContext } from "react";

/** The answer's nonce while the server renders; empty in the browser, which hides nonces. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
