import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv } from "./env.server";

const PRODUCTION = {
  NODE_ENV: "production",
  PUBLISHABLE_KEY: "pk_1",
  SESSION_SECRET: "0123456789abcdef",
};

describe("the storefront's environment", () => {
  it("development needs nothing", () => {
    const env = readEnv({});
    expect(env).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      backendUrl: "http://localhost:9000",
      storefrontUrl: "http://localhost:3000",
      isSample: false,
    });
  });

  it("a wrong value is named together with the cure", () => {
    expect(() => readEnv({ PORT: "many" })).toThrow(/PORT.*number/);
    expect(() => readEnv({ PORT: "70000" })).toThrow(/1 to 65535/);
    expect(() => readEnv({ BACKEND_URL: "ftp://x" })).toThrow(
      /BACKEND_URL.*http:\/\/localhost:9000/,
    );
    expect(() => readEnv({ SESSION_SECRET: "short" })).toThrow(/16 characters/);
    expect(() => readEnv({ SAMPLE_DATA: "yes" })).toThrow(/on or off/);
  });

  it("production asks for its key and its secret", () => {
    expect(() => readEnv({ ...PRODUCTION, PUBLISHABLE_KEY: "" })).toThrow(/PUBLISHABLE_KEY/);
    expect(() => readEnv({ ...PRODUCTION, SESSION_SECRET: undefined })).toThrow(/SESSION_SECRET/);
    expect(readEnv(PRODUCTION).publishableKey).toBe("pk_1");
  });

  it("the key can come from the demo's file, and a missing file is said", () => {
    const file = join(mkdtempSync(join(tmpdir(), "storefront-env-")), "demo.json");
    writeFileSync(file, JSON.stringify({ publishable_key: "pk_demo" }));
    const env = readEnv({ ...PRODUCTION, PUBLISHABLE_KEY: "", DEMO_FILE: file });
    expect(env.publishableKey).toBe("pk_demo");
    expect(env.isSample).toBe(true);
    expect(() => readEnv({ DEMO_FILE: `${file}.gone` })).toThrow(/cannot read DEMO_FILE/);
  });

  it("addresses lose their last slash, and pictures may come from the backend", () => {
    const env = readEnv({
      BACKEND_URL: "https://api.example/",
      PICTURE_ORIGINS: "https://a.example, https://b.example",
    });
    expect(env.backendUrl).toBe("https://api.example");
    expect(env.pictureOrigins).toEqual([
      "https://api.example",
      "https://a.example",
      "https://b.example",
    ]);
  });
});
