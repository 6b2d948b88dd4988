import type { LegalForm } from "@cho-lang/shared/domain/producer";
import { numberBetween, pick } from "./chance";
import type { Pair } from "./crafts";

/**
 * Names of producers and people that exist in the demo only, in the way producers are named in
 * Vietnam. No name is taken from a list of real producers.
 */

const FIRST =
  "Nhật Diệu Khánh Gia Bảo Tường Phúc Lam Trúc Hạ Vân Thu Mộc Đan Yên Hoài Cẩm Thiên Tú Song".split(
    " ",
  );
const SECOND =
  "Nguyên Khê Miên Viên Thảo Trân Chi Mai Khuê Vy Nhiên Du Thư Hân Nghi Quyên Đài Liên Cát Ân".split(
    " ",
  );
const KIN = ["Bà Năm", "Cô Sáu", "Ông Bảy", "Chú Tám", "Dì Út", "Bà Chín", "Cô Mười", "Ông Sáu"];
const NICK =
  "Thắm Lựu Mận Hòe Nhàn Sen Đượm Lành Thơm Bưởi Rạng Duyên Hậu Xoan Lụa Thuận Đào Khởi Lý Quế".split(
    " ",
  );

const SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Dương Phan Đinh Mai".split(" ");
const WOMEN = "Hạnh Lan Thủy Hương Nhung Hiền Yến Thảo Oanh Liễu Phượng Nga Dung Hồng Xuân".split(
  " ",
);
const MEN = "Thắng Hùng Lợi Quân Tuấn Khoa Thành Hưng Dũng Kiên Toàn Phát Nghĩa Bình Hải".split(
  " ",
);

/** Guests from abroad: names that are common where they come from. */
const ABROAD = [
  "Emma Larsen",
  "Lucas Martin",
  "Hannah Weber",
  "Oliver Jones",
  "Kim Min-ji",
  "Park Joon-ho",
  "Sofia Rossi",
  "Noah Wilson",
  "Chloé Bernard",
  "Tanaka Yui",
  "Mia Andersen",
  "Chen Wei-ling",
] as const;

/** Names as they are usual in mountain provinces and the Central Highlands. */
const REGIONAL: Readonly<Record<string, readonly string[]>> = {
  north: [
    "Lò Thị Mai",
    "Giàng A Sính",
    "Vàng Thị Mỷ",
    "Nông Thị Hạnh",
    "Hoàng Văn Thuận",
    "Triệu Mùi Pham",
    "Lường Văn Ín",
    "Hà Thị Ngoan",
    "Sùng Thị Dợ",
    "Ma Văn Lực",
    "Lý Thị Chạn",
    "Quàng Thị Hoa",
  ],
  highlands: [
    "H’Yer Niê",
    "Y Thanh Byă",
    "H’Bluin Êban",
    "Y Wan Mlô",
    "A Thút",
    "Y Blưm",
    "Nguyễn Thị Liên",
    "Trần Văn Cường",
  ],
};
const NORTHERN = new Set(["04", "08", "11", "12", "14", "15", "19", "20"]);
const HIGHLANDS = new Set(["66"]);
/** From Đồng Nai to the south people call makers by kinship and rank. */
const isSouthern = (provinceCode: string) => provinceCode >= "75";

/** Two syllables of good meaning; different for every index from 0 to 399. */
export function inventedName(index: number): string {
  const row = Math.floor(index / FIRST.length);
  const first = FIRST[index % FIRST.length];
  const second = SECOND[(index * 7 + row * 3) % SECOND.length];
  if (index < 0 || index >= FIRST.length * SECOND.length || !first || !second) {
    throw new RangeError(`There are 400 invented names, number ${index} is not one of them.`);
  }
  return `${first} ${second}`;
}

/** A person's full name, fitting the province. */
export function personName(seed: string, provinceCode: string): string {
  const regional = NORTHERN.has(provinceCode)
    ? REGIONAL.north
    : HIGHLANDS.has(provinceCode)
      ? REGIONAL.highlands
      : undefined;
  if (regional) return pick(`${seed}/person`, regional);
  const surname = pick(`${seed}/surname`, SURNAMES);
  return numberBetween(`${seed}/woman`, { from: 0, to: 9 }) < 5
    ? `${surname} Thị ${pick(`${seed}/given`, WOMEN)}`
    : `${surname} Văn ${pick(`${seed}/given`, MEN)}`;
}

/** The name under which guests book. */
export function guestName(seed: string, language: "vi" | "en"): string {
  // Most guests of villages come from the cities.
  return language === "en" ? pick(`${seed}/abroad`, ABROAD) : personName(`${seed}/guest`, "01");
}

/** The name of a producer. `index` makes it unique; `noun` null stands for a host of visitors. */
export function producerName(input: {
  index: number;
  legal_form: LegalForm;
  noun: Pair | null;
  province_code: string;
  place: string;
}): string {
  const { index, legal_form, province_code, place } = input;
  const noun = input.noun?.[0] ?? "Du lịch làng";
  const invented = inventedName(index);
  switch (legal_form) {
    case "cooperative":
      return `HTX ${noun} ${invented}`;
    case "cooperative_group":
      return `Tổ hợp tác ${noun} ${invented}`;
    case "company":
      return `Công ty TNHH ${noun} ${invented}`;
    case "farm":
      return `Trang trại ${invented}`;
    case "village_board":
      return `Ban quản lý ${place}`;
    case "household":
      return isSouthern(province_code)
        ? `Cơ sở ${noun} ${KIN[index % KIN.length]} ${NICK[(index * 3) % NICK.length]}`
        : `Cơ sở ${noun} ${invented}`;
  }
}
