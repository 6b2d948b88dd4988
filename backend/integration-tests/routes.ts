import { createRequire } from "node:module";

export interface RunningRoute {
  method: string;
  path: string;
}

type Layer = { route?: { path: string; methods: Record<string, boolean> } };
type Handler = (req: unknown, res: { json: (body: unknown) => void }) => void;
export type Application = {
  _router?: { stack: Layer[] };
  get: (path: string, handler: Handler) => void;
};

/**
 * Watches which application the tests' server starts. Call it at the top of a test file, before the
 * suite boots; the answer gives the application once it runs.
 */
export function watchApplication(): () => Application {
  const express = createRequire(__filename)("express") as {
    application: { listen: (this: Application, ...args: unknown[]) => unknown };
  };
  const { listen } = express.application;
  let running: Application | undefined;
  express.application.listen = function watched(this: Application, ...args: unknown[]) {
    running = this;
    return listen.apply(this, args);
  };
  return () => {
    if (!running) throw new Error("The application has not started.");
    return running;
  };
}

/** Every route of a running application, each method and path once. */
export function routesOf(application: Application): RunningRoute[] {
  const routes = (application._router?.stack ?? []).flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map((method) => ({
          method: method.toUpperCase(),
          path: route.path,
        }))
      : [],
  );
  const seen = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
  return [...seen.values()];
}
