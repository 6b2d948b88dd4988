import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "./lib/settings";

type Violation = { rule: { name: string } };

/** One planted fault for each rule of .dependency-cruiser.cjs: the file and what it imports. */
const faults: Record<string, [file: string, imports: string]> = {
  "no-circular": ["shared/src/ring.ts", "./ring-back"],
  "shared-is-pure": ["shared/src/reads-files.ts", "node:fs"],
  "zod-only-in-contracts": ["shared/src/heavy.ts", "zod"],
  "module-knows-no-module": ["backend/src/modules/village/peek.ts", "../producer/index"],
  "link-takes-indexes": ["backend/src/links/village-producer.ts", "../modules/producer/service"],
  "workflow-stays-below-api": ["backend/src/workflows/village/up.ts", "../../api/health"],
  "workflow-takes-services": [
    "backend/src/workflows/village/reach.ts",
    "../../modules/producer/service",
  ],
  "edge-goes-through-workflows": ["backend/src/api/short-cut.ts", "../modules/producer/service"],
  "admin-speaks-http": ["backend/src/admin/reach.ts", "../lib/sql"],
  "search-knows-no-service": ["backend/src/search/reach.ts", "../modules/producer/index"],
  "reports-only-read": ["backend/src/reports/write.ts", "../workflows/village/plain"],
  "storefront-speaks-http": ["storefront/app/reach.ts", "../../backend/src/lib/sql"],
  "scripts-start-processes": ["scripts/reach.ts", "../backend/src/lib/sql"],
  "one-router": ["storefront/app/router.ts", "react-router"],
  "contracts-stay-on-the-server": [
    "storefront/app/ui/heavy.ts",
    "../../../shared/src/contracts/catalog",
  ],
};

/** What the faulty files import. */
const targets = [
  "shared/src/contracts/catalog.ts",
  "backend/src/modules/producer/index.ts",
  "backend/src/modules/producer/service.ts",
  "backend/src/api/health.ts",
  "backend/src/lib/sql.ts",
  "backend/src/workflows/village/plain.ts",
  "node_modules/zod/index.js",
  "node_modules/react-router/index.js",
];

describe("The import table", () => {
  const tree = mkdtempSync(path.join(tmpdir(), "boundaries-"));
  afterAll(() => rmSync(tree, { recursive: true }));

  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  };

  const violations = (): string[] => {
    const output = execFileSync(
      process.execPath,
      [path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs")].concat(
        ["--config", ".dependency-cruiser.cjs", "--output-type", "json"],
        ["shared/src", "backend/src", "storefront/app", "scripts"],
      ),
      { cwd: tree, encoding: "utf8", maxBuffer: 1 << 26 },
    );
    const { summary } = JSON.parse(output) as { summary: { violations: Violation[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  };

  it("catches one planted fault for each of its rules, and nothing without them", () => {
    cpSync(path.join(root, ".dependency-cruiser.cjs"), path.join(tree, ".dependency-cruiser.cjs"));
    write("tsconfig.json", "{}");
    write("storefront/app/fine.ts", "export const fine = 1;");
    write("scripts/fine.ts", "export const fine = 1;");
    for (const target of targets) write(target, "export const thing = 1;");
    expect(violations()).toEqual([]);

    for (const [file, imports] of Object.values(faults)) {
      write(file, `import { thing } from "${imports}";\nexport const used = thing;`);
    }
    write("shared/src/ring-back.ts", 'import { used } from "./ring";\nexport const thing = used;');
    const config = createRequire(import.meta.url)(path.join(root, ".dependency-cruiser.cjs")) as {
      forbidden: { name: string }[];
    };
    expect(Object.keys(faults).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
    expect(violations()).toEqual(Object.keys(faults).sort());
  }, 60_000);
});
