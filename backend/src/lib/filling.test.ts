import { MedusaError } from "@medusajs/framework/utils";
import { describe, expect, it } from "vitest";
import { EngineAwayError } from "./engine-away";
import { fillWith, writeInFilling } from "./filling";

const refusal = new MedusaError(MedusaError.Types.INVALID_DATA, "bad");
const documents = (count: number, from = 0) =>
  Array.from({ length: count }, (_, place) => ({ id: `p${from + place}` }));

/** A filling in batches by an engine that refuses some; what is in, and what was laid aside. */
async function filled(batches: { id: string }[][], refuses: (id: string) => unknown) {
  const written: string[] = [];
  const aside: string[] = [];
  let writes = 0;
  const work = async () => {
    for (const batch of batches) {
      await writeInFilling(batch, async (part) => {
        writes += 1;
        const error = part.map(({ id }) => refuses(id)).find(Boolean);
        if (error) throw error;
        written.push(...part.map(({ id }) => id));
      });
    }
  };
  const error = await fillWith(async (id, why) => {
    aside.push(`${id}: ${why}`);
  }, work).catch((thrown: unknown) => thrown);
  return { written, aside, writes, error };
}

describe("a filling", () => {
  it("goes on without the one document that is refused", async () => {
    const found = await filled([documents(500), documents(500, 500)], (id) =>
      id === "p77" ? refusal : null,
    );
    expect(found.error).toBeUndefined();
    expect(found.aside).toEqual(["p77: bad"]);
    expect(found.written).toHaveLength(999);
    expect(found.writes).toBeLessThan(22);
  });

  it("hears from PostgreSQL of a value that doesn't fit, but not of a connection that broke", async () => {
    const coded = (code: string) => Object.assign(new Error(code), { code });
    const bad = await filled([documents(2)], (id) => (id === "p1" ? coded("22P05") : null));
    expect(bad.aside).toEqual(["p1: 22P05"]);
    const broken = await filled([documents(2)], () => coded("57P01"));
    expect(broken).toMatchObject({ error: { code: "57P01" }, aside: [] });
  });

  it("ends when the engine is away, or its index gone", async () => {
    for (const error of [
      new EngineAwayError("search-meilisearch", "nobody answers"),
      new MedusaError(MedusaError.Types.NOT_FOUND, "no such index"),
    ]) {
      expect(await filled([documents(10)], () => error)).toMatchObject({ error, aside: [] });
    }
  });

  it("ends when everything is refused, and nobody is blamed", async () => {
    const found = await filled([documents(500)], () => refusal);
    expect(found.error).toBe(refusal);
    expect(found.aside).toEqual([]);
    // Eight in a row are their own fault when others were accepted before.
    const late = await filled([documents(500), documents(9, 500)], (id) =>
      Number(id.slice(1)) >= 500 ? refusal : null,
    );
    expect([late.error, late.aside.length]).toEqual([undefined, 9]);
  });

  it("is the only one who goes on: elsewhere nothing is done, and the writer decides", async () => {
    let writes = 0;
    const write = async () => {
      writes += 1;
    };
    expect(await writeInFilling(documents(1), write)).toBe(false);
    expect(writes).toBe(0);
  });
});
