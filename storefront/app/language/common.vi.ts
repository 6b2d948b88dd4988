import { formatNumber, formatVnd } from "@cho-lang/shared/money";

type SealFacts = { stars: number; state: string; monthsLeft: number };
type UnitPrice = { price_vnd: number; per: "kg" | "litre" | "piece" } | null;

const PER = { kg: "kg", litre: "lít", piece: "cái" } as const;

export const common = {
  marketName: "Chợ Làng",
  tagline: "Chợ của sản vật OCOP và những làng nghề đón khách",
  skip: "Đến nội dung chính",
  sampleLabel: "Dữ liệu mẫu",
  sampleData: "Dữ liệu mẫu: sao, giá và người làm chỉ là minh họa.",
  mainMenu: "Menu chính",
  menu: "Menu",
  navProducts: "Sản vật",
  navTours: "Đi làng",
  navVerify: "Tra chứng nhận",
  navAccount: "Tài khoản",
  search: "Tìm",
  searchLabel: "Tìm trong chợ",
  searchHint: "Tìm chè, gốm, làng…",
  languageLabel: "Ngôn ngữ",
  otherLanguage: "English",
  cart: "Giỏ hàng",
  close: "Đóng",
  breadcrumb: "Đường dẫn",
  pages: "Các trang",
  previous: "Trước",
  next: "Sau",
  pageNumber: (page: number) => `Trang ${page}`,
  less: "Bớt một",
  more: "Thêm một",
  soldOut: "Hết hàng",
  today: "hôm nay",
  /** What the leaf of the calendar says under the day. */
  leafMonth: (month: number) => `tháng ${month}`,
  months: (months: number) => `${months} tháng`,
  hours: (hours: number) => `${formatNumber(hours, "vi")} giờ`,
  /** Beside a province's name; without a place of its own a thing lies at the province's centre. */
  away: ({ km, isExact }: { km: number; isExact: boolean }) => {
    const way = km < 1 ? "dưới 1 km" : `${formatNumber(km < 10 ? km : Math.round(km), "vi")} km`;
    return isExact ? `cách ${way}` : `trung tâm cách ${way}`;
  },
  starsOfFive: (stars: number) => `${stars} trên 5 sao`,
  ocopStars: (stars: number) => `OCOP ${stars} sao`,
  sealStars: "SAO",
  sealExpired: "HẾT HẠN",
  sealRevoked: "THU HỒI",
  sealSpoken: ({ stars, state, monthsLeft }: SealFacts) => {
    if (state === "revoked") return `Chứng nhận ${stars} sao đã bị thu hồi`;
    if (state === "expired") return `Chứng nhận ${stars} sao đã hết hạn`;
    return `Dấu chứng nhận ${stars} sao, còn ${monthsLeft} trên 36 tháng`;
  },
  rulerSpoken: ({ from, to, monthsLeft }: { from: string; to: string; monthsLeft: number }) =>
    monthsLeft > 0
      ? `Hiệu lực từ ${from} đến ${to}, còn ${monthsLeft} trên 36 tháng`
      : `Hiệu lực từ ${from} đến ${to}, nay không còn`,
  /** "278.846 ₫/lít"; nothing for what is sold by the piece. */
  perMeasure: (price: UnitPrice) =>
    price && price.per !== "piece" ? `${formatVnd(price.price_vnd, "vi")}/${PER[price.per]}` : null,
  footAbout:
    "Chợ của sản vật OCOP (Mỗi xã một sản phẩm) và của những làng nghề đón khách. Dấu đỏ trên trang là dấu đối chiếu của chợ, không phải nhãn hiệu chứng nhận OCOP Việt Nam.",
  footBuyers: "Người mua",
  footMakers: "Người làm",
  footPortal: "Vào gian hàng",
  footVisits: "Làng đón khách",
  footMisuse: "Báo dùng sai dấu sao",
  footMisuseText: "Thấy nhãn hết hạn còn in trên bao bì? Tra số quyết định trước khi mua.",
  errors: {
    notFound: "Không thấy trang này",
    notFoundText: "Địa chỉ có thể đã đổi, hoặc món này không còn bán ở chợ.",
    badRequest: "Địa chỉ chưa đúng",
    badRequestText: "Một phần của địa chỉ không đọc được. Hãy bắt đầu lại từ trang sản vật.",
    refused: "Trang này không mở cho bạn",
    refusedText: "Hãy đăng nhập bằng tài khoản có quyền xem, hoặc về trang đầu.",
    fault: "Chợ đang trục trặc",
    faultText: "Lỗi ở phía chúng tôi. Hãy tải lại trang; giỏ hàng của bạn vẫn còn nguyên.",
    closed: "Chợ tạm nghỉ ít phút",
    closedText: "Máy chủ chưa trả lời. Hãy tải lại sau một phút; giỏ hàng của bạn vẫn còn nguyên.",
    home: "Về trang đầu",
    reload: "Tải lại trang",
    products: "Xem sản vật",
  },
};
