import "../../with-bank-feed";

import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import sharp from "sharp";
import type { Api } from "../../answer";
import { must } from "../../market";
import { aStreet, type Street } from "../../refunds";
import { type AskedOrder, aPhoto, requestsAt } from "../../requests";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

medusaHttpSuite("request-photos", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let street: Street;
  let requests: ReturnType<typeof requestsAt>;

  beforeAll(async () => {
    container = getContainer();
    street = await aStreet(api, container);
    requests = requestsAt(api, street);
  });
  afterEach(settle);

  /** A paid and delivered order of the first producer, and its purchase's link. */
  async function anOrder(): Promise<AskedOrder & { line_item_id: string }> {
    const paid = await street.pay("cod");
    await street.send(paid.orders[0]);
    return { ...paid, ...paid.orders[0] };
  }
  const read = (path: string, config: object = street.buyer) =>
    api.get<ArrayBuffer & { code?: string }>(path, {
      ...config,
      responseType: "arraybuffer",
      validateStatus: () => true,
    });
  const shop = () => ({ headers: { "x-publishable-api-key": street.market.key } });
  const pathOf = ({ purchase_id, token }: AskedOrder, photo: string) =>
    `/store/purchases/${purchase_id}/photos/${photo}?token=${token}`;
  /** What lies in the private store, by the rows. */
  const stored = () =>
    sql()<{ id: string; file_id: string }[]>`SELECT id, file_id FROM refund_request.photo`;

  it("come back without the place where they were taken, to those three only", async () => {
    const order = await anOrder();
    const taken = await sharp(await aPhoto())
      .withExif({
        IFD0: { Copyright: "Nguyen Thi Mai" },
        IFD3: { GPSLatitude: "12/1 40/1 0/1", GPSLatitudeRef: "N" },
      })
      .jpeg()
      .toBuffer();
    expect(must((await sharp(taken).metadata()).exif).includes("Mai")).toBe(true);
    const sent = await requests.send(order, taken);
    expect([sent.status, sent.data.photo.width]).toEqual([200, 40]);
    const { id } = sent.data.photo;
    const lines = [{ id: order.line_item_id, quantity: 1 }];
    const request = await requests.asked(order, { reason: "damaged", lines, photos: [id] });
    expect(request.photos).toEqual([sent.data.photo]);

    const [maker, other] = street.makers;
    const as = (producer: typeof maker) => must(street.signedIn.get(must(producer).id));
    const portal = `/producer/refund-requests/${request.id}/photos/${id}`;
    const office = `/admin/refund-requests/${request.id}/photos/${id}`;
    const seen = [
      await read(pathOf(order, id), shop()),
      await read(portal, as(maker)),
      await read(office, street.operator),
    ];
    for (const { status, headers, data } of seen) {
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        "content-type": expect.stringMatching(/^image\/jpeg/),
        "cache-control": "private, no-store",
        "content-disposition": "inline",
        "x-content-type-options": "nosniff",
      });
      const photo = await sharp(Buffer.from(data)).metadata();
      expect([photo.format, photo.width, photo.exif]).toEqual(["jpeg", 40, undefined]);
    }
    const foreign = await anOrder();
    const strangers = [
      await read(portal, as(other)),
      await read(portal, shop()),
      await read(office, as(maker)),
      await read(pathOf(order, id).replace(/token=.*/, "token=wrong"), shop()),
      await read(pathOf(foreign, id), shop()),
      await read(`/admin/refund-requests/${request.id}/photos/rpic_none`, street.operator),
    ];
    expect(strangers.map(({ status }) => status)).toEqual([404, 401, 401, 404, 404, 404]);
    const [file] = (await stored()).filter((row) => row.id === id);
    for (const path of [must(file).file_id, `../files-private/${must(file).file_id}`]) {
      expect((await read(`/static/${encodeURIComponent(path)}`, shop())).status).not.toBe(200);
    }
  });

  it("are refused when they are none, and nothing is stored of them", async () => {
    const order = await anOrder();
    const whole = await sharp({
      create: { width: 900, height: 700, channels: 3, background: "#456" },
    })
      .jpeg()
      .toBuffer();
    const bomb = await sharp({
      create: { width: 10_000, height: 6_000, channels: 3, background: "#000" },
      limitInputPixels: false,
    })
      .png()
      .toBuffer();
    const before = (await stored()).length;
    for (const bytes of [Buffer.from("a text"), bomb, whole.subarray(0, whole.length / 2)]) {
      const { status, data } = await requests.send(order, bytes);
      expect([status, data.code, data.fields?.[0]?.field]).toEqual([400, "photo_format", "file"]);
    }
    const empty = await requests.send(order, Buffer.alloc(0));
    expect([empty.status, empty.data.code]).toEqual([400, "invalid_fields"]);
    expect((await stored()).length).toBe(before);
  });

  it("may have 12 MB, and no more", async () => {
    const order = await anOrder();
    const padded = (bytes: number) => Buffer.concat([noise, Buffer.alloc(bytes - noise.length)]);
    const noise = await aPhoto();
    const largest = 12 * 1024 * 1024;
    expect((await requests.send(order, padded(largest))).status).toBe(200);
    const above = await requests.send(order, padded(largest + 3));
    expect([above.status, above.data.code]).toEqual([400, "invalid_fields"]);
    expect((await requests.send(order, padded(largest * 2))).status).toBe(413);
  });

  it("of another purchase, used ones and unknown ones cannot be shown", async () => {
    const [order, other] = [await anOrder(), await anOrder()];
    const lines = [{ id: order.line_item_id, quantity: 1 }];
    const own = await requests.photo(order);
    const foreign = await requests.photo(other);
    const ask = async (...photos: string[]) => {
      const payee = { bank_bin: "970436", account_number: "0071000123456", name: "MAI" };
      const { data } = await requests.ask(order, { reason: "spoiled", lines, photos, payee });
      return [data.code, data.fields?.[0]?.field];
    };
    expect(await ask()).toEqual(["photos_missing", "photos"]);
    expect(await ask(own, foreign)).toEqual(["photo_unknown", "photos"]);
    expect(await ask("rpic_none")).toEqual(["photo_unknown", "photos"]);
    expect((await requests.look(order)).data.requests).toEqual([]);
    expect(await ask(own)).toEqual([undefined, undefined]);
  });

  it("whose row could not be written leave no file", async () => {
    const order = await anOrder();
    const files = container.resolve(Modules.FILE);
    const made: string[] = [];
    const create = files.createFiles.bind(files);
    vi.spyOn(files, "createFiles").mockImplementation((async (data: never) => {
      const file = await create(data);
      made.push((file as unknown as { id: string }).id);
      return file;
    }) as typeof files.createFiles);
    await sql()`INSERT INTO refund_request.photo (id, purchase_id, file_id, width, height)
      SELECT 'rpic_' || n, ${order.purchase_id}, 'file_' || n, 1, 1 FROM generate_series(1, 19) n`;
    const both = await Promise.all([
      requests.send(order, await aPhoto()),
      requests.send(order, await aPhoto()),
    ]);
    vi.restoreAllMocks();
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    const kept = await Promise.allSettled(made.map((id) => files.getAsBuffer(id)));
    expect(kept.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
