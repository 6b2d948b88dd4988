import { expect, it } from "vitest";
import { withInstants } from "./instants";

it("instants come as dates, whether the database said them as text or not at all", () => {
  const row = { placed_at: "2026-11-22 00:10:41.5+00", shipped_at: null, number: "CL-7K3F9" };
  expect(withInstants(row, ["placed_at", "shipped_at"])).toEqual({
    placed_at: new Date("2026-11-22T00:10:41.500Z"),
    shipped_at: null,
    number: "CL-7K3F9",
  });
});
