import { enterShop } from "./portal";
import { buy, expectSumsAgree, readParcels } from "./shopping";
import { expect, listGoods, producerAt, test, vi } from "./support";

const { portal, purchase } = vi;
const TRACKING = "EB123456789VN";
/** Places of the demo's producers whose orders are served here: one for each window, one beside. */
const SERVING = { phone: 2, desk: 7, beside: 3 };

test("a producer sees only its own parcel, sends it, and the buyer sees it on its way", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  const serving = producerAt(isPhone ? SERVING.phone : SERVING.desk);
  const beside = producerAt(SERVING.beside);
  const [own] = await listGoods(page, `producer=${serving.handle}`);
  const [foreign] = await listGoods(page, `producer=${beside.handle}`);
  if (!own || !foreign) throw new Error("Both producers have something to sell.");
  await buy(page, { handles: [own.handle, foreign.handle], email: "mua@example.com" });
  await expectSumsAgree(page, 2);
  const purchaseUrl = page.url();
  const parcel = page.locator("section[aria-labelledby^=order-]", { hasText: own.producer.name });
  const other = page.locator("section[aria-labelledby^=order-]", {
    hasText: foreign.producer.name,
  });
  const numberOf = async (place: typeof parcel) =>
    ((await place.locator("p .num").first().textContent()) ?? "").split(" ").at(-1) ?? "";
  const [number, otherNumber] = [await numberOf(parcel), await numberOf(other)];
  const parcels = await readParcels(page);
  const place = (await parcel.getAttribute("aria-labelledby")) === "order-1" ? 0 : 1;
  const due = parcels[place]?.due ?? 0;

  await page.goto("/producer");
  await expect(page).toHaveURL(/\/producer\/login/);
  await expectWellMade();
  await enterShop(page, serving);
  await expectWellMade();
  await page.getByRole("navigation").getByRole("link", { name: portal.tabs.orders }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(portal.ordersTitle);
  await expectWellMade();
  await page.getByRole("link", { name: portal.seeOrderNumber(number) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(portal.orderTitle(number));
  const main = page.locator("main");
  await expect(main).toContainText(own.title);
  await expect(main.locator(".sums-due")).toContainText(due.toLocaleString("vi-VN"));
  await expect(main).not.toContainText(foreign.title);
  await expect(main).not.toContainText(foreign.producer.name);
  await expect(main).not.toContainText(otherNumber);
  await expectWellMade();

  await page.getByRole("button", { name: portal.deeds.confirm }).click();
  await expect(page.getByRole("status")).toHaveText(portal.done.confirm);
  await page.getByRole("button", { name: portal.deeds.pack }).click();
  await expect(page.getByRole("status")).toHaveText(portal.done.pack);
  await page.getByRole("button", { name: portal.deeds.ship }).click();
  await expect(page.getByLabel(portal.tracking)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(portal.trackingFault)).toBeVisible();
  await expectWellMade();
  await page.getByLabel(portal.tracking).fill(TRACKING);
  await page.getByLabel(portal.carrier).fill("VNPost");
  await page.getByRole("button", { name: portal.deeds.ship }).click();
  await expect(page.getByRole("status")).toHaveText(portal.done.ship);
  await expectWellMade();

  await page.goto(purchaseUrl);
  await expect(parcel).toContainText(purchase.next.shipped);
  await expect(parcel).toContainText(purchase.trackingBy({ number: TRACKING, carrier: "VNPost" }));
  await expect(other).toContainText(purchase.next.to_confirm);
  await expect(other).not.toContainText(TRACKING);
  await expectWellMade();
});

test("an order of another producer is not found, and without a key the door stays shut", async ({
  page,
  isPhone,
}) => {
  await page.goto("/producer/orders/order_of_somebody_else");
  await expect(page).toHaveURL(/\/producer\/login\?/);
  await enterShop(page, producerAt(isPhone ? SERVING.phone : SERVING.desk));
  const answer = await page.goto("/producer/orders/order_of_somebody_else");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: portal.errors.notFound })).toBeVisible();
});
