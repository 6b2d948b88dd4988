import type { Page } from "@playwright/test";
import { newReference, readTransfer, tellOfTransfer } from "./bank";
import { addGoodOfHost, bringIntoCart, inDong, openTicket, visitLine } from "./booking";
import { findOuting, type Outing } from "./outings";
import { fillBuyer, placeOrder } from "./shopping";
import { demo, expect, numberIn, test, vi } from "./support";

/** Each journey on a tour of its own: windows by the phone's and the desk's. */
const PLACES = { paid: 16, abandoned: 18, plain: 20 };
const EMAIL = "chuyenkhoan@example.com";

type Given = { page: Page; expectWellMade: () => Promise<void> };

/** Goods and a visit of one maker in the cart, to be paid by transfer; the QR page is open. */
async function orderByTransfer(
  { page, expectWellMade }: Given,
  facts: { outing: Outing; hasScript: boolean },
): Promise<number> {
  const { outing, hasScript } = facts;
  await addGoodOfHost(page, outing);
  await bringIntoCart({ page, outing, hasScript, expectWellMade });
  const total = await numberIn(page.locator("#sums .sums-total dd"));
  await fillBuyer(page, { email: EMAIL, hasScript });
  await page.getByRole("radio", { name: new RegExp(vi.checkout.vietqr.slice(0, 12)) }).check();
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  await expect(page.getByRole("heading", { name: vi.pay.heading })).toBeVisible();
  await expectWellMade();
  return total;
}

function outingAt(page: Page, isPhone: boolean, place: number): Promise<Outing> {
  return findOuting(page, { place: place + (isPhone ? 0 : 1), sells: true });
}

test("a transfer in two halves pays for goods and a visit, and the page opens by itself", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(180_000);
  const { pay, purchase } = vi;
  const outing = await outingAt(page, isPhone, PLACES.paid);
  const total = await orderByTransfer({ page, expectWellMade }, { outing, hasScript: true });

  const asked = await readTransfer(page);
  expect(asked.amount_vnd).toBe(total);
  await expect(page.getByRole("img", { name: pay.qrOf(inDong(total)) })).toBeVisible();
  await expect(page.locator("[data-left]")).toContainText(/2[0-5]:\d\d/);

  const half = Math.floor(total / 2);
  const reference = newReference();
  await tellOfTransfer(page, demo.backend, { ...asked, amount_vnd: half, reference });
  const words = pay.partial({ received: inDong(half), missing: inDong(total - half) });
  await expect(page.getByText(words)).toBeVisible({ timeout: 30_000 });
  expect((await readTransfer(page)).amount_vnd).toBe(total - half);
  await expectWellMade();

  // The bank tells of the same half once more; then the rest comes.
  await tellOfTransfer(page, demo.backend, { ...asked, amount_vnd: half, reference });
  await tellOfTransfer(page, demo.backend, { ...asked, amount_vnd: total - half });
  await expect(page.getByText(purchase.thanks(EMAIL))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(purchase.paid, { exact: true })).toBeVisible();
  expect(await numberIn(page.locator(".checkout-box .sums-total dd"))).toBe(total);
  await expect(visitLine(page, outing)).toBeVisible();
  await expectWellMade();
  await openTicket(page, outing);
});

test("who thinks again has the cart back, and money that comes late buys nothing", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(180_000);
  const { pay, purchase, checkout } = vi;
  const outing = await outingAt(page, isPhone, PLACES.abandoned);
  await orderByTransfer({ page, expectWellMade }, { outing, hasScript: true });
  const asked = await readTransfer(page);
  const { pathname, search } = new URL(page.url());

  await page.getByRole("button", { name: pay.change }).click();
  await expect(page).toHaveURL(/\/cart/);
  await expect(visitLine(page, outing)).toBeVisible();
  await expect(page.getByLabel(checkout.fullName, { exact: true })).not.toHaveValue("");

  await tellOfTransfer(page, demo.backend, asked);
  await page.goto(pathname + search);
  await expect(page.getByText(purchase.failed)).toBeVisible();
  await expect(page.getByText(pay.failedLate)).toBeVisible();
  await expectWellMade();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same page takes a transfer on a phone that runs no script", async ({
    page,
    isPhone,
    expectWellMade,
  }) => {
    test.setTimeout(180_000);
    const { pay, purchase } = vi;
    const outing = await outingAt(page, isPhone, PLACES.plain);
    const total = await orderByTransfer({ page, expectWellMade }, { outing, hasScript: false });
    const asked = await readTransfer(page);
    expect(asked.amount_vnd).toBe(total);

    await page.getByRole("button", { name: pay.check }).click();
    await expect(page.getByText(pay.notYet)).toBeVisible();
    await tellOfTransfer(page, demo.backend, asked);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(purchase.thanks(EMAIL))).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    await expectWellMade();
  });
});
