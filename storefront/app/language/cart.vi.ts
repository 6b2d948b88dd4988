import { formatNumber, formatVnd } from "@cho-lang/shared/money";

type Stock = { stock: number | null };

export const cart = {
  title: "Giỏ hàng",
  pageTitle: "Giỏ hàng · Chợ Làng",
  emptyTitle: "Giỏ còn trống",
  emptyText: "Chọn món nào, món ấy nằm lại đây, chia theo từng cơ sở làm ra nó.",
  seeProducts: "Xem sản vật",
  seeAccount: "Xem các đơn đã mua",
  notSold: "Món không còn bán",
  sentFrom: (province: string) => `Gửi từ ${province}`,
  quantityOf: (title: string) => `Số lượng ${title}`,
  lessOf: (title: string) => `Bớt một ${title}`,
  moreOf: (title: string) => `Thêm một ${title}`,
  update: "Cập nhật giỏ",
  remove: "Bỏ món này",
  removeOf: (title: string) => `Bỏ ${title} khỏi giỏ`,
  deliveryOf: (producer: string) => `Cách giao của ${producer}`,
  noDelivery: "Cơ sở này chưa nhận giao hàng. Bỏ món của cơ sở để đặt phần còn lại.",
  notices: {
    updated: "Đã cập nhật giỏ.",
    removed: "Đã bỏ khỏi giỏ.",
    review: "Bạn vừa sửa số lượng. Xem lại tổng tiền rồi bấm đặt hàng.",
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
    tour_not_bookable: () => "Chuyến thăm chưa đặt được qua chợ. Gọi cho chủ nhà ở trang chuyến.",
  },
  takeWhatIsLeft: (stock: number) => `Lấy ${formatNumber(stock, "vi")}`,
  unreadableQuantity: "Số lượng là số từ 1 đến 999, ví dụ 2.",
  lineRefused: "Chưa đổi được số lượng này. Hãy thử số khác, ví dụ 1.",
  goods: (facts: { count: number; producers: number }) =>
    `${formatNumber(facts.count, "vi")} món, ${facts.producers} cơ sở`,
  shipping: (parcels: number) => `Phí giao, ${parcels} gói`,
  total: "Tổng",
  perUnit: (price: number) => formatVnd(price, "vi"),
};
