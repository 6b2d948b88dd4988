import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { addDays, formatTimeInVietnam, todayInVietnam } from "@cho-lang/shared/calendar";
import { tourBooking } from "@cho-lang/shared/contracts/booking";
import { catalogAnswer } from "@cho-lang/shared/contracts/catalog";
import { catalogDetail } from "@cho-lang/shared/contracts/product";
import { backend } from "../../market";
import { medusaHttpSuite } from "../../support";

const folder = mkdtempSync(path.join(os.tmpdir(), "cho-lang-seed-"));
process.env.FILES_DIR = path.join(folder, "files");
const demoFile = path.join(folder, "demo.json");

const VISIT_TABLES = [
  "option",
  "unit",
  "schedule_rule",
  "departure",
  "booking",
  "unit_item",
  "departure_event",
];

type Seed = typeof import("../../../src/scripts/seed");
type Demo = import("../../../src/scripts/seed/demo-file").Demo;

medusaHttpSuite("seed", ({ api, getContainer }) => {
  const sql = () => backend("lib/sql").sql();
  const demo = (): Demo => JSON.parse(readFileSync(demoFile, "utf8"));

  async function seed(): Promise<void> {
    process.env.DEMO_FILE = demoFile;
    const script = createRequire(__filename)("../../../src/scripts/seed") as Seed;
    await script.default({ container: getContainer(), args: [] });
  }

  /** Live rows of every table that the seed writes, and when any of them was last touched. */
  async function census(): Promise<Record<string, string>> {
    const tables = await sql()<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name IN ('deleted_at', 'updated_at')
      GROUP BY table_name HAVING count(*) = 2 ORDER BY table_name`;
    const counts: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await sql()<{ rows: string; touched: string | null }[]>`
        SELECT count(*) AS rows, max(updated_at)::text AS touched
        FROM ${sql()(name)} WHERE deleted_at IS NULL`;
      counts[name] = `${row?.rows} rows, ${row?.touched}`;
    }
    for (const name of VISIT_TABLES) {
      const [row] = await sql()<{ rows: string; digest: string }[]>`
        SELECT count(*) AS rows, md5(string_agg(r::text, '' ORDER BY r::text)) AS digest
        FROM ${sql()(`booking.${name}`)} r`;
      counts[`booking.${name}`] = `${row?.rows} rows, ${row?.digest}`;
    }
    return counts;
  }

  const rowsOnly = (counts: Record<string, string>) =>
    Object.fromEntries(Object.entries(counts).map(([name, text]) => [name, text.split(",")[0]]));

  async function get(url: string) {
    const headers = { "x-publishable-api-key": demo().publishable_key };
    return api.get(url, { headers, validateStatus: () => true });
  }

  async function catalog(query: string) {
    const answer = await get(`/store/catalog${query}`);
    expect(answer.status).toBe(200);
    return catalogAnswer.parse(answer.data);
  }

  /** As if the seeding had been killed while it made options, departures and guests. */
  async function loseVisits(): Promise<void> {
    await sql().begin(async (tx) => {
      // The history only grows and everything hangs on it: only so can it be cut off.
      await tx`SET LOCAL session_replication_role = replica`;
      await tx`CREATE TEMP TABLE lost ON COMMIT DROP AS
        SELECT b.uuid, b.departure_id, b.pax FROM booking.booking b
        JOIN booking.departure d ON d.id = b.departure_id
        WHERE d.local_date > ${addDays(todayInVietnam(new Date()), 1)}
          AND (b.code < 'M' OR b.option_id < 'opt_8')`;
      await tx`UPDATE booking.departure d SET confirmed = confirmed - l.pax
        FROM (SELECT departure_id, sum(pax) AS pax FROM lost GROUP BY 1) l
        WHERE d.id = l.departure_id`;
      for (const name of ["unit_item", "departure_event"]) {
        await tx`DELETE FROM ${tx(`booking.${name}`)}
          WHERE booking_uuid IN (SELECT uuid FROM lost)`;
      }
      await tx`DELETE FROM booking.booking WHERE uuid IN (SELECT uuid FROM lost)`;
      await tx`DELETE FROM booking.departure d WHERE id LIKE '%7'
        AND local_date > ${todayInVietnam(new Date())}
        AND NOT EXISTS (SELECT FROM booking.booking b WHERE b.departure_id = d.id)`;
      await tx`CREATE TEMP TABLE idle ON COMMIT DROP AS
        SELECT o.id FROM booking.option o WHERE NOT EXISTS
          (SELECT FROM booking.booking b WHERE b.option_id = o.id)`;
      for (const name of ["departure", "schedule_rule", "unit"]) {
        await tx`DELETE FROM ${tx(`booking.${name}`)} WHERE option_id IN (SELECT id FROM idle)`;
      }
      await tx`DELETE FROM booking.option WHERE id IN (SELECT id FROM idle)`;
    });
  }

  beforeAll(async () => {
    await seed();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe("the seeded demo", () => {
    it("shows two four-star coffees of two makers in Đắk Lắk", async () => {
      const query = "?q=ca+phe&province=66&stars=4&kind=product";
      // The index follows the seed within seconds.
      await vi.waitUntil(async () => (await catalog(query)).count >= 2, {
        timeout: 20_000,
        interval: 300,
      });
      const found = await catalog(query);
      expect(found.hits).toHaveLength(found.count);
      expect(new Set(found.hits.map(({ producer }) => producer.handle)).size).toBeGreaterThan(1);
      for (const hit of found.hits) {
        expect(hit).toMatchObject({ stars: 4, in_stock: true, province: { code: "66" } });
        expect(hit.thumbnail?.alt).toBeTruthy();
      }
    });

    it("tells everything in both languages", async () => {
      for (const [lang, title] of [
        ["vi", "Cà phê Buôn Ma Thuột"],
        ["en", "Buon Ma Thuot coffee"],
      ]) {
        const answer = await get(`/store/catalog/ca-phe-buon-ma-thuot?lang=${lang}`);
        expect(answer.status).toBe(200);
        expect(catalogDetail.parse(answer.data).title).toBe(title);
      }
    });

    it("every tour can be booked, in season and in both languages", async () => {
      const tours = await sql()<{ handle: string }[]>`SELECT p.handle FROM product p
        JOIN product_type t ON t.id = p.type_id AND t.value = 'tour' ORDER BY p.handle`;
      expect(tours.length).toBeGreaterThanOrEqual(60);
      for (const { handle } of tours) {
        const answer = await get(`/store/tours/${handle}?lang=en`);
        expect(answer.status).toBe(200);
        const tour = tourBooking.parse(answer.data);
        expect(tour.is_bookable, handle).toBe(true);
        expect(tour.options, handle).toHaveLength(1);
        expect(tour.next_open_date, handle).not.toBeNull();
        expect(tour.next_month, handle).not.toBeNull();
        for (const day of tour.days) {
          for (const { starts_at, time } of day.departures) {
            expect(todayInVietnam(new Date(starts_at)), handle).toBe(day.date);
            expect(formatTimeInVietnam(new Date(starts_at))).toBe(time);
          }
        }
      }
    });

    it("has visits that are nearly full, that are full, and whose booking ends today", async () => {
      const [seats] = await sql()<{ few: number; full: number; ending: number; last: string }[]>`
        SELECT count(*) FILTER (WHERE capacity - confirmed BETWEEN 1 AND 4)::int AS few,
          count(*) FILTER (WHERE capacity = confirmed)::int AS full,
          count(*) FILTER (WHERE cutoff_at > now()
            AND (cutoff_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
              = (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::int AS ending,
          max(local_date)::text AS last
        FROM booking.departure`;
      expect(seats?.few).toBeGreaterThan(5);
      expect(seats?.full).toBeGreaterThan(2);
      // Between 23:30 and midnight every booking that could end today has ended.
      if (formatTimeInVietnam(new Date()) < "23:25") expect(seats?.ending).toBeGreaterThan(0);
      const yearAndMore = addDays(todayInVietnam(new Date()), 500);
      expect((seats?.last ?? "") > yearAndMore).toBe(true);
    });

    it("lets operator, customer and every maker of the demo file sign in", async () => {
      const { operator, customer, producers } = demo().accounts;
      const people = [
        { actor: "user", ...operator },
        { actor: "customer", ...customer },
        ...producers.map((producer) => ({ actor: "producer", ...producer })),
      ];
      for (const { actor, email, password } of people) {
        const answer = await api.post(`/auth/${actor}/emailpass`, { email, password });
        const [, payload = ""] = String(answer.data.token).split(".");
        const token = JSON.parse(Buffer.from(payload, "base64url").toString());
        expect(token.actor_id, email).toBeTruthy();
      }
    });
  });

  describe("seeding again", () => {
    it("changes nothing", async () => {
      const before = await census();
      const file = demo();
      await seed();
      expect(await census()).toEqual(before);
      expect(demo()).toEqual(file);
    });

    it("makes whole what a killed seeding left half written", async () => {
      const before = rowsOnly(await census());
      await sql()`DELETE FROM translation`;
      await sql()`DELETE FROM product_variant_price_set WHERE variant_id IN
        (SELECT v.id FROM product_variant v JOIN product p ON p.id = v.product_id
          WHERE p.handle IN ('my-chu', 'tuong-ban'))`;
      await sql()`DELETE FROM product_variant_inventory_item WHERE variant_id IN
        (SELECT v.id FROM product_variant v JOIN product p ON p.id = v.product_id
          WHERE p.handle = 'cu-do-ha-tinh')`;
      await sql()`DELETE FROM producer_producer_product_product WHERE product_id IN
        (SELECT id FROM product WHERE handle LIKE 'ca-phe%')`;
      await sql()`DELETE FROM inventory_level WHERE inventory_item_id IN
        (SELECT id FROM inventory_item WHERE sku LIKE 'GAO-%')`;
      const [producer] = demo().accounts.producers;
      await sql()`DELETE FROM provider_identity WHERE entity_id = ${producer?.email ?? ""}`;
      await sql()`DELETE FROM certification_event`;
      await sql()`DELETE FROM certification WHERE stars = 4 OR product_id IN
        (SELECT id FROM product WHERE handle IN ('my-chu', 'tuong-ban', 'cu-do-ha-tinh'))`;
      await loseVisits();
      await seed();
      const after = rowsOnly(await census());
      // What is made anew leaves its old price and stock behind, and old decisions are not repeated.
      for (const name of ["price", "price_set", "auth_identity", "certification_event"]) {
        delete before[name];
        delete after[name];
      }
      expect(after).toEqual(before);
      const login = { email: producer?.email, password: producer?.password };
      const answer = await api.post("/auth/producer/emailpass", login);
      expect(answer.status).toBe(200);
    });
  });
});
