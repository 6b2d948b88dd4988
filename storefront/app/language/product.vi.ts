import { formatNumber, formatVnd } from "@cho-lang/shared/money";

type UnitPrice = { price_vnd: number; per: "kg" | "litre" | "piece" };

const PER = { kg: "kg", litre: "lít", piece: "cái" } as const;

/** What is counted of a unit: "chai 520 ml" is "chai", "kg" is "kg". */
function counter(unit: string): string {
  return /^\p{L}+/u.exec(unit)?.[0] ?? unit;
}

export const product = {
  gallery: "Hình sản phẩm",
  picture: (number: number) => `Hình ${number}`,
  from: "từ",
  taxIncluded: "đã gồm thuế",
  unitPrice: ({ price_vnd, per }: UnitPrice) => `${formatVnd(price_vnd, "vi")}/${PER[per]}`,
  pack: "Quy cách",
  quantity: (title: string) => `Số lượng ${title}`,
  add: "Thêm vào giỏ",
  stock: ({ stock, unit }: { stock: number; unit: string }) =>
    `Còn ${formatNumber(stock, "vi")} ${counter(unit)}`,
  fewLeft: ({ stock, unit }: { stock: number; unit: string }) =>
    `Chỉ còn ${formatNumber(stock, "vi")} ${counter(unit)}`,
  sentFrom: (place: string) =>
    `Gửi từ ${place}. Phí giao hiện trong giỏ trước khi đặt; trả tiền khi nhận hàng.`,
  returns: "Đổi trả trong 7 ngày nếu vỡ, hỏng hoặc sai nhãn.",
  soldOut: "Hết hàng",
  soldOutText: "Mẻ này đã bán hết. Người làm còn những món khác ở dưới.",
  closed: "Người làm đang tạm nghỉ",
  closedText: "Gian hàng chưa nhận đơn lúc này. Món vẫn ở đây khi họ mở lại.",
  added: "Đã thêm vào giỏ.",
  toCart: "Xem giỏ hàng",
  refused: {
    out_of_stock: "Món này vừa hết, nên chưa vào giỏ.",
    bad_quantity: "Số lượng là số tròn từ 1 đến 999, nên chưa vào giỏ.",
    not_for_sale: "Món này hiện không bán, nên chưa vào giỏ.",
    tour_not_bookable: "Chuyến đi chưa đặt được ở chợ; hãy gọi người đón khách.",
    quantity_above_stock: "Không còn đủ số lượng đó, nên chưa vào giỏ. Hãy chọn ít hơn.",
    producer_closed: "Người làm đang tạm nghỉ, nên món này chưa vào giỏ.",
  } as Record<string, string>,
  refusedOther: "Món này chưa vào giỏ được. Hãy thử lại.",
  story: "Chuyện của món này",
  facts: "Về món này",
  weight: "Khối lượng gửi",
  weightOf: (grams: number) =>
    grams >= 1000 ? `${String(Math.round(grams / 10) / 100).replace(".", ",")} kg` : `${grams} g`,
  season: "Mùa",
  allYear: "Quanh năm",
  inSeason: "đang mùa",
  months: (ranges: [number, number][]) =>
    ranges.map(([a, b]) => (a === b ? `tháng ${a}` : `tháng ${a} đến ${b}`)).join(", "),
  handling: "Lưu ý",
  marks: "Dấu chất lượng",
  group: "Nhóm OCOP",
  origin: "Nơi làm",
  unit: "Bán theo",
  earlier: "Chứng nhận khác của món này",
  noCertificate: "Chưa có chứng nhận OCOP",
  noCertificateText: "Người làm chưa gửi chứng nhận nào cho món này, nên món không mang sao.",
  maker: "Người làm",
  makerMore: (count: number) => `${count} món khác của người làm này`,
  makerPage: "Trang của người làm",
  legalForm: "Hình thức",
  registration: "Số đăng ký",
  address: "Địa chỉ",
  phone: "Điện thoại",
  call: (phone: string) => `Gọi ${phone}`,
  village: "Làng",
  related: "Món gần giống",
  relatedAll: "Xem cả nhóm",
  tour: {
    priceFrom: "Giá từ",
    duration: "Thời gian",
    place: "Nơi đón",
    host: "Người đón",
    offering: "Có gì trong chuyến",
    hostTitle: "Người đón khách",
    others: "Chuyến khác gần đây",
    othersAll: "Xem mọi chuyến của tỉnh",
    perUnit: (unit: string) => `mỗi ${unit}`,
  },
};
