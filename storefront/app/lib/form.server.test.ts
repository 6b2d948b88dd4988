import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseForm, readForm } from "./form.server";

const schema = z.object({
  name: z.string({ error: "missing" }).min(2, "short"),
  note: z.string().default(""),
});

function aForm(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe("a posted form", () => {
  it("is taken when it fits, whatever else was sent along", () => {
    expect(parseForm(schema, aForm({ name: "Mai", intent: "x" }))).toEqual({
      ok: true,
      values: { name: "Mai", note: "" },
    });
  });

  it("names what is wrong; an empty field is a missing one", () => {
    expect(parseForm(schema, aForm({ name: "" }))).toEqual({
      ok: false,
      faults: { name: "missing" },
    });
    expect(parseForm(schema, aForm({ name: "M" }))).toEqual({
      ok: false,
      faults: { name: "short" },
    });
  });

  it("is refused when it is no form at all", async () => {
    const request = new Request("http://shop.example/cart", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    await expect(readForm(request)).rejects.toMatchObject({ status: 400 });
  });
});
