import { legalFormLabel } from "@cho-lang/shared/domain/producer";
import { HANDLING_LABELS } from "@cho-lang/shared/domain/product";
import { provinceByCode } from "@cho-lang/shared/geography";
import { pick } from "./chance";
import { CRAFTS, craftOf, type Pair } from "./crafts";
import type { GoodsFact, SecondTourFact, SiteFact } from "./facts";
import type { DealtProducer } from "./producers";

/** A text in both languages; paragraphs are parted by an empty line. */
export interface Text {
  vi: string;
  en: string;
}

const MONTHS_EN = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A Vietnamese name in plain letters, capitals kept, as English pages write places. */
function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

/** "Xã Bát Tràng" in English: "Bat Trang commune". */
function communeInEnglish(name: string): string {
  const [, kind = "", own = name] = /^(Xã|Phường|Đặc khu) (.+)$/.exec(name) ?? [];
  const kinds: Readonly<Record<string, string>> = { Xã: "commune", Phường: "ward" };
  return `${plain(own)} ${kinds[kind] ?? "special zone"}`;
}

/** What a goods page tells: what it is, how and where it is made, its season, how to keep it. */
export function goodsStory(goods: GoodsFact): Text {
  const craft = CRAFTS[craftOf(goods)];
  const making = pick(`${goods.id}/making`, craft.making as readonly Pair[]);
  const province = provinceOf(goods.province_code);
  const where: Pair = [
    `Hàng được làm ở ${inSentence(goods.commune_name)}, ${province.vi}.`,
    `It is made in ${communeInEnglish(goods.commune_name)}, ${province.en}.`,
  ];
  const notes: Pair[] = [craft.use];
  if (goods.season_months) notes.unshift(seasonNote(goods.season_months));
  if (goods.marks.includes("gi")) {
    notes.push([
      "Tên gọi này thuộc vùng được bảo hộ chỉ dẫn địa lý.",
      "The name belongs to a protected geographical indication.",
    ]);
  }
  if (goods.handling.includes("supplement")) {
    notes.push([`${HANDLING_LABELS.supplement.vi}.`, `${HANDLING_LABELS.supplement.en}.`]);
  }
  return paragraphs([[goods.fact_vi, goods.fact_en], making], [where, ...notes]);
}

/** What a village page tells. */
export function siteStory(site: SiteFact): Text {
  const province = provinceOf(site.province_code);
  const kinds: Readonly<Record<SiteFact["kind"], Pair>> = {
    craft: [
      `${site.name_vi} giữ nghề ${site.craft_vi} qua nhiều đời.`,
      `${site.name_en} has kept its craft for generations: ${site.craft_en}.`,
    ],
    community: [
      `${site.name_vi} đón khách vào nhà dân để cùng sống với ${site.craft_vi}.`,
      `In ${site.name_en} families open their homes and share their ${site.craft_en}.`,
    ],
    farm: [
      `${site.name_vi} sống bằng ${site.craft_vi}, và mở vườn cho khách vào xem.`,
      `${site.name_en} lives from ${site.craft_en} and opens its fields to visitors.`,
    ],
    rural: [
      `${site.name_vi} là nơi còn giữ nếp sống cũ: ${site.craft_vi}.`,
      `${site.name_en} keeps an older way of life: ${site.craft_en}.`,
    ],
  };
  const place: Pair = [
    `Nay thuộc ${inSentence(site.commune_name)}, ${province.vi}; nhiều người vẫn quen gọi là ${formerPlace(site)}.`,
    `It now lies in ${communeInEnglish(site.commune_name)}, ${province.en}; people still say ${plain(formerPlace(site))}.`,
  ];
  const offering: Pair = [
    `Khách đến đây có thể: ${lower(site.offering_vi)}.`,
    `What visitors can do: ${lower(site.offering_en)}.`,
  ];
  return paragraphs([kinds[site.kind], place], [offering]);
}

/** The title of the visit that every site offers. */
export function tourTitle(site: SiteFact): Text {
  const isOvernight = site.duration_hours >= 24;
  const name = site.name_vi.charAt(0).toLowerCase() + site.name_vi.slice(1);
  const short = /^(Làng|Bản|Buôn|Vùng|Lò|Du lịch)/.test(site.name_vi) ? name : site.name_vi;
  return isOvernight
    ? { vi: `Một đêm ở ${short}`, en: `A night in ${site.name_en}` }
    : {
        vi: `${site.duration_hours >= 4 ? "Một ngày" : "Một buổi"} ở ${short}`,
        en: `${site.duration_hours >= 4 ? "A day in" : "A visit to"} ${site.name_en}`,
      };
}

/** What a visit's page tells. */
export function tourStory(site: SiteFact, host: DealtProducer): Text {
  const hours = site.duration_hours;
  const length: Pair =
    hours >= 24
      ? [
          "Khách ngủ lại một đêm ở nhà dân và ăn cùng gia đình.",
          "Guests stay one night in a village home and eat with the family.",
        ]
      : [`Chuyến thăm kéo dài khoảng ${hours} giờ.`, `The visit takes about ${hours} hours.`];
  return paragraphs(
    [
      [
        `Trong chuyến này: ${lower(site.offering_vi)}.`,
        `On this visit: ${lower(site.offering_en)}.`,
      ],
      length,
    ],
    [
      [
        `${host.name} đón khách và hướng dẫn tại chỗ; phần lớn tiền vé ở lại trong làng.`,
        `${host.name} receives guests and guides them; most of the fee stays in the village.`,
      ],
      [
        "Nên mặc gọn gàng, đi giày dễ tháo và hỏi trước khi chụp ảnh người làm nghề.",
        "Wear easy shoes and ask before taking pictures of people at work.",
      ],
    ],
  );
}

/** What the page of a site's second visit tells. */
export function secondTourStory(tour: SecondTourFact, host: DealtProducer): Text {
  return paragraphs(
    [[tour.fact_vi, tour.fact_en]],
    [
      [
        `${host.name} nhận khách theo nhóm nhỏ để nhà nào cũng có phần việc.`,
        `${host.name} takes small groups, so that every household has its share of the work.`,
      ],
    ],
  );
}

/** What a producer's page tells about it. */
export function producerStory(input: {
  producer: DealtProducer;
  site: SiteFact | null;
  commune_name: string;
}): Text {
  const { producer, site, commune_name } = input;
  const province = provinceOf(producer.province_code);
  const form = {
    vi: legalFormLabel(producer.legal_form, "vi").toLowerCase(),
    en: legalFormLabel(producer.legal_form, "en").toLowerCase(),
  };
  const { noun } = producer;
  const work: Pair = noun
    ? [
        `${producer.name} là ${form.vi} làm ${noun[0].toLowerCase()}`,
        `${producer.name} is a ${form.en} working with ${noun[1]}`,
      ]
    : [
        `${producer.name} là ${form.vi} đón khách về làng`,
        `${producer.name} is a ${form.en} that hosts village visitors`,
      ];
  const people: readonly Pair[] = [
    [
      "Phần lớn người làm là bà con trong xóm, nhiều người học nghề từ cha mẹ.",
      "Most of the people at work are neighbours; many learned from their parents.",
    ],
    [
      "Cả nhà cùng làm, lúc vào vụ thuê thêm người trong xã.",
      "The whole family works, with neighbours hired in the busy months.",
    ],
    [
      "Nguyên liệu mua của các hộ quanh vùng, giá thỏa thuận trước mỗi vụ.",
      "Materials come from households nearby at prices agreed before each season.",
    ],
  ];
  const village: Pair[] = site
    ? [
        [
          `Xưởng nằm ở ${site.name_vi.charAt(0).toLowerCase()}${site.name_vi.slice(1)} và mở cửa cho khách ghé thăm.`,
          `The workshop is in ${site.name_en} and welcomes visitors.`,
        ],
      ]
    : [];
  return paragraphs(
    [
      [
        `${work[0]} ở ${inSentence(commune_name)}, ${province.vi}, từ năm ${producer.since}.`,
        `${work[1]} in ${communeInEnglish(commune_name)}, ${province.en}, since ${producer.since}.`,
      ],
    ],
    [pick(`${producer.handle}/people`, people), ...village],
  );
}

/** The place as it was called before July 2025: "Bát Tràng, Gia Lâm, Hà Nội". */
export function formerPlace(site: SiteFact): string {
  const district = site.district_former.replace(/^(Huyện|Quận|Thị xã|Thành phố) /, "");
  return [...new Set([site.commune_former, district, site.former_province])].join(", ");
}

function seasonNote(months: readonly number[]): Pair {
  const [first = 1, last = 12] = [months[0], months.at(-1)];
  return [
    `Mùa chính: từ tháng ${first} đến tháng ${last}.`,
    `Main season: ${MONTHS_EN[first - 1]} to ${MONTHS_EN[last - 1]}.`,
  ];
}

function provinceOf(code: string): Text {
  const province = provinceByCode(code);
  if (!province) throw new Error(`There is no province ${code}.`);
  return { vi: province.name_vi, en: province.name_en };
}

function inSentence(commune: string): string {
  return commune.replace(/^(Xã|Phường|Đặc khu)/, (kind) => kind.toLowerCase());
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function paragraphs(...blocks: readonly (readonly Pair[])[]): Text {
  const join = (language: 0 | 1) =>
    blocks.map((block) => block.map((pair) => pair[language]).join(" ")).join("\n\n");
  return { vi: join(0), en: join(1) };
}
