import { EXTENSION_MINUTES } from "@cho-lang/shared/domain/booking";
import { formatNumber, formatVnd } from "@cho-lang/shared/money";

type Stock = { stock: number | null };

export const cart = {
  title: "Giỏ hàng",
  pageTitle: "Giỏ hàng · Chợ Làng",
  emptyTitle: "Giỏ còn trống",
  emptyText: "Chọn món nào, món ấy nằm lại đây, chia theo từng cơ sở làm ra nó.",
  seeProducts: "Xem sản vật",
  seeTours: "Xem các chuyến đi làng",
  seeAccount: "Xem các đơn đã mua",
  notSold: "Món không còn bán",
  sentFrom: (province: string) => `Gửi từ ${province}`,
  welcomesIn: (province: string) => `Đón khách ở ${province}`,
  quantityOf: (title: string) => `Số lượng ${title}`,
  lessOf: (title: string) => `Bớt một ${title}`,
  moreOf: (title: string) => `Thêm một ${title}`,
  update: "Cập nhật giỏ",
  remove: "Bỏ món này",
  removeVisit: "Bỏ chuyến này",
  removeOf: (title: string) => `Bỏ ${title} khỏi giỏ`,
  deliveryOf: (producer: string) => `Cách giao của ${producer}`,
  noDelivery: "Cơ sở này chưa nhận giao hàng. Bỏ món của cơ sở để đặt phần còn lại.",
  notices: {
    updated: "Đã cập nhật giỏ.",
    removed: "Đã bỏ khỏi giỏ.",
    review: "Bạn vừa sửa số lượng. Xem lại tổng tiền rồi bấm đặt hàng.",
    held: "Đã giữ chỗ cho bạn. Điền tên, điện thoại và e-mail rồi bấm đặt trước khi hết giờ giữ.",
    extended: `Chỗ được giữ ${EXTENSION_MINUTES} phút kể từ bây giờ.`,
    gone: "Giỏ cũ không còn nữa. Mời bạn chọn lại.",
    troubled: "Có món chưa mua được. Xem lời nhắn ở từng món, hoặc bỏ chúng và đặt phần còn lại.",
  },
  dropTroubled: "Bỏ các món chưa mua được",
  /** Why a line cannot be bought now, and what to do. */
  problems: {
    producer_closed: () => "Cơ sở đang nghỉ bán. Bỏ món này để đặt phần còn lại.",
    out_of_stock: () => "Món này vừa hết. Bỏ món này để đặt phần còn lại.",
    quantity_above_stock: ({ stock }: Stock) =>
      `Chỉ còn ${formatNumber(stock ?? 0, "vi")}. Lấy chừng ấy, hoặc bỏ món này.`,
    not_for_sale: () => "Món này không còn bán ở chợ. Bỏ món này để đặt phần còn lại.",
    tour_not_bookable: () => "Chuyến này không còn được giữ chỗ. Chọn lại ngày ở trang chuyến.",
    departure_full: () =>
      "Đã hết giờ giữ và chỗ vừa có người đặt. Chọn ngày khác, hoặc bỏ chuyến này.",
    departure_closed: () =>
      "Chủ nhà không đón khách hôm ấy nữa, hoặc đã hết giờ đặt. Chọn ngày khác, hoặc bỏ chuyến này.",
  },
  takeWhatIsLeft: (stock: number) => `Lấy ${formatNumber(stock, "vi")}`,
  unreadableQuantity: "Số lượng là số từ 1 đến 999, ví dụ 2.",
  lineRefused: "Chưa đổi được số lượng này. Hãy thử số khác, ví dụ 1.",
  otherDays: "Chọn ngày khác",
  meetingPoint: "Điểm hẹn:",
  /** What the page says of a hold: how long it lasts, and what to do when it is over. */
  hold: {
    until: (time: string) => `Giữ chỗ đến ${time}.`,
    /** Before the minutes and seconds that are left. */
    left: "Còn giữ chỗ trong",
    checking: "Hết giờ giữ chỗ. Đang xem còn chỗ không…",
    ranOut:
      "Đã hết giờ giữ chỗ, nhưng hôm ấy vẫn còn chỗ. Chỗ được lấy lúc bạn bấm đặt, nếu chưa ai lấy trước.",
    extend: `Giữ thêm ${EXTENSION_MINUTES} phút`,
    extendOf: (title: string) => `Giữ thêm ${EXTENSION_MINUTES} phút cho ${title}`,
    once: "Chỉ thêm được một lần, tính từ lúc bấm.",
    again: "Giữ lại chỗ",
    againOf: (title: string) => `Giữ lại chỗ cho ${title}`,
    soon: (facts: { minutes: number; title: string }) =>
      `Chỗ của ${facts.title} còn được giữ ${facts.minutes} phút.`,
    over: (title: string) => `Đã hết giờ giữ chỗ của ${title}.`,
    refusals: {
      extension_used: "Chuyến này đã được giữ thêm một lần. Hãy bấm đặt trước khi hết giờ.",
      refused: "Chưa giữ thêm được. Hãy bấm đặt, hoặc thử lại sau ít phút.",
    },
  },
  goods: (facts: { count: number; producers: number }) =>
    `${formatNumber(facts.count, "vi")} món, ${facts.producers} cơ sở`,
  shipping: (parcels: number) => `Phí giao, ${parcels} gói`,
  visits: (count: number) => `${count} chuyến thăm`,
  total: "Tổng",
  perUnit: (price: number) => formatVnd(price, "vi"),
};
