import { Writable } from "node:stream";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { BackendError } from "./lib/backend.server";
import { HtmlBytes } from "./lib/html-bytes.server";
import { NonceContext } from "./lib/nonce";

/** How long loaders of a hydrated page may keep the stream open. */
export const streamTimeout = 10_000;

/**
 * Renders a page whole before its first byte leaves. Pages without framework code could never
 * show a part that arrives later, and the few hydrated ones are quick enough.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = typeof loadContext.nonce === "string" ? loadContext.nonce : undefined;
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} {...(nonce ? { nonce } : {})} />
      </NonceContext.Provider>,
      {
        ...(nonce ? { nonce } : {}),
        onAllReady() {
          clearTimeout(timer);
          headers.set("content-type", "text/html; charset=utf-8");
          const bytes = new HtmlBytes();
          pipe(
            new Writable({
              write(chunk: Uint8Array, _encoding, done) {
                bytes.add(chunk);
                done();
              },
              final(done) {
                resolve(new Response(bytes.whole(), { headers, status: answerStatus }));
                done();
              },
            }),
          );
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          answerStatus = 500;
          console.error(error);
        },
      },
    );
    const timer = setTimeout(
      () => abort(new Error("The page took too long to render.")),
      streamTimeout + 1000,
    );
  });
}

/** Logs what is a fault of ours; refusals of the backend below 500 are ordinary answers. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  if (error instanceof BackendError && error.status < 500) return;
  console.error(`${request.method} ${new URL(request.url).pathname}`, error);
}
