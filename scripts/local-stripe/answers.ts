import type { IncomingMessage, ServerResponse } from "node:http";

const MOST_BYTES = 256 * 1024;

/** The whole body as text. @throws Error above 256 KB. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MOST_BYTES) throw new Error("The body is above 256 KB.");
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Answers; everything that leaves is marked as the simulator's. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "stripe-simulator": "SIMULATOR",
    "access-control-allow-origin": "*",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(body);
}
