import { AsyncLocalStorage } from "node:async_hooks";

const KEY = Symbol.for("cho-lang.visitor-address");
const shared = globalThis as { [KEY]?: AsyncLocalStorage<string> };
shared[KEY] ??= new AsyncLocalStorage<string>();

/**
 * The network address of the visitor whose request is being answered. The backend slows down
 * guessing of passwords by address, so every call made for a visitor names it.
 *
 * It hangs on globalThis because the server and the built pages are two copies of this module.
 */
export const visitorAddress = shared[KEY];
