import type { Page } from "@playwright/test";
import { bringIntoCart, inDong, openTicket, visitLine } from "./booking";
import { payByCard, refundsOf } from "./card";
import { amountIn, enterOffice, sendBack } from "./office";
import { findGood, findOuting, priceOf } from "./outings";
import {
  expectDone,
  numberOf,
  openInShop,
  orderOf,
  sendParcel,
  sumOfSummary,
  totalOf,
} from "./parcels";
import { enterShop } from "./portal";
import {
  domain,
  expectPictures,
  fillPayee,
  kindCard,
  openForm,
  openRequestInShop,
  PAYEE,
  reasonCard,
  sendRequest,
  takePhoto,
} from "./requests";
import { addToCart, fillBuyer, placeOrder } from "./shopping";
import { demo, expect, numberIn, producerAt, test, vi } from "./support";

const { refundRequest: words, portal, purchase, pay, cart } = vi;
/** A tour of its own for each journey and window. */
const PLACES = { plain: 28, card: 30 };
/** Places of the demo's producers who answer. */
const SHOPS = { plain: { phone: 0, desk: 1 }, card: { phone: 3, desk: 7 } };
const EMAIL = "trahang@example.com";
const PHONE = "0987 111 222";
const TEXT = "Hai hũ bị vỡ nắp, mật chảy ra hộp.";
/** Of three pieces one is damaged, and the operator grants this much less than was asked. */
const PIECES = 3;
const LESS = 1000;

/** The admin speaks the operator's language; either will do here. */
const office = {
  grant: /^(Cho hoàn tiền|Grant)$/,
  amount: /^(Số tiền hoàn, đồng|Amount to give back, đồng)$/,
  why: /^(Vì sao|Why)$/,
  refunded: /^(Đã hoàn tiền|Refunded)$/,
};

test("without script a buyer sends broken goods back, and the money is transferred", async ({
  page,
  plain,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(400_000);
  const shop = producerAt(isPhone ? SHOPS.plain.phone : SHOPS.plain.desk);
  const good = await findGood(page, shop.handle);
  if (!good) throw new Error("The producer has something to sell.");
  const outing = await findOuting(page, { place: PLACES.plain + (isPhone ? 0 : 1) });
  const buyer = plain.page;
  await buyer.goto(`/products/${good.handle}`);
  await addToCart(buyer);
  await bringIntoCart({ ...plain, outing, hasScript: false });
  await fillBuyer(buyer, { email: EMAIL, phone: PHONE, hasScript: false });
  await placeOrder(buyer);
  await expect(buyer).toHaveURL(/\/purchase\//);
  const url = buyer.url();
  const order = orderOf(buyer, good.producer.name);
  const number = await numberOf(order);
  const total = await totalOf(order);
  const whole = await numberIn(buyer.locator(".checkout-box .sums-total dd"));

  await enterShop(page, shop);
  await sendParcel(page, number);
  await expectWellMade();
  await page.getByRole("button", { name: portal.parcels.deliverFull(total) }).click();
  await expectDone(page, "deliver");

  await buyer.goto(url);
  expect(await sumOfSummary(buyer, purchase.dueLeft)).toBe(whole - total);
  await plain.expectWellMade();
  await openForm(buyer, order, number);
  await plain.expectWellMade();
  const send = buyer.getByRole("button", { name: words.send, exact: true });
  await reasonCard(buyer, "damaged").check();
  await kindCard(buyer, "return").check();
  await buyer.getByRole("checkbox", { name: good.title }).check();
  await buyer.getByLabel(words.words).fill(TEXT);
  await send.click();
  for (const sentence of [
    words.faultsAbove,
    words.faults.photos.photos_missing,
    words.faults.bank_bin.missing,
    words.faults.account_number.missing,
    words.faults.name.missing,
  ]) {
    await expect(buyer.getByText(sentence)).toBeVisible();
  }
  const expectKept = async (photos: number) => {
    await expect(reasonCard(buyer, "damaged")).toBeChecked();
    await expect(kindCard(buyer, "return")).toBeChecked();
    await expect(buyer.getByRole("checkbox", { name: good.title })).toBeChecked();
    await expect(buyer.getByLabel(words.words)).toHaveValue(TEXT);
    await expectPictures(buyer.locator(".request-photos img"), photos);
    for (let each = 1; each <= photos; each += 1) {
      await expect(buyer.getByRole("checkbox", { name: words.keepPhoto(each) })).toBeChecked();
    }
  };
  await expectKept(0);
  await plain.expectWellMade();

  const photos = buyer.getByLabel(words.choosePhotos);
  await photos.setInputFiles(await takePhoto(buyer, "hop.jpg"));
  await buyer.getByRole("button", { name: words.morePhotos }).click();
  await expectKept(1);
  await plain.expectWellMade();
  await fillPayee(buyer);
  await buyer.getByLabel(words.accountNumber, { exact: true }).fill("12");
  await photos.setInputFiles(await takePhoto(buyer, "nap.jpg"));
  await send.click();
  await expect(buyer.getByText(words.faults.account_number.missing)).toBeVisible();
  await expect(buyer.getByText(words.faults.photos.photos_missing)).toHaveCount(0);
  await expectKept(2);
  await expect(buyer.getByLabel(words.accountName, { exact: true })).toHaveValue(PAYEE.name);
  await plain.expectWellMade();
  await fillPayee(buyer);
  const request = await sendRequest(buyer);
  await expectPictures(buyer.locator(".request-card .request-photos img"), 2);
  await plain.expectWellMade();

  await openRequestInShop(page, request);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(portal.requests.wishes.return);
  await expect(page.locator("main")).toContainText(TEXT);
  await expectPictures(page.locator("main .photos img"), 2);
  await expectWellMade();
  await page.getByText(portal.requests.accept, { exact: true }).click();
  await page.getByRole("button", { name: portal.requests.acceptDo.return() }).click();
  await expectDone(page, "accept");
  await expectWellMade();
  await buyer.goto(url);
  await expect(order).toContainText(domain.requestStateLabel("to_send_back", "vi"));
  await plain.expectWellMade();

  await page.getByRole("button", { name: portal.requests.receive }).click();
  await expect(page.getByText(portal.parcels.soundFault)).toBeVisible();
  await expectWellMade();
  await page.getByRole("radio", { name: portal.parcels.unsound }).check();
  await page.getByRole("button", { name: portal.requests.receive }).click();
  await expectDone(page, "receive");
  await expectWellMade();
  await expect(async () => {
    await buyer.goto(url);
    await expect(order).toContainText(words.refunded.cod(inDong(total)), { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  expect(await sumOfSummary(buyer, pay.refunded)).toBe(total);
  expect(await sumOfSummary(buyer, purchase.paidSoFar)).toBe(0);
  expect(await sumOfSummary(buyer, purchase.dueLeft)).toBe(priceOf(outing));
  await plain.expectWellMade();
  await openInShop(page, number);
  await expect(page.locator("main")).toContainText(portal.requests.next.refunded);
  await expectWellMade();

  await enterOffice(page);
  await sendBack(page, { number, amount_vnd: total, account: PAYEE.account });
  await buyer.goto(url);
  await expect(order).toContainText(domain.requestStateLabel("refunded", "vi"));
  await openTicket(buyer, outing);
});

/** Three of one good and a visit beside, paid with a card. */
async function payForThree(
  page: Page,
  given: Parameters<typeof bringIntoCart>[0] & { handle: string; title: string },
) {
  await page.goto(`/products/${given.handle}`);
  await addToCart(page);
  await page.goto("/cart");
  const line = page.locator(".cart-line:not(.cart-visit)");
  const price = await numberIn(line.locator(".cart-price"));
  for (let pieces = 2; pieces <= PIECES; pieces += 1) {
    await line.getByRole("button", { name: cart.moreOf(given.title), exact: true }).click();
    await expect.poll(() => numberIn(line.locator(".cart-price"))).toBe(price * pieces);
  }
  await bringIntoCart(given);
  return { price, intent: await payByCard(page, EMAIL) };
}

test("of three pieces one is damaged: what the operator grants goes back to the card, and no đồng more", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(400_000);
  const shop = producerAt(isPhone ? SHOPS.card.phone : SHOPS.card.desk);
  const good = await findGood(page, shop.handle);
  if (!good) throw new Error("The producer has something to sell.");
  const outing = await findOuting(page, { place: PLACES.card + (isPhone ? 0 : 1) });
  const { handle, title } = good;
  const journey = { page, outing, hasScript: true, expectWellMade, handle, title };
  const { price, intent } = await payForThree(page, journey);
  const url = page.url();
  const order = orderOf(page, good.producer.name);
  const number = await numberOf(order);
  const total = await totalOf(order);
  await enterShop(page, shop);
  await sendParcel(page, number);
  await page.getByRole("button", { name: portal.deeds.deliver }).click();
  await expectDone(page, "deliver");
  await expectWellMade();

  await page.goto(url);
  await openForm(page, order, number);
  await reasonCard(page, "damaged").check();
  await page.getByRole("checkbox", { name: good.title }).check();
  const asked = page.locator("[data-asked]");
  await expect.poll(() => numberIn(asked)).toBe(total);
  await page.getByLabel(words.howManyOf(good.title)).selectOption("1");
  await expect.poll(() => numberIn(asked)).toBe(price);
  await kindCard(page, "refund").check();
  await page.getByLabel(words.words).fill(TEXT);
  await page.getByRole("button", { name: words.send, exact: true }).click();
  await expect(page.getByText(words.faults.photos.photos_missing)).toBeVisible();
  await expect.poll(() => numberIn(asked)).toBe(price);
  await expectWellMade();
  const chosen = page.locator("[data-photos] li");
  await page
    .getByLabel(words.choosePhotos)
    .setInputFiles([await takePhoto(page, "mot.jpg"), await takePhoto(page, "hai.jpg")]);
  await expect(chosen).toHaveCount(2);
  await chosen.first().getByRole("button", { name: words.dropPhoto }).click();
  await expect(chosen).toHaveCount(1);
  await expectWellMade();
  const request = await sendRequest(page);
  await expectPictures(page.locator(".request-card .request-photos img"), 1);
  await expectWellMade();

  await openRequestInShop(page, request);
  await expectPictures(page.locator("main .photos img"), 1);
  await page.getByText(portal.requests.decline, { exact: true }).click();
  await page.getByRole("button", { name: portal.requests.declineDo }).click();
  await expect(page.getByText(portal.requests.declineWhyFault)).toBeVisible();
  await expectWellMade();
  const why = "Hàng gói kỹ, lúc gửi còn nguyên.";
  await page.getByLabel(portal.requests.declineWhy).fill(why);
  await page.getByRole("button", { name: portal.requests.declineDo }).click();
  await expectDone(page, "decline");
  await expectWellMade();
  await page.goto(url);
  await expect(order).toContainText(domain.requestStateLabel("to_decide", "vi"));
  await expect(order).toContainText(why);
  await expectWellMade();

  const granted = price - LESS;
  const note = "Một hũ vỡ, trừ phần hộp còn dùng được.";
  await enterOffice(page);
  await page.goto(`${demo.admin}/refund-requests?state=to_decide`);
  await page.getByRole("link", { name: request, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: request })).toBeVisible();
  await expectPictures(page.locator("main img"), 1);
  await page.getByRole("button", { name: office.grant }).click();
  const granting = page.getByRole("dialog");
  await granting.getByLabel(office.amount).fill(String(granted));
  await granting.getByLabel(office.why).fill(note);
  await granting.getByRole("button", { name: office.grant }).click();
  await expect(granting).toHaveCount(0);
  await expect(page.getByText(office.refunded).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("main")).toContainText(amountIn(granted));
  expect(await refundsOf(page, intent)).toEqual([granted]);

  await page.goto(url);
  await expect(order).toContainText(words.decisions.grant(inDong(granted)));
  await expect(order).toContainText(words.refunded.stripe(inDong(granted)));
  await expect(order).toContainText(note);
  expect(await sumOfSummary(page, pay.refunded)).toBe(granted);
  expect(await sumOfSummary(page, purchase.paidSoFar)).toBe(intent.total - granted);
  await expectWellMade();

  // The visit of the same purchase: asked for, and thought better of.
  const visit = orderOf(page, outing.producer.name);
  await openForm(page, visit, await numberOf(visit));
  await expectWellMade();
  await reasonCard(page, "cannot_come").check();
  await page.getByLabel(words.words).fill("Nhà tôi có việc đột xuất.");
  await sendRequest(page);
  // A visit is one for the whole family.
  const facts = page.locator(".request-facts");
  await expect(facts).toContainText(words.line({ quantity: 1, title: outing.title }));
  await expect(facts).not.toContainText("(người)");
  await expectWellMade();
  await page.getByText(words.withdraw, { exact: true }).click();
  await page.getByRole("button", { name: words.withdrawDo }).click();
  await expect(page.getByText(words.notices.withdrawn)).toBeVisible();
  await expectWellMade();
  await page.goto(url);
  await expect(visitLine(page, outing)).toBeVisible();
  await expect(visit).not.toContainText(purchase.happened.cancelled);
  await openTicket(page, outing);
  expect(await refundsOf(page, intent)).toEqual([granted]);
});
