import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { communeByCode } from "@cho-lang/shared/communes";
import {
  certificateState,
  expiryOf,
  isDecisionNumber,
  issuerRule,
} from "@cho-lang/shared/domain/certification";
import { GROUPS, groupOf } from "@cho-lang/shared/domain/product";
import { PROVINCES, provinceByCode } from "@cho-lang/shared/geography";
import { parsePhone } from "@cho-lang/shared/phone";
import { words } from "@cho-lang/shared/vietnamese";
import { describe, expect, it } from "vitest";
import { deal } from "./deal";
import { DRAWINGS, GOODS, SITES } from "./facts";
import { FORM_SHARES } from "./producers";

const ANCHOR = "2026-11-21";
const demo = deal(ANCHOR);
const goods = demo.products.filter(({ kind }) => kind === "goods");
const tours = demo.products.filter(({ kind }) => kind === "tour");
const certificates = [...demo.certificates.values()].flat();

function facts(certificate: (typeof certificates)[number]) {
  const { decided_on, outcome } = certificate;
  return { status: outcome, decided_on, expires_on: expiryOf(decided_on), revoked_on: null };
}

function share(count: number, of: number): number {
  return count / of;
}

describe("the demo's catalog", () => {
  it("every kind of goods and every village is dealt once", () => {
    expect(new Set(goods.map(({ handle }) => handle))).toEqual(new Set(GOODS.map(({ id }) => id)));
    expect(goods).toHaveLength(GOODS.length);
    expect(demo.villages).toHaveLength(65);
    expect(new Set(tours.map(({ village }) => village)).size).toBe(SITES.length);
  });

  it("it is large enough: 140 goods, 60 visits, 60 producers, all groups and provinces", () => {
    expect(goods.length).toBeGreaterThanOrEqual(140);
    expect(tours.length).toBeGreaterThanOrEqual(60);
    expect(demo.producers.length).toBeGreaterThanOrEqual(60);
    expect(new Set(demo.products.map(({ group }) => group))).toEqual(new Set(GROUPS));
    for (const { code, name_vi } of PROVINCES) {
      const here = goods.filter(({ province_code }) => province_code === code);
      expect(here.length, name_vi).toBeGreaterThanOrEqual(3);
      const makers = demo.producers.filter(({ province_code }) => province_code === code);
      expect(makers.length, name_vi).toBeGreaterThanOrEqual(2);
    }
  });

  it("addresses are unique and every reference leads somewhere", () => {
    for (const list of [demo.products, demo.producers, demo.villages]) {
      const handles = list.map(({ handle }) => handle);
      expect(new Set(handles).size).toBe(handles.length);
      for (const handle of handles) expect(handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    const producers = new Map(demo.producers.map((producer) => [producer.handle, producer]));
    const villages = new Set(demo.villages.map(({ handle }) => handle));
    for (const product of demo.products) {
      expect(producers.get(product.producer)?.province_code).toBe(product.province_code);
      if (product.village) expect(villages).toContain(product.village);
      expect(groupOf(product.subgroup)).toBe(product.group);
    }
    for (const { commune_code, province_code } of [...demo.producers, ...demo.villages]) {
      expect(communeByCode(commune_code)?.province_code).toBe(province_code);
    }
  });

  it("every drawing exists, and each page tells something in both languages", () => {
    const folder = path.join(__dirname, "../../data/pictures");
    for (const drawing of DRAWINGS.values()) {
      expect(existsSync(path.join(folder, drawing.file)), drawing.file).toBe(true);
      expect(drawing.alt_vi && drawing.alt_en).toBeTruthy();
    }
    for (const { drawings, title, story, unit } of demo.products) {
      for (const id of drawings) expect(DRAWINGS.has(id), id).toBe(true);
      for (const text of [title, unit]) expect(text.vi && text.en).toBeTruthy();
      expect(story.vi.length).toBeGreaterThan(100);
      expect(story.en.length).toBeGreaterThan(100);
    }
    for (const { drawing, story } of [...demo.producers, ...demo.villages]) {
      expect(DRAWINGS.has(drawing), drawing).toBe(true);
      expect(story.vi && story.en).toBeTruthy();
    }
  });

  it("prices are whole đồng, goods have a weight and stock, visits have neither", () => {
    for (const { price_vnd } of demo.products) {
      expect(Number.isSafeInteger(price_vnd) && price_vnd > 0).toBe(true);
    }
    for (const { weight_grams, stock, measure } of goods) {
      expect(weight_grams).toBeGreaterThan(0);
      expect(stock).toBeGreaterThanOrEqual(0);
      expect(measure === null || measure.amount > 0).toBe(true);
    }
    for (const { stock, duration_hours } of tours) {
      expect(stock).toBeNull();
      expect(duration_hours).toBeGreaterThan(0);
    }
    expect(goods.some(({ stock }) => stock === 0)).toBe(true);
  });
});

describe("invented producers", () => {
  it("their legal forms stand in the programme's proportions", () => {
    const count = (form: string) =>
      demo.producers.filter(({ legal_form }) => legal_form === form).length;
    const all = demo.producers.length;
    for (const [form, wanted] of Object.entries(FORM_SHARES)) {
      expect(Math.abs(share(count(form), all) - wanted), form).toBeLessThan(0.03);
    }
  });

  it("no name of a real producer or brand of the source list appears anywhere", () => {
    const texts = [
      ...GOODS.flatMap((fact) => [fact.name_vi, fact.name_en, fact.fact_vi, fact.fact_en]),
      ...demo.products.flatMap(({ handle, title }) => [handle, title.vi, title.en]),
      ...demo.producers.flatMap(({ name, owner }) => [name, owner.name]),
      ...demo.villages.flatMap(({ name_vi, name_en }) => [name_vi, name_en]),
      ...[...DRAWINGS.values()].flatMap(({ id, alt_vi, alt_en }) => [id, alt_vi, alt_en]),
    ];
    for (const text of texts) {
      const list = words(text);
      for (let length = 1; length <= 4; length += 1) {
        for (let from = 0; from + length <= list.length; from += 1) {
          const phrase = list.slice(from, from + length).join(" ");
          const digest = createHash("sha256").update(phrase).digest("hex").slice(0, 16);
          expect(REAL_NAMES.has(digest), `"${phrase}" in "${text}"`).toBe(false);
        }
      }
    }
  });

  it("their phones are well formed, their mail goes nowhere, their papers say sample", () => {
    const phones = demo.producers.map(({ phone }) => phone);
    expect(new Set(phones).size).toBe(phones.length);
    for (const { phone, email, owner, registration_number } of demo.producers) {
      expect(parsePhone(phone).ok).toBe(true);
      expect(email).toMatch(/@example\.com$/);
      expect(owner.email).toMatch(/@example\.com$/);
      expect(registration_number).toMatch(/^MẪU-\d{8}$/);
    }
  });
});

describe("sample certificates", () => {
  const now = [...demo.certificates.values()].flatMap((list) => list.at(-1) ?? []);

  it("about three quarters have three stars, a quarter four, a few five", () => {
    const count = (stars: number) => now.filter((row) => row.stars === stars).length;
    expect(Math.abs(share(count(3), now.length) - 0.74)).toBeLessThan(0.04);
    expect(Math.abs(share(count(4), now.length) - 0.25)).toBeLessThan(0.03);
    expect(count(5)).toBeGreaterThanOrEqual(2);
    expect(count(5)).toBeLessThanOrEqual(6);
  });

  it("some are valid, expiring, expired, revoked and waiting on the day of seeding", () => {
    const count = (state: string) =>
      certificates.filter((row) => certificateState(facts(row), ANCHOR) === state).length;
    expect(count("in_force")).toBeGreaterThan(150);
    expect(count("expiring")).toBeGreaterThanOrEqual(10);
    expect(count("expired")).toBeGreaterThanOrEqual(10);
    expect(count("revoked")).toBeGreaterThanOrEqual(3);
    expect(count("submitted")).toBeGreaterThanOrEqual(3);
  });

  it("numbers are well formed, marked as samples and fit the issuer of that day", () => {
    const provinces = new Map(
      demo.products.map(({ handle, province_code }) => [handle, province_code]),
    );
    for (const [handle, list] of demo.certificates) {
      const province = provinceByCode(provinces.get(handle) ?? "");
      if (!province) throw new Error(handle);
      for (const { decision_number, decided_on, stars, outcome, revoked_reason } of list) {
        expect(isDecisionNumber(decision_number), decision_number).toBe(true);
        expect(decision_number).toMatch(/^MẪU-/);
        expect(decided_on <= ANCHOR).toBe(true);
        const { level } = issuerRule({ decided_on, stars, province });
        expect(decision_number.endsWith("UBND")).toBe(level !== "ministry");
        expect(revoked_reason === null).toBe(outcome !== "revoked");
      }
      const keys = list.map(({ decision_number, decided_on }) => decision_number + decided_on);
      expect(new Set(keys).size).toBe(list.length);
    }
  });

  it("Đắk Lắk has two four-star coffees of two producers, in stock", () => {
    const coffees = goods.filter(
      ({ province_code, subgroup, handle, stock }) =>
        province_code === "66" &&
        subgroup === "coffee-cocoa" &&
        (stock ?? 0) > 0 &&
        demo.certificates
          .get(handle)
          ?.some((row) => row.stars === 4 && certificateState(facts(row), ANCHOR) === "in_force"),
    );
    expect(coffees.length).toBeGreaterThanOrEqual(2);
    expect(new Set(coffees.map(({ producer }) => producer)).size).toBeGreaterThanOrEqual(2);
  });
});

describe("dealing again", () => {
  it("gives the same demo on the same day", () => {
    expect(deal(ANCHOR)).toEqual(demo);
  });

  it("a year later only the dates of certificates differ", () => {
    const later = deal("2027-11-21");
    expect(later.products).toEqual(demo.products);
    expect(later.producers).toEqual(demo.producers);
    const states = [...later.certificates.values()]
      .flat()
      .map((row) => certificateState(facts(row), "2027-11-21"));
    expect(states).toContain("expiring");
    expect(states).toContain("expired");
  });
});

/** First 16 digits of the SHA-256 of real names, folded: so that they are not in this repository. */
const REAL_NAMES = new Set([
  "05bd88e71f16c121",
  "0746ade6bc095442",
  "07b504ff2c76d362",
  "0b72991e442d415e",
  "0be05b04a1e90200",
  "0d4caca47f292902",
  "0ee3236921621e7e",
  "11e0b934c8fa5499",
  "13ab4b96fe494f3f",
  "2d8632c16b24714e",
  "3a515f15b391358e",
  "3abc21f7dc195f71",
  "3c281b1d0798f0b6",
  "3cb3743f05c7162b",
  "3cfb40fa243deee2",
  "3f8c49ce280206ab",
  "44eeaf8eee1c1d87",
  "46a4d2fb349b1c94",
  "477cb8ffa3cbc1c4",
  "4a8e5664a082805d",
  "4abd1f951a7095a7",
  "4c1f5f16ea5bc494",
  "4e855ff579731163",
  "559a0d0887b0b891",
  "57ff7b8e6111e54b",
  "5b29a4040f1932d9",
  "5d68bdcf391d176e",
  "61bb1e461c971f3f",
  "62603efbe071e2e8",
  "68fc326377eb3fe0",
  "6d98f37739c2e784",
  "6fe78c76561cb948",
  "71237add5cd94813",
  "724b06787882a852",
  "759071a15aa9986e",
  "75be4ec1be8d9962",
  "7612800a586ff934",
  "7cb179c88ad81d83",
  "825846e345833ff8",
  "8edc996092aa7cf5",
  "906fc4be2f616efa",
  "94331f30a8e49a58",
  "964ae3a7fc9695b0",
  "9a431614453e3a2e",
  "9b9c4c20e5aae740",
  "9c2aa8be2084f675",
  "9fb7ed915108f313",
  "a2fe05a8bf90b2c7",
  "a3b5d6d515baf034",
  "a41f9c577ec24789",
  "a82ef0cd198734c8",
  "ab1b2e044e3badd7",
  "aff73dd55abe84f7",
  "b28cd217080a0063",
  "bd08b0b13e6c8a6d",
  "c7fc2b9553f2c408",
  "c9ede648254c86cb",
  "cc55a80446081175",
  "cffa20893655e4ee",
  "d20362f1fb6bd0c2",
  "d9e6f0b084c4fccb",
  "dbe428a2e88d4e23",
  "df318f90b0589503",
  "e231f2d26a97b444",
  "e8384e48c03eb491",
  "e9af0b50ca6e3b31",
  "ec68bd4755649d78",
  "f2eb9d15e1a44843",
  "f5ba91759b852cf9",
  "f7e8d119f871590b",
  "ff03c58cb345fe61",
  "ff674cab07dcc182",
]);
