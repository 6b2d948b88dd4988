import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { MeilisearchApiError } from "meilisearch";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keptAlive } from "./http";

describe("connections to Meilisearch that stay open", () => {
  let server: Server;
  const asked: { socket: Socket; body: string }[] = [];
  let closesKept = false;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const isKept = asked.some(({ socket }) => socket === request.socket);
      let body = "";
      for await (const part of request) body += part;
      asked.push({ socket: request.socket, body });
      if (closesKept && isKept) return void request.socket.resetAndDestroy();
      response.statusCode = request.url === "/wrong" ? 400 : 200;
      response.end(
        request.url === "/empty" ? "" : JSON.stringify({ code: "x", message: "ồ", body }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    asked.length = 0;
    closesKept = false;
  });

  const client = keptAlive();
  const ask = (path: string, init?: RequestInit) =>
    client(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);

  it("are used again, and carry Vietnamese both ways", async () => {
    const post = { method: "POST", body: JSON.stringify({ q: "cà phê" }) };
    expect(await ask("/", post)).toMatchObject({ message: "ồ", body: `{"q":"cà phê"}` });
    expect(await ask("/empty")).toBeUndefined();
    expect(asked[1]?.socket).toBe(asked[0]?.socket);
  });

  it("are replaced when the server closes one just as it is used", async () => {
    await ask("/");
    closesKept = true;
    expect(await ask("/")).toMatchObject({ code: "x" });
    expect(asked).toHaveLength(3);
  });

  it("bring the server's refusals as the client's own errors", async () => {
    await expect(ask("/wrong")).rejects.toBeInstanceOf(MeilisearchApiError);
    await expect(ask("/wrong")).rejects.toMatchObject({ cause: { code: "x" } });
  });

  it("are given up when nobody waits any more", async () => {
    await expect(ask("/", { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
