import { afterEach, describe, expect, it, vi } from "vitest";

type Module = { resolve: string; options?: Record<string, unknown> };

// The config as it is written: Medusa's defineConfig would look for our modules on the disk.
vi.mock("@medusajs/framework/utils", () => ({ defineConfig: (config: unknown) => config }));

async function modulesWith(redisUrl: string): Promise<Module[]> {
  vi.stubEnv("REDIS_URL", redisUrl);
  vi.resetModules();
  const config: unknown = await import("../../medusa-config.js");
  return (config as { default: { modules: Module[] } }).default.modules;
}

describe("The backend's jobs", () => {
  afterEach(() => vi.unstubAllEnvs());
  const engine = (modules: Module[]) =>
    modules.find(({ resolve }) => resolve.endsWith("/workflow-engine-redis"));

  it("run side by side with Redis, so that one that hangs holds up no other", async () => {
    const url = "redis://127.0.0.1:6379";
    expect(engine(await modulesWith(url))?.options).toEqual({
      redis: { redisUrl: url, jobWorkerOptions: { concurrency: 16 } },
    });
  });

  it("need no Redis", async () => {
    expect(engine(await modulesWith(""))).toBeUndefined();
  });
});
