/** Jobs that run side by side in one process. */
const JOBS_AT_ONCE = 16;

/**
 * Medusa's modules that several processes share: events, workflows and locks. The engine would run one
 * job at a time, and a Stripe that hangs would hold up every other job. A job may run beside itself
 * then: all of ours are made for any number of workers.
 */
export function redisModules(redisUrl: string) {
  return [
    { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
    {
      resolve: "@medusajs/medusa/workflow-engine-redis",
      options: { redis: { redisUrl, jobWorkerOptions: { concurrency: JOBS_AT_ONCE } } },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/locking-redis",
            id: "locking-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
  ];
}
