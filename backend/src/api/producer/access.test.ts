import { ACTIONS, MEMBER_ROLES } from "@cho-lang/shared/domain/producer";
import { describe, expect, it } from "vitest";
import { PRODUCER_ROUTES, permissionFor, routeOf } from "./access";

describe("Who may do what in the producers' portal", () => {
  it("finds the entry of a request whatever the id", () => {
    expect(routeOf("GET", "/producer/orders/order_1")?.action).toBe("read_orders");
    expect(routeOf("HEAD", "/producer/orders/")?.path).toBe("/producer/orders");
    expect(routeOf("POST", "/PRODUCER/Orders/x/Ship")?.action).toBe("ship_orders");
  });

  it("knows no route that is not listed", () => {
    for (const path of [
      "/producer",
      "/producer/payments",
      "/producer/orders/1/refund",
      "/store/me",
    ]) {
      expect(routeOf("GET", path)).toBeNull();
    }
    expect(routeOf("DELETE", "/producer/orders/1")).toBeNull();
    expect(routeOf("GET", "/producer/orders/1/ship")).toBeNull();
  });

  it("lists every route once, with an action that exists", () => {
    const names = PRODUCER_ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { action } of PRODUCER_ROUTES) {
      expect(action === "any_member" || Object.hasOwn(ACTIONS, action)).toBe(true);
    }
  });

  it("lets only the owner manage the team", () => {
    const allowed = MEMBER_ROLES.filter(
      (role) => permissionFor({ role, status: "open" }, "manage_team").allowed,
    );
    expect(allowed).toEqual(["owner"]);
  });

  it("refuses a role that nobody knows", () => {
    expect(permissionFor({ role: "friend", status: "open" }, "read_orders").allowed).toBe(false);
  });

  it("lets a suspended shop ship what was bought and change nothing", () => {
    const owner = { role: "owner", status: "suspended" } as const;
    expect(permissionFor(owner, "ship_orders").allowed).toBe(true);
    expect(permissionFor(owner, "edit_products")).toMatchObject({ code: "shop_not_open" });
    expect(permissionFor({ ...owner, status: "open" }, "edit_products").allowed).toBe(true);
  });

  it("lets a suspended shop receive the guests who have booked, and open nothing", () => {
    const guide = { role: "guide", status: "suspended" } as const;
    expect(permissionFor(guide, "read_visits").allowed).toBe(true);
    expect(permissionFor(guide, "check_in").allowed).toBe(true);
    expect(permissionFor({ ...guide, role: "owner" }, "manage_departures")).toMatchObject({
      code: "shop_not_open",
    });
    expect(permissionFor({ role: "guide", status: "open" }, "manage_departures").allowed).toBe(
      false,
    );
  });

  it("finds the entry of a booking by its uuid", () => {
    const path = "/producer/bookings/0b2f5a86-2f0f-4a3e-9d4f-6f1f4a9f6a10/undo-check-in";
    expect(routeOf("POST", path)?.action).toBe("check_in");
    expect(routeOf("GET", path)).toBeNull();
  });
});
