import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, root } from "../lib/settings";
import { besideStart, WITH_LOCAL_STRIPE } from "./for-start";

const dataDir = mkdtempSync(path.join(tmpdir(), "beside-start-"));
const settings = readSettings({ DATA_DIR: dataDir });
// Schemas that another start has made are made for all.
const made = path.join(root, ".data", "local-stripe");
if (existsSync(made)) cpSync(made, path.join(dataDir, "local-stripe"), { recursive: true });

describe("A start with the simulated Stripe", { timeout: 120_000 }, () => {
  it("has none unless it is asked for", async () => {
    expect(await besideStart(settings, { args: [], env: {} })).toBeUndefined();
  });

  it("never stands beside a real key", async () => {
    const given = { args: [WITH_LOCAL_STRIPE], env: { STRIPE_API_KEY: "sk_live_1" } };
    await expect(besideStart(settings, given)).rejects.toThrow("STRIPE_API_KEY is set");
  });

  it("tells the system where the simulator is, and people that it is one", async () => {
    const beside = await besideStart(settings, { args: [WITH_LOCAL_STRIPE], env: {} });
    if (!beside) throw new Error("It did not start.");
    const { stripe, env, words } = beside;
    expect(env.STRIPE_API_URL).toBe(stripe.url);
    expect(env.STRIPE_API_KEY).toMatch(/^sk_test_/);
    expect(words.join("\n")).toContain("SIMULATOR");
    expect(words.join("\n")).toContain("4242 4242 4242 4242");
    expect(await (await fetch(`${stripe.url}/v3/`)).text()).toContain("SIMULATOR");
    await stripe.close();
  });
});
