import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { redisModules } from "./redis-modules";

const require = createRequire(__filename);

describe("The modules that processes share by Redis", () => {
  const modules = redisModules("redis://127.0.0.1:6379");

  it("are Medusa's own", () => {
    for (const { resolve } of modules) expect(require.resolve(resolve)).not.toBe("");
  });

  it("let a job that hangs hold up no other", () => {
    const engine = modules.find(({ resolve }) => resolve.endsWith("/workflow-engine-redis"));
    expect(engine?.options).toMatchObject({ redis: { jobWorkerOptions: { concurrency: 16 } } });
  });
});
