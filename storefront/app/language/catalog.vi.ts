import { formatDate, formatWeekday, type LocalDate } from "@cho-lang/shared/calendar";
import { formatNumber, formatVnd } from "@cho-lang/shared/money";

type Kind = "product" | "tour";

const number = (value: number) => formatNumber(value, "vi");
const vnd = (value: number) => formatVnd(value, "vi");

function price(min: number | null, max: number | null): string {
  if (max === null) return `Từ ${vnd(min ?? 0)}`;
  return min === null ? `Đến ${vnd(max)}` : `${number(min)}–${vnd(max)}`;
}

function quoted(words: string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}

/** What is there for a text; for the chosen filters when it is "". */
type Matching = { count: number; text: string };

function of(text: string): string {
  return text ? ` “${text}”` : "";
}

export const catalog = {
  title: { product: "Sản vật", tour: "Đi làng" },
  description: {
    product:
      "Sản vật OCOP của 34 tỉnh, thành: lọc theo vùng, hạng sao, nhóm và giá, mua thẳng của người làm.",
    tour: "Làng nghề và điểm đón khách ở 34 tỉnh, thành: ngồi bàn xoay, hái chè, chèo xuồng cùng người làng.",
  },
  summary: ({ kind, count, provinces }: { kind: Kind; count: number; provinces: number }) =>
    count === 0
      ? kind === "tour"
        ? "Không có chuyến nào"
        : "Không có món nào"
      : kind === "tour"
        ? `${number(count)} chuyến ở ${provinces} tỉnh, thành`
        : `${number(count)} món của ${provinces} tỉnh, thành`,
  results: { product: "Các món", tour: "Các chuyến" },
  filter: "Lọc",
  filterCount: (count: number) => (count > 0 ? `Lọc (${count})` : "Lọc"),
  show: ({ kind, count }: { kind: Kind; count: number }) => {
    const noun = kind === "tour" ? "chuyến" : "món";
    return count === 0 ? `Không có ${noun} nào khớp` : `Xem ${number(count)} ${noun}`;
  },
  busy: "Đang tìm…",
  reading: {
    corrected: ({ typed, readAs, count }: { typed: string; readAs: string; count: number }) =>
      `Không có kết quả cho “${typed}”. ${count > 0 ? "Đang hiện kết quả cho" : "Đã tìm thay bằng"} “${readAs}”.`,
    fewer: ({ leftOut, readAs, count }: { leftOut: string[]; readAs: string; count: number }) =>
      `Không có gì đủ mọi chữ. Đã bỏ ${quoted(leftOut)}, ${count > 0 ? "đang hiện kết quả cho" : "chỉ tìm"} “${readAs}”.`,
    didYouMean: "Có phải bạn tìm:",
  },
  near: {
    find: "Gần tôi",
    asking: "Đang hỏi máy xem bạn ở đâu…",
    denied:
      "Máy chưa cho chợ biết bạn ở đâu. Hãy cho phép vị trí trong cài đặt, hoặc chọn tỉnh, thành.",
    failed: "Máy chưa tìm được vị trí. Hãy thử lại, hoặc chọn tỉnh, thành.",
  },
  text: "Tìm trong danh sách",
  facets: {
    kind: "Loại",
    stars: "Hạng sao",
    group: "Nhóm sản phẩm",
    subgroup: "Nhóm nhỏ",
    region: "Vùng",
    province: "Tỉnh, thành",
    price: "Giá",
  },
  asList: "Xem thành danh sách",
  sea: "Biển Đông",
  priceFrom: "Từ",
  priceTo: "Đến",
  apply: "Áp dụng",
  sort: "Xếp theo",
  sorts: {
    relevance: "Gợi ý",
    price: "Giá từ thấp",
    "-price": "Giá từ cao",
    "-stars": "Nhiều sao",
    newest: "Mới về",
    distance: "Gần nhất",
  } as Record<string, string>,
  doSort: "Xếp",
  chosen: "Đang lọc",
  clear: "Bỏ hết",
  remove: (label: string) => `Bỏ lọc ${label}`,
  chips: {
    text: (q: string) => `“${q}”`,
    stars: (stars: string) => `${stars} sao`,
    price,
    near: "Gần tôi",
    visit: ({ date, party }: { date: LocalDate; party: number }) =>
      `${formatWeekday(date, "vi")} ${formatDate(date, "vi")}, ${number(party)} người`,
  },
  pageOf: ({ page, pages }: { page: number; pages: number }) => `Trang ${page} trên ${pages}`,
  empty: {
    title: { product: "Chưa có món nào khớp", tour: "Chưa có chuyến nào khớp" },
    relax: "Bớt một điều kiện là có ngay:",
    drop: {
      stars: "hạng sao",
      group: "nhóm",
      subgroup: "nhóm nhỏ",
      region: "vùng",
      province: "tỉnh",
    },
    dropFacet: ({ facet, count }: { facet: string; count: number }) =>
      `Bỏ lọc ${facet}: có ${number(count)}`,
    neighbours: "Tỉnh, thành gần đó đang có:",
    neighbour: ({ name, count }: { name: string; count: number }) => `${name} (${number(count)})`,
    groups: "Hoặc xem theo nhóm:",
    dropOne: (label: string) => `Bỏ ${label}`,
    text: "Thử chữ ngắn hơn, hoặc tên loại như chè, gốm, mật ong. Gõ không dấu cũng được.",
    /** By the kind that there is. */
    other: {
      tour: ({ count, text }: Matching) => `Có ${number(count)} chuyến đi làng khớp${of(text)}`,
      product: ({ count, text }: Matching) => `Có ${number(count)} sản vật khớp${of(text)}`,
    },
    all: { product: "Xem mọi sản vật", tour: "Xem mọi chuyến" },
    beyond: "Trang này không còn gì",
    beyondText: (pages: number) => `Danh sách chỉ có ${pages} trang.`,
    lastPage: "Về trang cuối",
  },
  fault: {
    title: "Địa chỉ chưa đúng",
    text: (label: string) => `Không đọc được ${label} trong địa chỉ.`,
    parameter: (name: string) => `Tham số: ${name}`,
    allowed: {
      q: "Chữ tìm dài nhất 200 ký tự.",
      stars: "Hạng sao là 3, 4 hoặc 5.",
      price_min: "Giá là số đồng tròn, từ 0 đến 1.000.000.000, ví dụ 50000.",
      price_max: "Giá là số đồng tròn, từ 0 đến 1.000.000.000, ví dụ 200000.",
      page: "Trang là số từ 1; danh sách dừng ở món thứ 10.000.",
      available_on: "Ngày đi viết như 28/11/2026.",
      party: "Số người là số tròn từ 1 đến 60, ví dụ 4.",
      near: "Chỗ tìm quanh viết là vĩ độ, kinh độ, ví dụ 21.03,105.85.",
      province: "Tỉnh, thành là mã hai chữ số hoặc tên, ví dụ 66 hoặc dak-lak.",
    } as Record<string, string>,
    otherAllowed: "Hãy chọn lại từ các ô lọc.",
    names: {
      q: "chữ tìm",
      kind: "loại",
      stars: "hạng sao",
      group: "nhóm sản phẩm",
      subgroup: "nhóm nhỏ",
      region: "vùng",
      province: "tỉnh, thành",
      price_min: "giá thấp nhất",
      price_max: "giá cao nhất",
      available_on: "ngày đi",
      party: "số người",
      near: "chỗ tìm quanh",
      producer: "người làm",
      village: "làng",
      sort: "cách xếp",
      page: "số trang",
    } as Record<string, string>,
    start: { product: "Mở lại trang sản vật", tour: "Mở lại trang đi làng" },
  },
};
