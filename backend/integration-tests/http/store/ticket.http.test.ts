import { createPublicKey, verify } from "node:crypto";
import { formatTimeInVietnam } from "@cho-lang/shared/calendar";
import type { TicketKey } from "@cho-lang/shared/contracts/booking";
import type { Api } from "../../answer";
import { aBuyer } from "../../buyer";
import { aHost, type Guests, guests, type Host, ticketOf } from "../../host";
import { aMarket, backend, type Market } from "../../market";
import { settle } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aHold } from "../../visits";

medusaHttpSuite("store-ticket", ({ api: client, getContainer }) => {
  const api = client as Api;
  let market: Market;
  let hoa: Host;
  let mai: Guests;

  beforeAll(async () => {
    market = await aMarket(getContainer());
    hoa = await aHost(api, getContainer(), market, { handle: "hoa" });
    mai = await guests(api, market, hoa.tour, { full_name: "Nguyễn Thị Mai" });
    await settle();
  });

  const shop = () => aBuyer(api, market);

  describe("An e-ticket", () => {
    it("says all that a guest needs, in the language asked for", async () => {
      expect(mai.ticket).toMatchObject({
        status: "CONFIRMED",
        full_name: "Nguyễn Thị Mai",
        tour: { handle: hoa.tour.handle, option: "Nửa ngày ở làng" },
        producer: { handle: "hoa", name: "HTX hoa" },
        meeting_point: "Cổng làng",
        languages: ["vi", "en"],
        pax: 3,
        amount_vnd: 625_000,
        due_vnd: 625_000,
        policy: [
          { hours_before: 48, refund_percent: 100 },
          { hours_before: 24, refund_percent: 50 },
        ],
      });
      const { starts_at, ends_at, time } = mai.ticket;
      expect(Date.parse(ends_at) - Date.parse(starts_at)).toBe(180 * 60_000);
      expect(time).toBe(formatTimeInVietnam(new Date(starts_at)));
      expect(mai.ticket.tickets.map(({ kind }) => kind)).toEqual(["ADULT", "ADULT", "CHILD"]);
      const codes = [mai.ticket.code, ...mai.ticket.tickets.map(({ code }) => code)];
      expect(new Set(codes).size).toBe(4);
      const english = await ticketOf(api, market, mai.uuid, { lang: "en" });
      expect(english.data).toMatchObject({
        tour: { option: "Half a day in the village" },
        meeting_point: "Village gate",
        included: ["Water"],
      });
    });

    it("says nothing of its purchase, and is kept by no cache, searcher or other site", async () => {
      const { headers, data } = await ticketOf(api, market, mai.uuid);
      expect(JSON.stringify(data)).not.toContain(mai.purchase_id);
      expect([
        headers["cache-control"],
        headers["x-robots-tag"],
        headers["referrer-policy"],
      ]).toEqual(["no-store", "noindex", "no-referrer"]);
      const token = backend("workflows/booking/ticket-link").ticketToken(mai.uuid);
      const other = await shop().get(`/store/purchases/${mai.purchase_id}?token=${token}`);
      expect(other.status).toBe(404);
    });

    it("opens for nobody without its own link", async () => {
      for (const token of ["", "x", "a".repeat(43), mai.token]) {
        expect([token, (await ticketOf(api, market, mai.uuid, { token })).status]).toEqual([
          token,
          404,
        ]);
      }
      expect((await shop().get(`/store/bookings/${mai.uuid}`)).status).toBe(404);
      expect((await ticketOf(api, market, mai.ticket.tickets[0]?.id ?? "")).status).toBe(404);
      expect((await ticketOf(api, market, "no-uuid")).status).toBe(404);
    });

    it("is none while the seats are only on hold", async () => {
      const uuid = await aHold(shop(), await shop().fill(), hoa.tour);
      expect((await ticketOf(api, market, uuid)).status).toBe(404);
    });

    it("says that it was cancelled, and that nothing is to be paid", async () => {
      const body = { reason: "other", note: "" };
      await api.post(`/producer/orders/${mai.order_id}/cancel`, body, hoa.as.owner);
      const { data } = await ticketOf(api, market, mai.uuid);
      expect(data).toMatchObject({ status: "CANCELLED", due_vnd: 0, code: mai.ticket.code });
    });
  });

  it("the key checks each QR code without asking anybody", async () => {
    const { status, data } = await shop().get<TicketKey>("/store/bookings/key");
    expect([status, data.algorithm]).toEqual([200, "Ed25519"]);
    const jwk = { kty: "OKP", crv: "Ed25519", x: data.public_key };
    const key = createPublicKey({ key: jwk, format: "jwk" });
    for (const { qr, code } of [mai.ticket, ...mai.ticket.tickets]) {
      const [prefix, body = "", signature = ""] = qr.split(".");
      const signed = Buffer.from(`${prefix}.${body}`);
      expect(verify(null, signed, key, Buffer.from(signature, "base64url"))).toBe(true);
      const payload = JSON.parse(Buffer.from(body, "base64url").toString());
      expect(payload).toMatchObject({ uuid: mai.uuid, code, date: mai.ticket.date });
    }
  });
});
