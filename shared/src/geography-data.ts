/** The six official regions (Resolution 306/NQ-CP, 5 Oct 2025), from north to south. */
export const REGION_SLUGS = [
  "northern-midlands-mountains",
  "red-river-delta",
  "north-central",
  "south-central-coast-highlands",
  "southeast",
  "mekong-delta",
] as const;
export type RegionSlug = (typeof REGION_SLUGS)[number];

/** A province or centrally-run city. */
export interface Province {
  /** Official two-digit code as text: "01" … "96". */
  code: string;
  slug: string;
  name_vi: string;
  name_en: string;
  /** With its kind: "Tỉnh Đắk Lắk", "Thành phố Hà Nội". */
  full_name_vi: string;
  type: "province" | "city";
  iso_3166_2: string;
  region: RegionSlug;
  /** Point of the seat, degrees WGS 84. */
  lat: number;
  lng: number;
  /** Column and row in the map of tiles; column 0 is west, row 0 north. */
  tile: readonly [number, number];
  /** The commune where the authorities sit. */
  seat: { name_vi: string; commune_code: string };
  /** The provinces of before July 2025 that it is made of, itself included where the name lives on. */
  former: readonly string[];
  /** Wards, communes and special zones. */
  commune_count: number;
}

// code | slug | name_vi | name_en | type | iso_3166_2 | region | lat | lng | tile | seat | its commune
// code | former provinces | number of communes
const TABLE = `
01|ha-noi|Hà Nội|Hanoi|city|VN-HN|red-river-delta|21.0285|105.8542|3,3|Hoàn Kiếm|00070|Hà Nội|126
04|cao-bang|Cao Bằng|Cao Bang|province|VN-04|northern-midlands-mountains|22.6657|106.2577|4,0|Thục Phán|01273|Cao Bằng|56
08|tuyen-quang|Tuyên Quang|Tuyen Quang|province|VN-07|northern-midlands-mountains|21.8233|105.214|3,0|Minh Xuân|02215|Tuyên Quang,Hà Giang|124
11|dien-bien|Điện Biên|Dien Bien|province|VN-71|northern-midlands-mountains|21.386|103.023|0,1|Điện Biên Phủ|03127|Điện Biên|45
12|lai-chau|Lai Châu|Lai Chau|province|VN-01|northern-midlands-mountains|22.396|103.459|1,0|Tân Phong|03408|Lai Châu|38
14|son-la|Sơn La|Son La|province|VN-05|northern-midlands-mountains|21.327|103.9144|1,1|Tô Hiệu|03646|Sơn La|75
15|lao-cai|Lào Cai|Lao Cai|province|VN-02|northern-midlands-mountains|21.7229|104.9113|2,0|Yên Bái|04252|Lào Cai,Yên Bái|99
19|thai-nguyen|Thái Nguyên|Thai Nguyen|province|VN-69|northern-midlands-mountains|21.5942|105.8482|3,1|Phan Đình Phùng|05443|Thái Nguyên,Bắc Kạn|92
20|lang-son|Lạng Sơn|Lang Son|province|VN-09|northern-midlands-mountains|21.8537|106.7615|4,1|Lương Văn Tri|05983|Lạng Sơn|65
22|quang-ninh|Quảng Ninh|Quang Ninh|province|VN-13|red-river-delta|20.9517|107.08|5,2|Hạ Long|06688|Quảng Ninh|54
24|bac-ninh|Bắc Ninh|Bac Ninh|province|VN-56|red-river-delta|21.2731|106.1946|4,2|Bắc Giang|07210|Bắc Ninh,Bắc Giang|99
25|phu-tho|Phú Thọ|Phu Tho|province|VN-68|northern-midlands-mountains|21.3227|105.4019|2,1|Việt Trì|07900|Phú Thọ,Vĩnh Phúc,Hòa Bình|148
31|hai-phong|Hải Phòng|Hai Phong|city|VN-HP|red-river-delta|20.918|106.675|5,3|Thủy Nguyên|11560|Hải Phòng,Hải Dương|114
33|hung-yen|Hưng Yên|Hung Yen|province|VN-66|red-river-delta|20.6464|106.0511|4,3|Phố Hiến|11953|Hưng Yên,Thái Bình|104
37|ninh-binh|Ninh Bình|Ninh Binh|province|VN-18|red-river-delta|20.2506|105.9745|4,4|Hoa Lư|14329|Ninh Bình,Hà Nam,Nam Định|129
38|thanh-hoa|Thanh Hóa|Thanh Hoa|province|VN-21|north-central|19.8067|105.7852|3,4|Hạc Thành|14797|Thanh Hóa|166
40|nghe-an|Nghệ An|Nghe An|province|VN-22|north-central|18.6796|105.6813|3,5|Trường Vinh|16690|Nghệ An|130
42|ha-tinh|Hà Tĩnh|Ha Tinh|province|VN-23|north-central|18.3428|105.9057|3,6|Thành Sen|18073|Hà Tĩnh|69
44|quang-tri|Quảng Trị|Quang Tri|province|VN-25|north-central|17.469|106.6222|4,7|Đồng Hới|18880|Quảng Trị,Quảng Bình|78
46|hue|Huế|Hue|city|VN-26|north-central|16.4637|107.5909|5,8|Thuận Hóa|19789|Thừa Thiên Huế|40
48|da-nang|Đà Nẵng|Da Nang|city|VN-DN|south-central-coast-highlands|16.0678|108.2208|6,8|Hải Châu|20242|Đà Nẵng,Quảng Nam|94
51|quang-ngai|Quảng Ngãi|Quang Ngai|province|VN-29|south-central-coast-highlands|15.1214|108.8044|6,9|Cẩm Thành|21025|Quảng Ngãi,Kon Tum|96
52|gia-lai|Gia Lai|Gia Lai|province|VN-30|south-central-coast-highlands|13.7765|109.2237|6,10|Quy Nhơn|21583|Gia Lai,Bình Định|135
56|khanh-hoa|Khánh Hòa|Khanh Hoa|province|VN-34|south-central-coast-highlands|12.2451|109.19|6,12|Nha Trang|22366|Khánh Hòa,Ninh Thuận|65
66|dak-lak|Đắk Lắk|Dak Lak|province|VN-33|south-central-coast-highlands|12.6667|108.0383|6,11|Buôn Ma Thuột|24133|Đắk Lắk,Phú Yên|102
68|lam-dong|Lâm Đồng|Lam Dong|province|VN-35|south-central-coast-highlands|11.9404|108.4583|5,12|Xuân Hương - Đà Lạt|24781|Lâm Đồng,Đắk Nông,Bình Thuận|124
75|dong-nai|Đồng Nai|Dong Nai|city|VN-39|southeast|10.9574|106.8427|4,12|Trấn Biên|26041|Đồng Nai,Bình Phước|95
79|ho-chi-minh|Hồ Chí Minh|Ho Chi Minh City|city|VN-SG|southeast|10.7769|106.7009|4,13|Sài Gòn|26740|Hồ Chí Minh,Bình Dương,Bà Rịa - Vũng Tàu|168
80|tay-ninh|Tây Ninh|Tay Ninh|province|VN-37|southeast|10.5354|106.4133|3,13|Long An|27694|Tây Ninh,Long An|96
82|dong-thap|Đồng Tháp|Dong Thap|province|VN-45|mekong-delta|10.36|106.36|3,14|Mỹ Tho|28261|Đồng Tháp,Tiền Giang|102
86|vinh-long|Vĩnh Long|Vinh Long|province|VN-49|mekong-delta|10.2537|105.9722|4,14|Long Châu|29551|Vĩnh Long,Bến Tre,Trà Vinh|124
91|an-giang|An Giang|An Giang|province|VN-44|mekong-delta|10.0125|105.0809|2,14|Rạch Giá|30742|An Giang,Kiên Giang|102
92|can-tho|Cần Thơ|Can Tho|city|VN-CT|mekong-delta|10.0342|105.7881|3,15|Ninh Kiều|31135|Cần Thơ,Hậu Giang,Sóc Trăng|103
96|ca-mau|Cà Mau|Ca Mau|province|VN-59|mekong-delta|9.1769|105.1524|2,15|Tân Thành|32025|Cà Mau,Bạc Liêu|64`;

/**
 * The 34 provinces and cities as of 30 April 2026, in the order of their codes: codes by Decision
 * 19/2025/QĐ-TTg, mergers by Resolution 202/2025/QH15, Đồng Nai a city by Resolution
 * 30/2026/QH16, regions by Resolution 306/NQ-CP of 2025.
 */
export const PROVINCES: readonly Province[] = TABLE.trim().split("\n").map(provinceOf);

function provinceOf(line: string): Province {
  const cells = line.split("|");
  const cell = (index: number): string => {
    const text = cells[index];
    if (text === undefined) throw new Error(`A cell is missing in the line "${line}".`);
    return text;
  };
  const region = REGION_SLUGS.find((slug) => slug === cell(6));
  if (region === undefined) throw new Error(`There is no region "${cell(6)}".`);
  const type = cell(4) === "city" ? "city" : "province";
  const [column = 0, row = 0] = cell(9).split(",").map(Number);
  return {
    code: cell(0),
    slug: cell(1),
    name_vi: cell(2),
    name_en: cell(3),
    full_name_vi: `${type === "city" ? "Thành phố" : "Tỉnh"} ${cell(2)}`,
    type,
    iso_3166_2: cell(5),
    region,
    lat: Number(cell(7)),
    lng: Number(cell(8)),
    tile: [column, row],
    seat: { name_vi: cell(10), commune_code: cell(11) },
    former: cell(12).split(","),
    commune_count: Number(cell(13)),
  };
}
