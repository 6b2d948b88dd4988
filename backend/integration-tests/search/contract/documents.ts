import { groupLabel, groupOf, isSubgroup, subgroupLabel } from "@cho-lang/shared/domain/product";
import { provinceByCode } from "@cho-lang/shared/geography";
import { slug } from "@cho-lang/shared/vietnamese";
import type { CatalogDocument } from "../../../src/reports/catalog-documents";
import { sampleDocuments } from "../documents";
import { NORTH } from "./documents/north";
import { ODD } from "./documents/odd";
import { SOUTH } from "./documents/south";

/** Where makers are, in degrees; the goods of all others have no place. */
const PLACES: Readonly<Record<string, readonly [lat: number, lng: number]>> = {
  "bat-trang": [20.9765, 105.9127],
  "van-phuc": [20.98, 105.774],
  "phu-vinh": [20.89, 105.68],
  "ha-thai": [20.84, 105.87],
  "tan-cuong": [21.52, 105.75],
  "hoang-su-phi": [22.74, 104.68],
  "lung-tam": [23.05, 105.05],
  "meo-vac": [23.16, 105.41],
  "sa-pa": [22.34, 103.84],
  "ta-phin": [22.39, 103.85],
  "mai-chau": [20.66, 105.08],
  "chieng-chau": [20.65, 105.07],
  "ha-long": [20.95, 107.07],
  "cat-hai": [20.8, 106.91],
  "kim-son": [20.07, 106.11],
  "nga-son": [20.01, 105.99],
  hue: [16.4637, 107.5909],
  "thanh-ha": [15.88, 108.3],
  "nam-o": [16.11, 108.13],
  "tra-que": [15.9, 108.34],
  "ly-son": [15.38, 109.11],
  "bau-truc": [11.52, 108.91],
  "ea-tu": [12.72, 108.1],
  "cau-dat": [11.87, 108.55],
  "da-lat": [11.9404, 108.4583],
  "phan-thiet": [10.93, 108.1],
  "tan-trieu": [11.0, 106.8],
  "can-gio": [10.41, 106.95],
  "trang-bang": [11.03, 106.36],
  "sa-dec": [10.3, 105.76],
  "ben-tre": [10.24, 106.38],
  "phu-quoc": [10.22, 103.96],
  "rach-goc": [8.65, 105.02],
  "dat-mui": [8.6, 104.72],
};

/**
 * Some 320 documents of the catalog, written by hand: the sixty samples first, then the goods of
 * every province, visits, and things that differ by little. Ids are "c001" and on; the order of
 * `quality` has many ties, as real life has.
 */
export function contractDocuments(): CatalogDocument[] {
  const samples = sampleDocuments().map((sample) => ({
    ...sample,
    maker: sample.producer.replaceAll("-", " "),
  }));
  const others = [NORTH, SOUTH, ODD].flatMap((table) => table.trim().split("\n").map(parse));
  return [...samples, ...others].map((facts, index) => documentOf(facts, index));
}

type Facts = Pick<
  CatalogDocument,
  "province" | "subgroup" | "stars" | "stars_until" | "maker" | "price_vnd" | "title" | "title_en"
> & { story: string };

function parse(line: string): Facts {
  const cells = line.split("|");
  if (cells.length !== 9) throw new Error(`A document has nine parts: ${line}`);
  const [province, subgroup, stars, until, maker, price, title, title_en, story] = cells as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    province,
    subgroup,
    stars: stars === "" ? null : Number(stars),
    stars_until: until === "" ? null : until,
    maker,
    price_vnd: Number(price),
    title,
    title_en,
    story,
  };
}

function documentOf(facts: Facts, index: number): CatalogDocument {
  const { province: code, subgroup, stars, stars_until, maker, price_vnd } = facts;
  const { title, title_en, story } = facts;
  const province = provinceByCode(code);
  if (!province || !isSubgroup(subgroup)) throw new Error(`No such place or kind: ${title}`);
  const group = groupOf(subgroup);
  const id = `c${String(index + 1).padStart(3, "0")}`;
  const place = PLACES[slug(maker)];
  return {
    id,
    kind: subgroup === "community" ? "tour" : "product",
    region: province.region,
    province: code,
    group,
    subgroup,
    stars,
    stars_until,
    producer: slug(maker),
    village: null,
    price_vnd,
    quality: (index * 7) % 40,
    published: 1_700_000_000 + ((index * 37) % 101) * 86_400,
    title,
    title_en,
    maker,
    place: [province.full_name_vi, province.name_en, ...province.former].join(" | "),
    sort_of_thing: (["vi", "en"] as const)
      .flatMap((language) => [
        groupLabel(group, language),
        subgroupLabel(subgroup, language).replace(/chế biến (từ )?/i, ""),
      ])
      .join(" | "),
    story,
    location: place ? { lat: place[0], lng: place[1] } : null,
    card_vi: JSON.stringify({ id, title }),
    card_en: JSON.stringify({ id, title: title_en }),
  };
}
