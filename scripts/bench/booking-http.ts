import { randomUUID } from "node:crypto";
import { query } from "../lib/database";
import type { BenchSystem } from "./harness";

const seconds = 8;
const clients = 8;
/** Carts that are made at a time, between the measured spells. */
const cartsAtOnce = 80;

/** `cpuMs` is that of backend and database together, per request. */
export type Speed = { perSecond: number; p50: number; p99: number; cpuMs?: number };
type Post = <T>(route: string, body: object) => Promise<T>;

/** Every request comes from a visitor address of its own: an address may hold few seats. */
function poster(system: BenchSystem): Post {
  let visitor = 0;
  return async <T>(route: string, body: object) => {
    visitor += 1;
    const answer = await fetch(`${system.settings.urls.backend}${route}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": system.publishableKey,
        "x-forwarded-for": `203.${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}`,
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${route} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

/** `deed` once in each of many fresh carts, by some clients at a time; the carts are not counted. */
async function measure(
  system: BenchSystem,
  deed: (post: Post, cart_id: string) => Promise<unknown>,
): Promise<Speed> {
  const post = poster(system);
  const [region] = await query(system.databaseUrl, (sql) => sql`SELECT id FROM region LIMIT 1`);
  const cpu = () => system.cpu("backend") + system.cpu("database");
  const times: number[] = [];
  let [busySeconds, cpuSeconds] = [0, 0];
  while (busySeconds < seconds) {
    const ids = await Promise.all(
      Array.from({ length: cartsAtOnce }, async () => {
        const body = { region_id: region?.id };
        return (await post<{ cart: { id: string } }>("/store/carts", body)).cart.id;
      }),
    );
    const [start, cpuBefore] = [performance.now(), cpu()];
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let id = ids.pop(); id; id = ids.pop()) {
          const before = performance.now();
          await deed(post, id);
          times.push(performance.now() - before);
        }
      }),
    );
    busySeconds += (performance.now() - start) / 1000;
    cpuSeconds += cpu() - cpuBefore;
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return {
    perSecond: Math.round(times.length / busySeconds),
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: (cpuSeconds * 1000) / times.length,
  };
}

/** `POST /store/bookings` of one adult, on so many departures: the seats, and the line in the cart. */
export async function holdsOverHttp(system: BenchSystem, departures: number): Promise<Speed> {
  const targets = await query(
    system.databaseUrl,
    (sql) => sql<{ departure_id: string; unit_id: string }[]>`
      UPDATE booking.departure d SET capacity = 1000000
      FROM (SELECT id, option_id FROM booking.departure TABLESAMPLE SYSTEM (10)
        WHERE status = 'open' AND cutoff_at > now() + interval '1 day' AND id LIKE 'dep\\_bench\\_%'
        ORDER BY random() LIMIT ${departures}) AS chosen
      JOIN booking.unit u ON u.option_id = chosen.option_id AND u.kind = 'ADULT'
      WHERE d.id = chosen.id RETURNING d.id AS departure_id, u.id AS unit_id`,
  );
  return measure(system, (post, cart_id) => {
    const target = targets[Math.floor(Math.random() * targets.length)];
    if (!target) throw new Error("There is no departure to hold seats of.");
    const { departure_id, unit_id } = target;
    const body = { uuid: randomUUID(), cart_id, departure_id, units: { [unit_id]: 1 } };
    return post("/store/bookings", body);
  });
}

/** Medusa's own `POST /store/carts/:id/line-items` of one piece, which has no seats to guard. */
export async function goodsOverHttp(system: BenchSystem): Promise<Speed> {
  const [variant] = await query(
    system.databaseUrl,
    (sql) => sql`SELECT v.id FROM product_variant v
      JOIN product p ON p.id = v.product_id AND p.handle LIKE 'thu-nghiem-%'
      JOIN product_type t ON t.id = p.type_id AND t.value <> 'tour' LIMIT 1`,
  );
  const body = { variant_id: variant?.id, quantity: 1 };
  return measure(system, (post, cart_id) => post(`/store/carts/${cart_id}/line-items`, body));
}
