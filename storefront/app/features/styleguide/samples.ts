import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";

/** Longest ordinary Vietnamese words and names, so that nothing is only tried with short ones. */
export const SAMPLE_HIT: CatalogHit = {
  id: "sample",
  kind: "product",
  handle: "sample",
  title: "Nước mắm cá cơm than ủ chượp thùng gỗ 38 độ đạm",
  title_marks: [],
  producer: { handle: "sample", name: "Hợp tác xã Nông nghiệp và Dịch vụ Hướng Thượng" },
  village: null,
  province: { code: "91", name: "An Giang" },
  distance_km: null,
  region: "mekong-delta",
  group: "food",
  subgroup: "sauce",
  stars: 4,
  price_vnd: 145_000,
  unit: "chai 520 ml",
  unit_price: { price_vnd: 278_846, per: "litre" },
  in_stock: true,
  season_months: null,
  duration_hours: null,
  thumbnail: {
    url: "/pictures/mark.svg",
    width: 400,
    height: 480,
    alt: "Dấu của chợ, đặt thay cho tranh",
  },
};

export const SAMPLE_HITS: CatalogHit[] = [
  SAMPLE_HIT,
  {
    ...SAMPLE_HIT,
    id: "sold-out",
    title: "Gạo ST25",
    title_marks: [[0, 3]],
    distance_km: 12.4,
    stars: 5,
    in_stock: false,
  },
  { ...SAMPLE_HIT, id: "expired", title: "Khăn thổ cẩm nhuộm chàm", stars: null, unit_price: null },
  {
    ...SAMPLE_HIT,
    id: "tour",
    kind: "tour",
    title: "Sớm hái chè, trưa sao chè",
    unit: "người",
    unit_price: null,
    duration_hours: 3,
    thumbnail: null,
  },
];
